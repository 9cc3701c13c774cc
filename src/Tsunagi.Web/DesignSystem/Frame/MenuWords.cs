namespace Tsunagi.Web.DesignSystem.Frame;

/// <summary>The words of the menu, in their order.</summary>
public static class MenuWords
{
    public const string Today = "今日";
    public const string NewConsultation = "相談を記録";
    public const string Consultations = "相談";
    public const string PhoneMemos = "電話メモ";
    public const string Search = "さがす";
    public const string Handoffs = "つなぎ";
    public const string Conferences = "会議";
    public const string Cases = "支援中";
    public const string UrgentReports = "通告・通報";
    public const string Decisions = "決裁";
    public const string Leads = "気になる情報";
    public const string Notices = "連携検討のお知らせ";
    public const string Participation = "参加・資源";
    public const string Districts = "地区";
    public const string Indicators = "実績";
    public const string NoticeFigures = "お知らせの件数";
    public const string Bounces = "つなぎの滞り";
    public const string Exclusions = "閲覧の除外";
    public const string TakeBackExclusions = "除外の取下げ";
    public const string LocationReads = "居場所の閲覧";
    public const string ConsentCorrections = "同意の訂正";
    public const string Audit = "監査記録";
    public const string Admin = "管理";

    public static readonly IReadOnlyList<string> InOrder =
        [Today, NewConsultation, Consultations, PhoneMemos, Search, Handoffs, Conferences, Cases, UrgentReports, Decisions, Leads, Notices, Participation, Districts, Indicators, NoticeFigures, Bounces, Exclusions, TakeBackExclusions, LocationReads, ConsentCorrections, Audit, Admin];
}
