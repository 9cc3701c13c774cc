using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>The lists of judgements.</summary>
public enum SamePersonList
{
    /// <summary>確かめるもの.</summary>
    Open,
    /// <summary>あとで.</summary>
    Later,
    /// <summary>まとめた.</summary>
    Same,
    /// <summary>別人.</summary>
    Different,
}

/// <summary>One of the two records, as a list shows it.</summary>
public sealed record SamePersonRecord(Id<Person> Id, string Name, string? Kana, string? Birth, DateTimeOffset WrittenAt, bool IsLocationProtected);

/// <summary>One judgement, as a list shows it.</summary>
public sealed record SamePersonRow(
    Id<SamePerson> Id, int Version, SamePersonState State, SamePersonRecord First, SamePersonRecord Second, Id<Person>? Leading, IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Differences, DateTimeOffset SuspectedAt, DateOnly? LaterOn, string? JudgedBy, DateTimeOffset? JudgedAt, string? Reason);

/// <summary>同じ人かもしれない記録: the judgements on one's own organisation's records, both of which one may see, the latest on top.</summary>
public sealed class ListSamePersons(AppDb db, Work work)
{
    /// <summary>A page of a list.</summary>
    public async Task<PageOf<SamePersonRow>> RunAsync(SamePersonList list, string? after, CancellationToken ct)
    {
        work.Saw(Permission.ListSamePersons, RootRef.System);
        var asked = On(list);
        var found = await After(asked, after).OrderByDescending(s => s.SuspectedAt).ThenByDescending(s => s.Id)
            .ToPageAsync(await asked.CountAsync(ct), s => new(s.SuspectedAt, s.Id.Value), ct);
        return await TellAsync(found, ct);
    }

    private IQueryable<SamePerson> On(SamePersonList list)
    {
        var (own, today) = (db.SamePersonsOf(work.Actor.Organisation).AsNoTracking(), work.Today);
        return list switch
        {
            SamePersonList.Open => own.Open(today),
            SamePersonList.Later => own.Where(s => s.State == SamePersonState.Suspected && s.LaterOn > today),
            SamePersonList.Same => own.Where(s => s.State == SamePersonState.Same),
            SamePersonList.Different => own.Where(s => s.State == SamePersonState.Different),
        };
    }

    private static IQueryable<SamePerson> After(IQueryable<SamePerson> judgements, string? after)
    {
        if (PageKey.Read(after) is not { } last) return judgements;
        var (at, id) = (last.At, new Id<SamePerson>(last.Id));
        return judgements.Where(s => s.SuspectedAt < at || s.SuspectedAt == at && s.Id.CompareTo(id) < 0);
    }

    private async Task<PageOf<SamePersonRow>> TellAsync(PageOf<SamePerson> page, CancellationToken ct)
    {
        var ids = page.Items.SelectMany(s => new[] { s.FirstId, s.SecondId }).Distinct().ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var person in people.Values) work.Saw(Permission.ListSamePersons, person.Root);
        var accounts = page.Items.Select(s => s.JudgedBy).OfType<Id<Account>>().Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return page.Select(s => RowOf(s, people[s.FirstId], people[s.SecondId], s.JudgedBy is { } by ? names.GetValueOrDefault(by) : null));
    }

    private static SamePersonRow RowOf(SamePerson judgement, Person first, Person second, string? by)
    {
        var likeness = PersonLikeness.Of(first.Details, second.Details);
        return new(
            judgement.Id, judgement.Version, judgement.State, RecordOf(first), RecordOf(second), judgement.LeadingId, likeness.Reasons, likeness.Differences,
            judgement.SuspectedAt, judgement.LaterOn, by, judgement.JudgedAt, judgement.Reason);
    }

    private static SamePersonRecord RecordOf(Person person) =>
        new(person.Id, person.Name.Display, person.Name.Reading, person.BirthDate?.Format(), person.WrittenAt, person.IsLocationProtected);
}
