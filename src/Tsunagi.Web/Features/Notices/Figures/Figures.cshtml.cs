using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>One year's figures.</summary>
public sealed record NoticeYear(int FiscalYear, IReadOnlyList<NoticeFigure> Figures);

/// <summary>年ごとの件数と結果: of years in which nothing can change any more, small numbers left out.</summary>
public sealed class SeeNoticeFigures(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>The years that are shown, the latest on top.</summary>
    public async Task<IReadOnlyList<NoticeYear>> RunAsync(CancellationToken ct)
    {
        work.Saw(Permission.SeeNoticeFigures, RootRef.System);
        var small = ward.Profile.RulesAsOf(work.Today).Statistics.SmallCellBelow;
        var counted = await db.NoticeTallies.AsNoTracking().ToListAsync(ct);
        return
        [
            .. counted.GroupBy(t => t.FiscalYear).Where(year => NoticeFigures.IsShown(year.Key, DeleteAfterDays, work.Today)).OrderByDescending(year => year.Key)
                .Select(year => new NoticeYear(year.Key, NoticeFigures.Publish(year.ToDictionary(t => t.Outcome, t => t.Number), small))),
        ];
    }

    /// <summary>The first day on which this fiscal year is shown.</summary>
    public DateOnly ThisYearFrom => NoticeFigures.ShownFrom(JapanTime.FiscalYearOf(work.Today), DeleteAfterDays);

    private int DeleteAfterDays => ward.Profile.RulesAsOf(work.Today).Notice.DeleteAfterDays;
}

/// <summary>年ごとの件数と結果.</summary>
[Permit(Permission.SeeNoticeFigures)]
public sealed class NoticeFiguresModel(SeeNoticeFigures see, CurrentWard ward) : TsunagiPage
{
    public IReadOnlyList<NoticeYear> Years { get; private set; } = [];
    public DateOnly ThisYearFrom => see.ThisYearFrom;
    public int SmallBelow => ward.Profile.RulesAsOf(Today).Statistics.SmallCellBelow;

    public async Task OnGetAsync(CancellationToken ct) => Years = await see.RunAsync(ct);
}
