using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>A consent whose record was corrected or annulled; nothing of the person.</summary>
/// <param name="Id">Which.</param>
/// <param name="FiscalYear">Of the number of its case.</param>
/// <param name="Sequence">Of the number of its case.</param>
/// <param name="Organisation">Who explained it.</param>
/// <param name="State">Annulled, or how it stands after its withdrawal was corrected.</param>
/// <param name="At">When it was corrected.</param>
/// <param name="Reason">How the mistake came about.</param>
/// <param name="Shared">To whom it was open by mistake; none where a withdrawal was corrected.</param>
public sealed record CorrectedConsent(
    Id<Consent> Id, int FiscalYear, int Sequence, Id<Organisation> Organisation, ConsentState State, DateTimeOffset At, string? Reason,
    IReadOnlyList<SharedByMistake> Shared);

/// <summary>Something that was open to somebody while a consent stood that was never given.</summary>
/// <param name="Kind">A plan or a conference.</param>
/// <param name="Subject">The organisation or the account it was open to.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Looks">How often they looked at it, as the audit tells.</param>
public sealed record SharedByMistake(RootKind Kind, Guid Subject, DateTimeOffset From, DateTimeOffset Until, int Looks);

/// <summary>
/// 同意の記録の訂正, for the privacy officer, who answers for consents and holds a grant on none: past the access filter, with no
/// name and nothing of any record; an exclusion still denies.
/// </summary>
public static class CorrectedConsents
{
    /// <summary>The latest of them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="reader">The privacy officer.</param>
    /// <param name="legalBasis">The profile code of consent as a legal basis.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<CorrectedConsent>> CorrectedConsentsAsync(
        this AppDb db, Id<Account> reader, string legalBasis, int most, CancellationToken ct)
    {
        var found = await db.Consents.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking()
            .Where(c => c.CorrectedAt != null && !db.Exclusions.Any(x => x.RootId == (Guid)(object)c.Id && x.AccountId == reader))
            .OrderByDescending(c => c.CorrectedAt).Take(most)
            .Join(db.Cases, consent => consent.CaseId, c => c.Id, (consent, c) => new { Consent = consent, c.FiscalYear, c.Sequence })
            .ToListAsync(ct);
        var shared = await SharedAsync(db, [.. found.Where(f => f.Consent.State == ConsentState.Annulled).Select(f => f.Consent.CaseId)], legalBasis, ct);
        return
        [
            .. found.OrderByDescending(f => f.Consent.CorrectedAt).Select(f => new CorrectedConsent(
                f.Consent.Id, f.FiscalYear, f.Sequence, f.Consent.OrganisationId, f.Consent.State, f.Consent.CorrectedAt!.Value,
                f.Consent.Steps.LastOrDefault(s => s.Action is ConsentAction.Annul or ConsentAction.CorrectWithdrawal)?.Words,
                f.Consent.State != ConsentState.Annulled ? [] :
                    [.. shared[f.Consent.CaseId].Where(s => s.From < f.Consent.OpenUntil && s.Until > f.Consent.GivenAt)])),
        ];
    }

    // All that was open on the case by consent in that time: whose consent a grant names is only the one that ends first.
    private static async Task<ILookup<Id<Case>, SharedByMistake>> SharedAsync(AppDb db, List<Id<Case>> cases, string legalBasis, CancellationToken ct)
    {
        var plans = await db.Plans.IgnoreQueryFilters([AccessFilter.Name]).Where(p => cases.Contains(p.CaseId)).Select(p => new { p.Id, p.CaseId }).ToListAsync(ct);
        var conferences = await db.PlanConferences.IgnoreQueryFilters([AccessFilter.Name]).Where(p => cases.Contains(p.CaseId)).Select(p => new { p.Id, p.CaseId }).ToListAsync(ct);
        var roots = plans.Select(p => (p.Id.Value, p.CaseId)).Concat(conferences.Select(p => (p.Id.Value, p.CaseId))).ToDictionary(p => p.Value, p => p.CaseId);
        Guid[] ids = [.. roots.Keys];
        var grants = await db.Grants.AsNoTracking()
            .Where(g => ids.Contains(g.RootId) && g.LegalBasis == legalBasis && (g.Basis == GrantBasis.Consent || g.Basis == GrantBasis.PlanConference) && g.From < g.Until)
            .Select(g => new
            {
                g.RootId,
                Shared = new SharedByMistake(g.RootKind, g.SubjectId, g.From, g.Until, db.AuditEntries.Count(e => e.Kind == AuditEntry.Seen && e.RootId == g.RootId
                    && ((Guid)(object)e.OrganisationId == g.SubjectId || (Guid)(object)e.AccountId == g.SubjectId) && e.At >= g.From && e.At < g.Until)),
            }).ToListAsync(ct);
        return grants.ToLookup(g => roots[g.RootId], g => g.Shared);
    }
}
