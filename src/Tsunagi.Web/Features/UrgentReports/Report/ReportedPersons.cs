using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>Somebody a report may be about.</summary>
/// <param name="Id">The record.</param>
/// <param name="Words">Name, reading and birth, as they are told. Where the person lives is no part of it (R-09).</param>
public sealed record ReportedPerson(Id<Person> Id, string Words);

/// <summary>
/// だれについて: the people of what was open when the card was taken up, as far as the actor may read them. Through what was open,
/// and not by an id alone: so whoever is shut out of a person is shut out of the report too.
/// </summary>
public sealed class ReportedPersons(AppDb db, Work work)
{
    /// <summary>Those of a case and of a consultation; who only came to tell of it is left out.</summary>
    public async Task<IReadOnlyList<ReportedPerson>> InAsync(Id<Case>? @case, Id<Consultation>? consultation, CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.SeePerson)) return [];
        List<Id<Person>> ids = [];
        if (@case is { } c && await MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, c), ct))
            ids.AddRange(await db.Cases.Where(x => x.Id == c).SelectMany(x => x.Persons).Where(p => p.LeftAt == null).OrderByDescending(p => p.IsReference).ThenBy(p => p.Number).Select(p => p.PersonId).ToListAsync(ct));
        if (consultation is { } k && await MayAsync(Permission.SeeConsultation, RootRef.Of(RootKind.Consultation, k), ct))
            ids.AddRange(await db.Consultations.Where(x => x.Id == k).SelectMany(x => x.Persons).Where(p => p.TakenBackAt == null && p.As != ConcernedAs.Visitor).Select(p => p.PersonId).ToListAsync(ct));
        return ids.Count == 0 ? [] : await ToldAsync(ids, ct);
    }

    private async Task<bool> MayAsync(Permission permission, RootRef root, CancellationToken ct) => AccessPolicy.Allows(work.Actor, await work.DecideAsync(root, ct), permission);

    private async Task<IReadOnlyList<ReportedPerson>> ToldAsync(List<Id<Person>> ids, CancellationToken ct)
    {
        var decisions = await work.DecideAsync(RootKind.Person, [.. ids.Select(id => id.Value)], ct);
        var found = (await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct)).OrderBy(p => ids.IndexOf(p.Id)).ToList();
        found.RemoveAll(p => !decisions[p.Id.Value].Shows(FieldClasses.Identity));
        foreach (var person in found) work.Saw(Permission.MakeUrgentReport, person.Root);
        return [.. found.Select(p => new ReportedPerson(p.Id, Words(p)))];
    }

    private static string Words(Person person)
    {
        var more = new[] { person.Name.Reading, person.BirthDate?.Format() }.Where(w => !string.IsNullOrEmpty(w)).ToList();
        return person.Name.Display + (more.Count == 0 ? "" : $"（{string.Join("、", more)}）");
    }
}
