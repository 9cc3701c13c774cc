using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>つなぎの元: what the sender's own case and consultation say – for the sender's eyes and the rules' only.</summary>
public sealed class HandoffOrigin(AppDb db, Work work, ConsultationCase cases)
{
    /// <summary>
    /// 支援措置: whether anybody concerned is protected. A person the sender may not see counts as protected: the rule errs on
    /// the safe side.
    /// </summary>
    public async Task<bool> IsProtectedAsync(HandoffSource source, CancellationToken ct)
    {
        var people = await PeopleAsync(source, ct);
        return await db.Persons.CountAsync(p => people.Contains(p.Id) && !p.IsLocationProtected, ct) != people.Count;
    }

    /// <summary>Whether the sender may see where everybody concerned lives: a former office that kept the names does not tell of an address, whatever it says.</summary>
    public async Task<bool> KnowsPlacesAsync(HandoffSource source, CancellationToken ct)
    {
        var people = await PeopleAsync(source, ct);
        var access = await work.DecideAsync(RootKind.Person, [.. people.Select(p => p.Value)], ct);
        return access.Values.All(a => a.Shows(FieldClasses.Contact));
    }

    /// <summary>Whether the actor is still at work on what is handed off: a draft may have been left lying while the case went to another organisation.</summary>
    public async Task<bool> IsAtWorkAsync(HandoffSource source, CancellationToken ct)
    {
        if (source.Case is { } @case && !await MayWriteAsync(RootRef.Of(RootKind.Case, @case), ct)) return false;
        return source.Consultation is not { } consultation || await MayWriteAsync(RootRef.Of(RootKind.Consultation, consultation), ct);
    }

    private async Task<bool> MayWriteAsync(RootRef root, CancellationToken ct) => AccessPolicy.Allows(work.Actor, await work.DecideAsync(root, ct), Permission.WriteHandoff);

    /// <summary>A version of the assessment of the case, the newest if none is named; null where there is none.</summary>
    public async Task<(EnclosedAssessment Enclosed, AssessmentSheet Sheet)?> SheetAsync(Id<Case>? @case, int? version, CancellationToken ct)
    {
        if (@case is not { } id) return null;
        var found = await db.Assessments.AsNoTracking().Include(a => a.Versions).SingleOrDefaultAsync(a => a.CaseId == id, ct);
        var chosen = version is null or 0 ? found?.Latest : found?.Find(version.Value);
        if (found is null || chosen is null) return null;
        IReadOnlyList<string> blanks = [.. chosen.Sheet.Blanks(Questions).Select(f => f.Code)];
        return (new(found.Id, chosen.Number, blanks), chosen.Sheet);
    }

    /// <summary>
    /// The sender's own case: the sender stays responsible until somebody else is, so a consultation that is handed off gets
    /// one, if it has none yet. Advice moves nothing and opens nothing.
    /// </summary>
    public async Task<Outcome> StandOnAsync(Handoff handoff, CancellationToken ct)
    {
        if (handoff.SourceCaseId is { } source && !await db.TakesNewWorkAsync(source, ct)) return Outcome.Refused(RefusalCode.CaseIsClosed);
        if (handoff.Kind == HandoffKind.Advice || handoff.SourceConsultationId is not { } id) return Outcome.Done;
        var consultation = await db.Consultations.Include(c => c.Persons).SingleAsync(c => c.Id == id, ct);
        if (handoff.SourceCaseId is { } chosen && await TakeInAsync(consultation, chosen, ct) is { IsDone: false } refused) return refused;
        var @case = handoff.SourceCaseId ?? consultation.CaseId ?? (await cases.OpenAsync(consultation, ct)).Id;
        var stands = handoff.ComeFrom(@case, work.Stamp);
        if (!stands.IsDone || ConsultationStates.Next(consultation.State, ConsultationAction.HandOff) is null) return stands;
        return consultation.HandOff(handoff.Id, @case, null, work.Stamp);
    }

    /// <summary>担当中のケース the consultation that is handed off may go into; none where it is in a case already.</summary>
    public async Task<IReadOnlyList<RunningCase>> CasesForAsync(Id<Consultation> id, CancellationToken ct)
    {
        var consultation = await db.Consultations.AsNoTracking().Include(c => c.Persons).SingleOrDefaultAsync(c => c.Id == id && c.CaseId == null, ct);
        return consultation is null ? [] : await cases.OfferedAsync(consultation, ct);
    }

    private async Task<Outcome> TakeInAsync(Consultation consultation, Id<Case> chosen, CancellationToken ct) =>
        consultation.CaseId is not { } own ? await cases.TakeInAsync(consultation, chosen, ct)
        : own == chosen ? Outcome.Done
        : Outcome.Refused(RefusalCode.UnknownCode, nameof(Case));

    /// <summary>Everybody the sender's case and consultation are about.</summary>
    internal async Task<IReadOnlyList<Id<Person>>> PeopleAsync(HandoffSource source, CancellationToken ct)
    {
        List<Id<Person>> people = [];
        if (source.Case is { } @case)
            people.AddRange(await db.Cases.Where(c => c.Id == @case).SelectMany(c => c.Persons).Where(p => p.LeftAt == null).Select(p => p.PersonId).ToListAsync(ct));
        if (source.Consultation is { } consultation)
            people.AddRange(await db.Consultations.Where(c => c.Id == consultation).SelectMany(c => c.Persons).Where(p => p.TakenBackAt == null).Select(p => p.PersonId).ToListAsync(ct));
        return [.. people.Distinct()];
    }

    private static readonly AssessmentCatalogue Questions = new(AssessmentForm.Fields, new HashSet<string>());
}
