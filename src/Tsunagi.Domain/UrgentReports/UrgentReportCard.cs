using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>通告・通報先.</summary>
/// <param name="Name">Its name, as the profile or the caller gives it.</param>
/// <param name="Team">Its organisation, if it works in the system.</param>
/// <param name="TakenBy">電話を受けた人の名前.</param>
public sealed record ReportRecipient(string Name, Id<Organisation>? Team, string? TakenBy);

/// <summary>
/// どこから: what was open when the card was taken up. A sealed matter's id may stand here because secrecy bars no report
/// (rules §4); whoever reads the report learns nothing of it – see <see cref="UrgentReport.SealedSource"/>.
/// </summary>
public readonly record struct ReportSource(Id<Case>? Case = null, Id<Consultation>? Consultation = null, Id<Matter>? Matter = null);

/// <summary>通告・通報の一枚: everything the first call needs, and nothing that could stand in its way.</summary>
/// <param name="Kind">児童・高齢者・障害者・配偶者 (code; the profile gives each its law and recipients).</param>
/// <param name="About">だれについて: a name, or what is known – a first name, an age, a flat on the third floor.</param>
/// <param name="Facts">見たこと・聞いたこと.</param>
/// <param name="ImminentDanger">今すぐの危険.</param>
/// <param name="EmergencyCalls">110・119: numbers already called.</param>
/// <param name="Recipient">通告・通報先.</param>
/// <param name="ReportedAt">通告・通報した時刻.</param>
/// <param name="Reply">先方の返答.</param>
/// <param name="Source">どこから.</param>
public sealed record UrgentReportCard(
    string Kind,
    string About,
    string Facts,
    bool ImminentDanger,
    IReadOnlyList<string> EmergencyCalls,
    ReportRecipient Recipient,
    DateTimeOffset ReportedAt,
    string? Reply,
    ReportSource Source);

/// <summary>追記した事実.</summary>
public sealed record ReportedFact(int Number, string Text, DateTimeOffset At, Id<Account> By, Id<Organisation> For);

/// <summary>安全確認.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="For">For which organisation.</param>
/// <param name="Seen">目視できたか: the person was seen with one's own eyes.</param>
/// <param name="Result">結果.</param>
public sealed record SafetyCheck(int Number, DateTimeOffset At, Id<Account> By, Id<Organisation> For, bool Seen, string Result);

/// <summary>通告・通報のきまり of one kind, from the profile.</summary>
/// <param name="FirstCheckWithin">次の安全確認まで (child: 48 hours unless the ward says otherwise); none where the ward sets none.</param>
/// <param name="ClimbsAfter">How long an overdue check lies with the 係長 before it is the 課長's too.</param>
public sealed record UrgentReportRules(TimeSpan? FirstCheckWithin, TimeSpan ClimbsAfter);

/// <summary>だれまで上がったか.</summary>
public enum Climb
{
    /// <summary>期限内.</summary>
    None,
    /// <summary>係長.</summary>
    Supervisor,
    /// <summary>課長.</summary>
    Manager,
}
