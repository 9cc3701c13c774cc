namespace Tsunagi.Domain.Shared;

/// <summary>The kinds of record that access is granted to; everything else is reached through one of them.</summary>
public enum RootKind
{
    /// <summary>相談.</summary>
    Consultation,
    /// <summary>気になる情報.</summary>
    Lead,
    /// <summary>人.</summary>
    Person,
    /// <summary>世帯.</summary>
    Household,
    /// <summary>支援ケース.</summary>
    Case,
    /// <summary>引継ぎ.</summary>
    Handover,
    /// <summary>つなぎ.</summary>
    Handoff,
    /// <summary>支援会議の案件（封印）.</summary>
    Matter,
    /// <summary>依頼票.</summary>
    WorkOrder,
    /// <summary>同意.</summary>
    Consent,
    /// <summary>重層的支援会議.</summary>
    PlanConference,
    /// <summary>支援プラン.</summary>
    Plan,
    /// <summary>決裁.</summary>
    Decision,
    /// <summary>通告・通報.</summary>
    UrgentReport,
    /// <summary>通告者・通報者: a root apart from the report's, so that a grant on the report can never open it.</summary>
    ReporterIdentity,
    /// <summary>電話メモ.</summary>
    PhoneMemo,
    /// <summary>連携検討のお知らせ.</summary>
    CoordinationNotice,
    /// <summary>利用者アカウント: administration, no content.</summary>
    Account,
    /// <summary>The system itself: sign-in, settings, lists without a record of their own.</summary>
    System,
}

/// <summary>Names one root record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id; empty for <see cref="RootKind.System"/>.</param>
public readonly record struct RootRef(RootKind Kind, Guid Id)
{
    /// <summary>The system itself.</summary>
    public static RootRef System => new(RootKind.System, Guid.Empty);

    /// <summary>Names a root by its typed id.</summary>
    public static RootRef Of<T>(RootKind kind, Id<T> id) => new(kind, id.Value);
}
