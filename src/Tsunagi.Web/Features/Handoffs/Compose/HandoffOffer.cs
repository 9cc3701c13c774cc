using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Households;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// 同封できる情報: what the sender's own records hold, written out for each class so that nobody types it again. Nothing of it
/// is enclosed until it is ticked and rests on a basis, and the place of a protected person is never in it.
/// </summary>
public sealed class HandoffOffer(AppDb db, Work work, HandoffOrigin origin, HandoffGround ground)
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

    /// <summary>
    /// 相談内容・緊急度・地区・危険の印 as the sender's own records have them: those of the consultation, or of the case's newest one, or of
    /// the つなぎ by which the case came. Null where none of them can be read.
    /// </summary>
    public async Task<HandoffEnvelope?> EnvelopeOfAsync(HandoffSource source, CancellationToken ct)
    {
        if ((await ToldAsync(source, ct) ?? await ReceivedAsync(source.Case, ct)) is not { } told) return null;
        var topics = Offered(CodeLists.ConsultationTopic, told.Topics);
        return told with
        {
            Topics = topics,
            MainTopic = topics.FirstOrDefault(t => t == told.MainTopic),
            Urgency = Offered(CodeLists.Urgency, [told.Urgency ?? ""]) is [var urgency] ? urgency : null,
            // Where somebody is protected, not even the district is offered.
            District = await origin.IsProtectedAsync(source, ct) ? null : told.District ?? ground.PlaceOf(work.Actor.Organisation),
            Dangers = Offered(CodeLists.DangerFlag, told.Dangers),
        };
    }

    private async Task<HandoffEnvelope?> ToldAsync(HandoffSource source, CancellationToken ct)
    {
        var (named, @case) = (source.Consultation, source.Case);
        var told = await db.Consultations.AsNoTracking().Where(c => named != null ? c.Id == named : c.CaseId == @case)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        if (told is null || !(await work.DecideAsync(told.Root, ct)).Shows(FieldClasses.Narrative)) return null;
        return new("", told.Topics, told.WorstTopic, told.Urgency, ground.PlaceOf(told.OrganisationId), told.DangerSigns, null);
    }

    private async Task<HandoffEnvelope?> ReceivedAsync(Id<Case>? @case, CancellationToken ct) => @case is not { } id ? null
        : await db.Handoffs.AsNoTracking().Where(h => h.ReceiverCaseId == id).Select(h => h.Envelope).FirstOrDefaultAsync(ct);

    // A code may have been closed since.
    private IReadOnlyList<string> Offered(string list, IEnumerable<string> codes) => [.. codes.Where(code => ground.Items(list).Any(i => i.Code == code))];

    private async Task<string?> HouseholdAsync(List<Person> people, CancellationToken ct)
    {
        var ids = people.ConvertAll(p => p.Id);
        var households = await work.ToldAsync(db.Households.AsNoTracking().Where(h => ids.Contains(h.ReferencePersonId)), ct);
        var known = people.ToDictionary(p => p.Id);
        return Lines(households.SelectMany(h => h.Told(known)).Where(m => m.HoldsOn(work.Today)).Select(m => HouseholdLine.Of(known[m.PersonId], m)));
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
