using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// 同封できる情報: what the sender's own records hold, written out for each class so that nobody types it again. Nothing of it
/// is enclosed until it is ticked and rests on a basis, and the place of a protected person is never in it.
/// </summary>
public sealed class HandoffOffer(AppDb db, Work work, HandoffOrigin origin)
{
    /// <summary>The words offered for each class; a class the records say nothing about is missing.</summary>
    public async Task<IReadOnlyDictionary<EnclosedPart, string>> OfAsync(HandoffSource source, int? version, CancellationToken ct)
    {
        var ids = await origin.PeopleAsync(source, ct);
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
        var access = await work.DecideAsync(RootKind.Person, [.. people.Select(p => p.Id.Value)], ct);
        people = [.. ids.Select(id => people.Find(p => p.Id == id)).OfType<Person>().Where(p => access[p.Id.Value].Shows(FieldClasses.Identity))];
        var placed = people.FindAll(p => access[p.Id.Value].Shows(FieldClasses.Contact));
        var offered = new Dictionary<EnclosedPart, string?>
        {
            [EnclosedPart.Identity] = Lines(people.Where(p => p.Name.Written is not null).Select(IdentityLine.Of)),
            [EnclosedPart.Contact] = placed.Exists(p => p.IsLocationProtected) ? null : Lines(placed.Select(ContactLine.Of)),
            [EnclosedPart.Household] = await HouseholdAsync(people, ct),
            [EnclosedPart.Narrative] = await NarrativeAsync(source, ct),
            [EnclosedPart.Assessment] = (await origin.SheetAsync(source.Case, version, ct))?.Sheet is { } sheet ? AssessmentForm.Text(sheet) : null,
        };
        return offered.Where(o => o.Value is not null).ToDictionary(o => o.Key, o => Fit(o.Value!));
    }

    private async Task<string?> HouseholdAsync(List<Person> people, CancellationToken ct)
    {
        var ids = people.ConvertAll(p => p.Id);
        var households = await db.Households.AsNoTracking().Where(h => ids.Contains(h.ReferencePersonId)).ToListAsync(ct);
        var known = people.ToDictionary(p => p.Id);
        return Lines(households.SelectMany(h => h.On(work.Today)).Where(m => known.ContainsKey(m.PersonId)).Select(m => HouseholdLine.Of(known[m.PersonId], m)));
    }

    private async Task<string?> NarrativeAsync(HandoffSource source, CancellationToken ct)
    {
        var first = source.Consultation ?? (source.Case is { } id
            ? await db.Cases.Where(c => c.Id == id).Select(c => c.ConsultationId).SingleOrDefaultAsync(ct) : null);
        if (first is not { } told) return null;
        var consultation = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == told, ct);
        return consultation is null ? null
            : Lines([consultation.OwnWords, .. consultation.Statements.Select(s => $"{s.Speaker}：{s.Words}")]);
    }

    private static string? Lines(IEnumerable<string?> lines) =>
        string.Join('\n', lines.Where(l => !string.IsNullOrWhiteSpace(l))) is { Length: > 0 } text ? text : null;

    private static string Fit(string text) => text.Length <= Handoff.LongText ? text : text[..Handoff.LongText];
}
