using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One line of the 閲覧履歴: who did what with the case, for whom, on which ground.</summary>
public sealed record HistoryRow(DateTimeOffset At, string Who, string Organisation, string What, string? LegalBasis, string? Reason);

/// <summary>閲覧履歴: the audit lines of a case, newest first. Rendered from the audit itself: there is no second list to fall out of step.</summary>
public sealed class CaseHistory(AppDb db, Work work, NameBook names, CaseCodes codes, HistoryKey keys)
{
    private const int PageSize = 100;

    /// <summary>One page, and where the next begins; null at the end.</summary>
    public async Task<(IReadOnlyList<HistoryRow> Rows, string? Before)> RunAsync(Id<Case> id, string? key, CancellationToken ct)
    {
        var before = keys.Open(key, id, work.Actor.Account);
        var found = await db.AuditEntries.AsNoTracking().Where(e => e.RootId == id.Value && (before == null || e.Sequence < before))
            .OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        await names.ForAsync(shown.Select(e => (Id<Account>?)e.AccountId), [], ct);
        return ([.. shown.Select(e => new HistoryRow(
            e.At, names.Of(e.AccountId), names.Of(e.OrganisationId), WhatOf(e),
            e.LegalBasis is { } basis ? codes.LegalBasisName(basis) : null, e.Reason is { } reason ? codes.ReasonName(reason) : null))],
            found.Count > PageSize ? keys.Seal(shown[^1].Sequence, id, work.Actor.Account) : null);
    }

    private static string WhatOf(AuditEntry entry) => entry.Kind is AuditEntry.Seen or AuditEntry.Refused or AuditEntry.Printed
        ? $"{CaseEventWords.Of(entry.Kind)}：{Permissions.Of(entry.Permission).Japanese}"
        : CaseEventWords.Knows(entry.Kind) ? CaseEventWords.Of(entry.Kind) : Permissions.Of(entry.Permission).Japanese;
}
