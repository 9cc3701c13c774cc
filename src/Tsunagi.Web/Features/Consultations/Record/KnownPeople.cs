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
}

/// <summary>
/// 登録前の検索: the people one's own desk has written down who fit what was typed so far. That others know somebody is never
/// told here (rules §7).
/// </summary>
public sealed class KnownPeople(AppDb db, Work work, PersonSearch persons, IntakeCodes codes, RunningCases running)
{
    private const int Most = 5;

    /// <summary>Those who fit the name, reading or telephone number typed; whoever was chosen already comes first.</summary>
    public async Task<IReadOnlyList<KnownPerson>> FindAsync(string? name, string? kana, string? phone, CancellationToken ct, Id<Person>? chosen = null)
    {
        var found = await db.Persons.AsNoTracking().Where(p => p.Id == chosen && p.HolderId == work.Actor.Organisation).ToListAsync(ct);
        foreach (var text in new[] { name, kana, phone }.Where(text => text?.Trim().Length >= 2).Distinct())
        {
            if (found.Count >= Most) break;
            found.AddRange((await persons.FindAsync(text, 0, Most, ownOnly: true, ct)).Records.Select(f => f.Person));
        }
        var people = found.DistinctBy(p => p.Id).Take(Most).ToList();
        return await TellAsync(people, ct);
    }

    private async Task<IReadOnlyList<KnownPerson>> TellAsync(List<Person> people, CancellationToken ct)
    {
        if (people.Count == 0) return [];
        var ids = people.Select(p => p.Id).ToList();
        var before = await db.Set<ConsultationPerson>().AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.TakenBackAt == null)
            .Join(db.Consultations, c => c.ConsultationId, c => c.Id, (named, c) => new { named.PersonId, c.At, c.WorstTopic, c.State })
            .OrderByDescending(c => c.At).Take(Most * 4).ToListAsync(ct);
        var cases = await running.OfAsync(ids, ct);
        foreach (var person in people) work.Saw(Permission.RecordConsultation, person.Root);
        return
        [
            .. people.Select(p => new KnownPerson(
                p.Id, p.Name.Display, p.Name.Reading, p.BirthDate?.Format(),
                p.IsLocationProtected ? null : string.Join('　', new[] { p.Location.Address, p.Phones.Count > 0 ? p.Phones[0].Number.Text : null }.OfType<string>()),
                p.IsLocationProtected,
                [.. before.Where(c => c.PersonId == p.Id).Take(3).Select(c =>
                    $"{DateWords.Short(JapanTime.DateOf(c.At))} {codes.Name(CodeLists.ConsultationTopic, c.WorstTopic) ?? "相談"}（{ConsultationWords.Of(c.State)}）")])
            {
                Cases = [.. cases.Where(c => c.Persons.Contains(p.Id))],
            }),
        ];
    }
}
