using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>Where the 通告・通報 pages are.</summary>
public static class UrgentReportLinks
{
    public const string List = "/urgent-reports";
    public const string New = "/urgent-reports/new";

    /// <summary>The card, taken up from what is open (<c>case=…</c>), if anything is.</summary>
    public static string From(string? open) => open is null ? New : $"{New}?{open}";

    public static string Detail(Id<UrgentReport> report) => $"/urgent-reports/{report}";

    public static string Print(Id<UrgentReport> report) => $"{Detail(report)}/print";

    /// <summary>With who reported it, for those who may know.</summary>
    public static string PrintWithReporter(Id<UrgentReport> report) => $"{Print(report)}?reporter=true";
}
