using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>相談の支援ケース: a new one of the desk's own, or one it is at work on already, with everybody the consultation is about.</summary>
public sealed class ConsultationCase(AppDb db, Work work, RunningCases running)
{
    /// <summary>Opens a case; the consultation must have been loaded with its persons.</summary>
    public async Task<Case> OpenAsync(Consultation consultation, CancellationToken ct)
    {
        var number = await db.NextCaseNumberAsync(work.Today, ct);
        var opened = Case.Open(work.NewId<Case>(), number, new CaseOrigin(Consultation: consultation.Id), work.Stamp);
        opened.IncludeThoseOf(consultation, work.Stamp);
        db.Cases.Add(opened);
        work.GrantTo(work.Actor.Organisation, opened.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return opened;
    }

    /// <summary>担当中のケースに入れる: only into one of the people the consultation is about, or of their household.</summary>
    /// <param name="consultation">The consultation, loaded with its persons.</param>
    /// <param name="id">The case.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome> TakeInAsync(Consultation consultation, Id<Case> id, CancellationToken ct)
    {
        var offered = await OfferedAsync(consultation, ct);
        if (offered.All(c => c.Id != id)) return Outcome.Refused(RefusalCode.UnknownCode, nameof(Case));
        await db.HoldAsync(id, ct);
        var @case = await db.Cases.AsSplitQuery().Include(c => c.Periods).Include(c => c.Persons).SingleAsync(c => c.Id == id, ct);
        var taken = @case.TakeIn(consultation, work.Stamp);
        return Outcome.From([.. taken.Refusals.Select(r => r with { Field = nameof(Case) })]);
    }

    /// <summary>The cases a consultation may go into.</summary>
    public Task<IReadOnlyList<RunningCase>> OfferedAsync(Consultation consultation, CancellationToken ct) =>
        running.OfAsync([.. consultation.Persons.Where(p => p.TakenBackAt is null).Select(p => p.PersonId)], consultation.HouseholdId, ct);
}
