using Tsunagi.Domain.Cases;

namespace Tsunagi.Web.Words;

/// <summary>What the states and parts of a case are called.</summary>
public static class CaseWords
{
    public static string Of(CaseState state) => state switch
    {
        CaseState.Open => "支援中",
        CaseState.Suspended => "一時休止",
        CaseState.Closed => "終結",
    };

    public static string Of(CasePersonRole role) => role switch
    {
        CasePersonRole.Subject => "本人",
        CasePersonRole.HouseholdMember => "同一世帯",
        CasePersonRole.Related => "関係者",
    };

    public static string Of(SupportApproach approach) => approach switch
    {
        SupportApproach.ProblemSolving => "課題解決をめざす支援",
        SupportApproach.StayingConnected => "つながり続ける支援",
    };

    public static string Of(CaseTaskState state) => state switch
    {
        CaseTaskState.Open => "対応待ち",
        CaseTaskState.Done => "済み",
        CaseTaskState.Unable => "困難",
        CaseTaskState.Cancelled => "取消し",
    };

    public static string Of(HandoverState state) => state switch
    {
        HandoverState.Offered => "返事待ち",
        HandoverState.Accepted => "引き受け済み",
        HandoverState.Declined => "引き受け困難",
        HandoverState.Withdrawn => "取下げ",
    };

    public static string Of(FactSourceKind kind) => kind switch
    {
        FactSourceKind.Person => "本人・家族などの話",
        FactSourceKind.Agency => "関係機関から",
        FactSourceKind.Observation => "訪問・面接で見たこと",
        FactSourceKind.Document => "書類",
    };

    public static string Of(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Fact => "事実",
        ParagraphKind.Judgement => "見立て",
    };

    public static string Of(AssessmentSection section) => section switch
    {
        AssessmentSection.Health => "健康",
        AssessmentSection.Certificates => "手帳・認定",
        AssessmentSection.IncomeAndDebt => "収入・債務",
        AssessmentSection.Housing => "住まい",
        AssessmentSection.Work => "仕事",
        AssessmentSection.Education => "教育",
        AssessmentSection.Care => "介護・育児・世話",
        AssessmentSection.Family => "家族関係",
        AssessmentSection.SocialTies => "人や地域とのつながり",
        AssessmentSection.Strengths => "強み",
        AssessmentSection.Wishes => "本人の望み",
        AssessmentSection.Services => "利用中の制度・サービス",
        AssessmentSection.InsuranceAndPension => "保険・年金",
        AssessmentSection.History => "生活歴・相談歴",
        AssessmentSection.Formulation => "見立て",
    };

    public static string Of(CaseLinkKind kind) => kind switch
    {
        CaseLinkKind.OtherSideOfHandoff => "つなぎの相手方のケース",
        CaseLinkKind.Previous => "終結した前のケース",
    };
}
