using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Words;

/// <summary>閲覧の根拠, as it stands above every record.</summary>
public static class GrantWords
{
    /// <summary>The words of a basis.</summary>
    public static string Of(GrantBasis? basis) => basis is not { } known ? "なし" : known switch
    {
        GrantBasis.Assignment => "担当業務",
        GrantBasis.Team => "支援チーム",
        GrantBasis.Handoff => "つなぎ",
        GrantBasis.Handover => "引継ぎ",
        GrantBasis.Consent => "同意",
        GrantBasis.SupportConference => "支援会議（法106条の6）",
        GrantBasis.PlanConference => "重層的支援会議",
        GrantBasis.WorkOrder => "依頼票",
        GrantBasis.Decision => "決裁",
        GrantBasis.Statutory => "法令に基づく提供",
        GrantBasis.BreakGlass => "緊急閲覧",
    };
}
