using System.Collections.Frozen;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.AuditTrail;
using Tsunagi.Web.Features.Notices.Match;

namespace Tsunagi.Web.Words;

/// <summary>監査記録 in words.</summary>
public static class AuditWords
{
    /// <summary>The name under which a sign-in is written down.</summary>
    public const string SignedIn = "SignedIn";

    private static readonly FrozenDictionary<string, string> OfAccounts = new Dictionary<string, string>
    {
        [SignedIn] = "サインインしました",
        [nameof(AccountCreated)] = "利用者を登録しました",
        [nameof(AccountStopped)] = "利用者を停止しました",
        [nameof(AccountResumed)] = "利用者の利用を再開しました",
        [nameof(RoleGiven)] = "役割を与えました",
        [nameof(RoleTaken)] = "役割を外しました",
        [nameof(ApiTokenIssued)] = "APIの鍵を発行しました",
        [nameof(ApiTokenRevoked)] = "APIの鍵を失効させました",
        [nameof(PasswordChanged)] = "パスワードを変えました",
        [MatchAtNight.Matched] = "連携検討のお知らせのために照合しました",
        [nameof(CoordinationNoticeTold)] = "連携検討のお知らせを届けました",
        [nameof(CoordinationNoticeAnswered)] = "連携検討のお知らせへの対応を決めました",
        [nameof(MatchingWishSaid)] = "照合についての希望を書きました",
    }.ToFrozenDictionary();

    /// <summary>What a line tells: the act in its own words, or under which permission it was done, looked at or refused.</summary>
    public static string Of(AuditEntry entry) => entry.Kind is AuditEntry.Seen or AuditEntry.Refused or AuditEntry.Printed
        ? $"{CaseEventWords.Of(entry.Kind)}：{Permissions.Of(entry.Permission).Japanese}"
        : OfAccounts.GetValueOrDefault(entry.Kind) ?? (CaseEventWords.Knows(entry.Kind) ? CaseEventWords.Of(entry.Kind) : Permissions.Of(entry.Permission).Japanese);

    /// <summary>What a line tells of.</summary>
    public static string Of(AuditDeed deed) => deed switch
    {
        AuditDeed.Seen => CaseEventWords.Of(AuditEntry.Seen),
        AuditDeed.Printed => CaseEventWords.Of(AuditEntry.Printed),
        AuditDeed.Refused => CaseEventWords.Of(AuditEntry.Refused),
        AuditDeed.Done => "記録・変更",
    };

    /// <summary>A record as a line names it: its kind, and its number or the name of a colleague.</summary>
    public static string Of(RootKind kind, string? name) => name is null ? Of(kind) : $"{Of(kind)} {name}";

    /// <summary>The kind of record a line is about; nothing where it is about none.</summary>
    public static string Of(RootKind kind) => kind switch
    {
        RootKind.Consultation => "相談",
        RootKind.Lead => "気になる情報",
        RootKind.Person => "人の記録",
        RootKind.Household => "世帯",
        RootKind.Case => "ケース",
        RootKind.Handover => "引継ぎ",
        RootKind.Handoff => "つなぎ",
        RootKind.Matter => "支援会議",
        RootKind.WorkOrder => "依頼票",
        RootKind.Consent => "同意",
        RootKind.PlanConference => "重層的支援会議",
        RootKind.Plan => "支援プラン",
        RootKind.Decision => "決裁",
        RootKind.UrgentReport => "通告・通報",
        RootKind.ReporterIdentity => "通告者・通報者",
        RootKind.PhoneMemo => "電話メモ",
        RootKind.CoordinationNotice => "連携検討のお知らせ",
        RootKind.Account => "利用者",
        RootKind.System => "",
    };
}
