using Tsunagi.Domain.Consultations;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Words;

/// <summary>The words of consultations and leads, as the ward offices say them.</summary>
public static class ConsultationWords
{
    /// <summary>Where a consultation stands.</summary>
    public static string Of(ConsultationState state) => state switch
    {
        ConsultationState.Draft => "受付未完了",
        ConsultationState.Received => "対応待ち",
        ConsultationState.InformationGiven => "情報提供で終了",
        ConsultationState.Kept => "この窓口で継続",
        ConsultationState.HandedOff => "つないだ",
        ConsultationState.VisitPlanned => "訪問（実態把握）",
    };

    /// <summary>What that means at a glance.</summary>
    public static Tone ToneOf(ConsultationState state) => state switch
    {
        ConsultationState.Draft or ConsultationState.Received => Tone.Warning,
        ConsultationState.InformationGiven => Tone.Neutral,
        ConsultationState.Kept or ConsultationState.HandedOff or ConsultationState.VisitPlanned => Tone.Success,
    };

    /// <summary>Whether the person agreed.</summary>
    public static string Of(IntakeAgreement agreement) => agreement switch
    {
        IntakeAgreement.NotAsked => "まだ聞いていない",
        IntakeAgreement.RecordAndShare => "記録と、関係機関との共有に同意",
        IntakeAgreement.RecordOnly => "記録のみ同意",
        IntakeAgreement.Declined => "同意しない",
    };

    /// <summary>How somebody is concerned.</summary>
    public static string Of(ConcernedAs how) => how switch
    {
        ConcernedAs.Subject => "本人",
        ConcernedAs.Visitor => "相談者",
        ConcernedAs.HouseholdMember => "世帯の人",
        ConcernedAs.Other => "関係者",
    };

    /// <summary>Where a lead stands.</summary>
    public static string Of(LeadState state) => state switch
    {
        LeadState.New => "新規",
        LeadState.Watching => "見守り中",
        LeadState.BecameConsultation => "相談になった",
        LeadState.BecameCase => "支援ケースになった",
        LeadState.Ended => "終了",
    };

    /// <summary>What a step on a lead was.</summary>
    public static string Of(LeadStepKind kind) => kind switch
    {
        LeadStepKind.Noticed => "気づいた",
        LeadStepKind.Watched => "見守り",
        LeadStepKind.BecameConsultation => "相談になった",
        LeadStepKind.BecameCase => "支援ケースになった",
        LeadStepKind.Ended => "終了した",
        LeadStepKind.Reopened => "再開した",
    };

    /// <summary>The label of a field, for the trace of corrections; the English name when it has none.</summary>
    public static string OfField(string field) => Fields.GetValueOrDefault(field, field);

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["At"] = "受付日時",
        ["Channel"] = "相談方法",
        ["Route"] = "相談経路",
        ["VisitorName"] = "相談者の氏名",
        ["VisitorAgency"] = "相談者の機関名",
        ["VisitorContact"] = "相談者の連絡先",
        ["VisitorRelation"] = "本人との関係",
        ["OwnWords"] = "主訴（本人の言葉）",
        ["Wishes"] = "希望",
        ["Care"] = "伝え方・配慮",
        ["AgreementWords"] = "同意についての言葉",
        ["Observations"] = "職員の気づき",
        ["Topics"] = "相談内容",
        ["WorstTopic"] = "最も困っていること",
        ["Statements"] = "同席した人の言葉",
        ["Urgency"] = "緊急度",
        ["DangerSigns"] = "危険の印",
        ["Agreement"] = "記録と共有への同意",
        ["Persons"] = "相談に出てくる人",
        ["Household"] = "世帯",
        ["Minutes"] = "かかった時間",
        ["OutcomeText"] = "対応の内容",
        ["Family"] = "氏",
        ["Given"] = "名",
        ["FamilyKana"] = "氏（ふりがな）",
        ["GivenKana"] = "名（ふりがな）",
        ["Common"] = "通称",
        ["Former"] = "旧姓",
        ["BirthDate"] = "生年月日",
        ["Gender"] = "性別",
        ["Language"] = "使う言語",
        ["NeedsInterpreter"] = "通訳など",
        ["Notes"] = "配慮・連絡のしかた",
        ["Source"] = "だれから聞いたか",
        ["AddressKind"] = "住所の有無",
        ["Address"] = "住所",
        ["School"] = "学校・園",
        ["Clinic"] = "かかりつけ医",
        ["Workplace"] = "勤務先",
        ["Stay"] = "居所",
        ["Phones"] = "電話",
        ["DiedOn"] = "亡くなった日",
    };
}
