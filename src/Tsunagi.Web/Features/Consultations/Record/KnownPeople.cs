using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Somebody who may be the person on the telephone, and what this desk did before.</summary>
public sealed record KnownPerson(
    Id<Person> Id, string Name, string? Kana, string? Birth, string? Contact, bool IsLocationProtected, IReadOnlyList<string> Before);

/// <summary>The question "the same person?" in a form: who may be meant, and which answer stands.</summary>
/// <param name="Found">Who may be meant.</param>
/// <param name="Chosen">Who was chosen.</param>
/// <param name="Form">The form that the answers belong to, where they stand outside of it.</param>
/// <param name="Question">What is asked.</param>
public sealed record KnownChoice(IReadOnlyList<KnownPerson> Found, Id<Person>? Chosen, string? Form = null, string Question = "同じ人ですか");

/// <summary>
/// 登録前の検索: the people one's own desk has written down who fit what was typed so far. That others know somebody is never
/// told here (rules §7).
/// </summary>
public sealed class KnownPeople(AppDb db, Work work, IntakeCodes codes)
{
    private const int Most = 5;

    /// <summary>Those who fit the name, reading or telephone number typed.</summary>
    public async Task<IReadOnlyList<KnownPerson>> FindAsync(string? name, string? kana, string? phone, CancellationToken ct)
    {
        var keys = new[] { name, kana, phone }.Select(PersonSearch.KeyOf).Where(key => key.Length >= 2).Distinct().ToList();
        var found = new List<Person>();
        foreach (var key in keys)
        {
            if (found.Count >= Most) break;
            found.AddRange(await db.PersonsMatching(key).AsNoTracking().Where(p => p.HolderId == work.Actor.Organisation).OrderBy(p => p.SearchKeys).ThenBy(p => p.Id).Take(Most).ToListAsync(ct));
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
        foreach (var person in people) work.Saw(Permission.RecordConsultation, person.Root);
        return
        [
            .. people.Select(p => new KnownPerson(
                p.Id, p.Name.Display, p.Name.Reading, p.BirthDate?.Format(),
                p.IsLocationProtected ? null : string.Join('　', new[] { p.Location.Address, p.Phones.Count > 0 ? p.Phones[0].Number.Text : null }.OfType<string>()),
                p.IsLocationProtected,
                [.. before.Where(c => c.PersonId == p.Id).Take(3).Select(c =>
                    $"{DateWords.Short(JapanTime.DateOf(c.At))} {codes.Name(CodeLists.ConsultationTopic, c.WorstTopic) ?? "相談"}（{ConsultationWords.Of(c.State)}）")])),
        ];
    }
}
