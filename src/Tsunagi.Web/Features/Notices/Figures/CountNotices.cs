using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Notices;

/// <summary>件数を数える: in the year in which a notice was told, until that year is shown. What is shown stays as it is (docs/adr/0055).</summary>
public sealed class CountNotices(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>Counts an outcome on, or back where another has taken its place.</summary>
    public async Task RunAsync(CoordinationNotice notice, NoticeOutcome outcome, int by, CancellationToken ct)
    {
        if (!NoticeFigures.IsShown(notice.FiscalYear, ward.Profile.RulesAsOf(work.Today).Notice.DeleteAfterDays, work.Today))
            await db.CountAsync(notice.FiscalYear, outcome, by, ct);
    }
}
