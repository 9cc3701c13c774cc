using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Somebody who may be the person on the telephone, and what this desk did before.</summary>
public sealed record KnownPerson(
    Id<Person> Id, string Name, string? Kana, string? Birth, string? Contact, bool IsLocationProtected, IReadOnlyList<string> Before)
{
    /// <summary>The cases this desk is at work on with them.</summary>
    public IReadOnlyList<RunningCase> Cases { get; init; } = [];

    /// <summary>What speaks for their being the person meant.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What speaks against it.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>How many more records of the same person there are; this is the leading one.</summary>
    public int MoreRecords { get; init; }
}

/// <summary>「この窓口で継続」のときのケース: the cases a consultation may go into, and which one stands.</summary>
/// <param name="Offered">The cases of the people who may be meant.</param>
/// <param name="Chosen">Which one, as typed; a new one when null.</param>
/// <param name="Form">The form that the answers belong to, where they stand outside of it.</param>
public sealed record CaseChoice(IReadOnlyList<RunningCase> Offered, string? Chosen, string? Form = null);

/// <summary>The question "the same person?" in a form: who may be meant, and which answer stands.</summary>
/// <param name="Found">Who may be meant.</param>
/// <param name="Chosen">Who was chosen.</param>
/// <param name="Form">The form that the answers belong to, where they stand outside of it.</param>
/// <param name="Question">What is asked.</param>
public sealed record KnownChoice(IReadOnlyList<KnownPerson> Found, Id<Person>? Chosen, string? Form = null, string Question = "同じ人ですか")
{
    /// <summary>Which running case the consultation may go into; null where that is not asked.</summary>
    public CaseChoice? Case { get; init; }

    /// <summary>Whom the worker found to be somebody else; null where that is not asked.</summary>
    public IReadOnlyList<Id<Person>>? NotSame { get; init; }
}

/// <summary>
/// 登録前の検索: the people one's own desk has written down who fit what was typed so far. That others know somebody is never
/// told here (rules §7).
/// </summary>
public sealed class KnownPeople(AppDb db, Work work, PersonSearch persons, IntakeCodes codes, RunningCases running)
{
    private const int Most = 5, MostAlike = 40;

    /// <summary>Those who fit the name, reading or telephone number typed, the likeliest first; whoever was chosen already stands before them.</summary>
    public async Task<IReadOnlyList<KnownPerson>> FindAsync(string? name, string? kana, string? phone, CancellationToken ct, Id<Person>? chosen = null, string? birth = null, string? address = null)
    {
        var found = await Own.Where(p => p.Id == chosen).ToListAsync(ct);
        found = [.. found.Concat(await persons.OwnAsync([phone, name, kana], MostAlike, ct)).DistinctBy(p => p.Id)];
        if (found.Count == 0) return [];
        var merged = await db.MergedAsync(work.Actor.Organisation, [.. found.Select(p => p.Id)], ct);
        var alike = PersonLikeness.Of(Typed(name, kana, phone, birth, address), [.. found.Select(p => p.Details)]);
        // One line for one person, whichever of their records fits best; those equally likely as the search ordered them.
        var lines = found.Zip(alike, (person, likeness) => (Person: person, Likeness: likeness))
            .OrderByDescending(f => f.Person.Id == chosen).ThenByDescending(f => f.Likeness.Probability)
            .DistinctBy(f => merged.LeadingOf(f.Person.Id)).Take(Most).ToList();
        return await TellAsync(lines, merged, await LeadersAsync(lines.ConvertAll(l => l.Person), merged, chosen, ct), ct);
    }

    private IQueryable<Person> Own => db.Persons.AsNoTracking().Where(p => p.HolderId == work.Actor.Organisation);

    // Whoever was chosen already stays as chosen, though another of their records may lead.
    private async Task<IReadOnlyDictionary<Id<Person>, Person>> LeadersAsync(List<Person> people, MergedRecords merged, Id<Person>? chosen, CancellationToken ct)
    {
        var missing = people.Select(p => p.Id).Where(id => id != chosen).Select(merged.LeadingOf).Except(people.Select(p => p.Id)).ToList();
        var leaders = missing.Count == 0 ? [] : await Own.Where(p => missing.Contains(p.Id)).ToListAsync(ct);
        var all = people.Concat(leaders).ToDictionary(p => p.Id);
        return people.ToDictionary(p => p.Id, p => p.Id == chosen ? p : all[merged.LeadingOf(p.Id)]);
    }

    private PersonDetails Typed(string? name, string? kana, string? phone, string? birth, string? address) => new(PersonName.FromLine(name, kana), PersonSource.ThirdParty)
    {
        BirthDate = PartialDate.TryRead(birth, work.Today, out var date, out _) ? date : null,
        Phones = PhoneNumber.TryParse(phone, ReadConsultation.AreaCode, out var number) ? [new(number)] : [],
        Location = TypedText.Field(address) is { } place ? new(AddressKind.Known, place) : PersonLocation.Unknown,
    };

    private async Task<IReadOnlyList<KnownPerson>> TellAsync(
        List<(Person Person, Likeness Likeness)> lines, MergedRecords merged, IReadOnlyDictionary<Id<Person>, Person> leaders, CancellationToken ct)
    {
        var ids = lines.SelectMany(l => merged.Of(l.Person.Id)).ToList();
        var before = await db.Set<ConsultationPerson>().AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.TakenBackAt == null)
            .Join(db.Consultations, c => c.ConsultationId, c => c.Id, (named, c) => new { named.PersonId, c.At, c.WorstTopic, c.State })
            .OrderByDescending(c => c.At).Take(Most * 4).ToListAsync(ct);
        var cases = await running.OfAsync(ids, ct);
        foreach (var id in ids) work.Saw(Permission.RecordConsultation, RootRef.Of(RootKind.Person, id));
        return [.. lines.Select(line => Line(leaders[line.Person.Id], line.Likeness))];

        KnownPerson Line(Person p, Likeness likeness)
        {
            var records = merged.Of(p.Id);
            return new(
                p.Id, p.Name.Display, p.Name.Reading, p.BirthDate?.Format(),
                p.IsLocationProtected ? null : string.Join('　', new[] { p.Location.Address, p.Phones.Count > 0 ? p.Phones[0].Number.Text : null }.OfType<string>()),
                p.IsLocationProtected,
                [.. before.Where(c => records.Contains(c.PersonId)).Take(3).Select(c =>
                    $"{DateWords.Short(JapanTime.DateOf(c.At))} {codes.Name(CodeLists.ConsultationTopic, c.WorstTopic) ?? "相談"}（{ConsultationWords.Of(c.State)}）")])
            {
                Cases = [.. cases.Where(c => c.Persons.Any(records.Contains))],
                Reasons = likeness.Reasons,
                Differences = likeness.Differences,
                MoreRecords = records.Count - 1,
            };
        }
    }
}
