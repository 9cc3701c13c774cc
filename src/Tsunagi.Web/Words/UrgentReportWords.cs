using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Words;

/// <summary>通告・通報の言葉.</summary>
public static class UrgentReportWords
{
    public static string Of(UrgentReportState state) => state switch
    {
        UrgentReportState.Reported => "通告・通報した（受理の確認待ち）",
        UrgentReportState.Acknowledged => "受理を確認した",
        UrgentReportState.Checking => "安全確認中",
        UrgentReportState.Ended => "対応を終えた",
    };

    public static Tone ToneOf(UrgentReportState state) => state switch
    {
        UrgentReportState.Reported => Tone.Warning,
        UrgentReportState.Acknowledged or UrgentReportState.Checking => Tone.Info,
        UrgentReportState.Ended => Tone.Success,
    };

    public static string Of(Climb climb) => climb switch
    {
        Climb.None => "期限内",
        Climb.Supervisor => "安全確認が遅れています（係長へ）",
        Climb.Manager => "安全確認が遅れています（課長へ）",
    };

    /// <summary>The emergency numbers and what they are for.</summary>
    public static IReadOnlyList<(string Number, string Words)> Emergency { get; } = [("110", "110番（警察）に電話した"), ("119", "119番（救急）に電話した")];
}
