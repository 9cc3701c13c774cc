using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Shared;

/// <summary>One line of the audit as it reads: who did what, for whom, on which ground.</summary>
public sealed record AuditLine(DateTimeOffset At, string Who, string Organisation, string What, string? LegalBasis, string? Reason);

/// <summary>Puts lines of the audit into words. They are rendered from the audit itself: there is no second list to fall out of step.</summary>
public sealed class AuditLines(NameBook names, CurrentWard ward)
{
    private static readonly string[] ReasonLists = [CodeLists.SuspensionReason, CodeLists.ClosingOutcome, CodeLists.HandoverReason];

    /// <summary>The lines in their words, in their order.</summary>
    /// <param name="entries">The lines.</param>
    /// <param name="typed">What stands for a reason that was typed: the words themselves to those who may read the record, only that there are some to others.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<AuditLine>> OfAsync(IReadOnlyList<AuditEntry> entries, Func<string, string> typed, CancellationToken ct)
    {
        await names.ForAsync(entries.Select(e => (Id<Account>?)e.AccountId), [], ct);
        return
        [
            .. entries.Select(e => new AuditLine(
                e.At, e.AccountId == default ? "システム" : names.Of(e.AccountId), e.OrganisationId == default ? "" : names.Of(e.OrganisationId), AuditWords.Of(e),
                e.LegalBasis is { } basis ? ward.Profile.LegalBases.FirstOrDefault(b => b.Code == basis)?.Name ?? basis : null,
                e.Reason is { } reason ? ReasonLists.Select(list => ward.Profile.CodeList(list).Find(reason)?.Name).FirstOrDefault(name => name is not null) ?? typed(reason) : null)),
        ];
    }
}
