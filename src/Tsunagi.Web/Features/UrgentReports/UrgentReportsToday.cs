using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報: reports to acknowledge, and safety checks that are due or overdue – for supervisors too, once they climbed.</summary>
sealed class UrgentReportsToday(ListUrgentReports list, Work work, UrgentReportGround ground) : ISeldomToday
{
    public Permission Needs => Permission.ListUrgentReports;

    public IQueryable<int> Waiting => list.Waiting.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct) => [.. (await list.WaitingAsync(ct)).Where(IsFor).Select(Row)];

    /// <summary>What is in time lies with the workers; what is late climbs to the 係長, and then to the 課長.</summary>
    private bool IsFor(UrgentReportRow row) =>
        !work.Actor.Roles.All(r => r is Role.SectionChief or Role.Manager)
        || row.Climb >= (work.Actor.Is(Role.SectionChief) ? Climb.Supervisor : Climb.Manager);

    private TodayRow Row(UrgentReportRow row) => new(
        row.NextCheckDue is null ? TodayList.Waiting : TodayList.Due, row.NextCheckDue ?? row.ReportedAt, ground.KindName(row.Kind), UrgentReportLinks.Detail(row.Id))
    {
        When = row.IsOursToReceive ? "受理の確認待ち"
            : row.NextCheckDue is { } due ? $"安全確認 {DateWords.Short(due)}まで　{(row.Climb == Climb.None ? "" : UrgentReportWords.Of(row.Climb))}"
            : $"{UrgentReportWords.Of(row.State)}　次の安全確認の期限が決まっていません",
        Tone = row.ImminentDanger ? Tone.Danger : row.Climb == Climb.None ? Tone.Neutral : Tone.Warning,
        NextLabel = row.IsOursToReceive ? "受理を記録する" : "安全確認を記録する",
    };
}
