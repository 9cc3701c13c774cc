using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Words;

/// <summary>What a refusal says: what is wrong, and what to do about it. One place for every wording (rules §11, ui.md).</summary>
public static class RefusalWords
{
    /// <summary>The sentence for a reason.</summary>
    public static string Of(RefusalCode code) => code switch
    {
        RefusalCode.NotFound => "該当する記録はありません。",
        RefusalCode.NotAllowed => "この操作は、担当する組織または役割の方が行います。担当者にご連絡ください。",
        RefusalCode.WrongState => "いまの状態では、この操作はできません。画面を開き直して、最新の状態を確かめてください。",
        RefusalCode.Stale => "ほかの方が先に更新しました。下に両方の内容を示します。入力した内容は消えていません。",
        RefusalCode.Required => "入力してください。",
        RefusalCode.TooLong => "長すぎます。短くまとめるか、続きを支援経過に書いてください。",
        RefusalCode.UnknownCode => "一覧から選んでください。",
        RefusalCode.DateInFuture => "今日までの日付を入力してください。",
        RefusalCode.DateInPast => "今日以降の日付を入力してください。",
        RefusalCode.PeriodReversed => "終わりの日は、始まりの日以降にしてください。",
        RefusalCode.IndividualNumber => "個人番号（マイナンバー）と思われる12桁の数字が含まれています。個人番号は記録できません。数字を取り除いてください。",
        // Accounts
        RefusalCode.AlreadyTaken => "すでに使われています。別のものを入力してください。",
        RefusalCode.WeakPassword => "12文字以上で、同じ文字のくり返しや推測されやすい語、利用者IDを含まないパスワードにしてください。",
        // Handoffs
        RefusalCode.SameOrganisation => "送った機関や、いまの受け手とは別の機関を選んでください。",
        RefusalCode.WrongHandoffKind => "この種類のつなぎでは、この操作はできません。",
        RefusalCode.AssessmentNeeded => "アセスメントシートか、同じ項目のある書類を添えてください。空欄があっても送れます。",
        RefusalCode.CriteriaNotAllMet => "三つの基準がすべて「はい」のときに受けられます。受付判断を先に記録してください。",
        RefusalCode.NoCriterionFails => "つなぎ戻せるのは、「いいえ」の基準があるときだけです。情報が足りないときは、追加情報を依頼してください。",
        RefusalCode.DecisionNeeded => "決裁が要ります。起案を送るには「決裁へ」を押してください。",
        RefusalCode.DecisionNotNeeded => "この操作に決裁は要りません。そのまま進められます。",
        RefusalCode.DecisionDiffers => "別の起案の決裁です。画面を開き直してください。",
        RefusalCode.OwnProposal => "自分の起案は決裁できません。決裁する役職のほかの方が行います。",
        RefusalCode.QuestionClosed => "この質問には回答済みか、取り下げられています。",
        RefusalCode.LegalBasisNeeded => "提供の根拠を選んでください。根拠のない提供はできません。",
        RefusalCode.LegalBasisNotOffered => "この根拠は、こちらの機関では使えません。一覧から選んでください。",
        RefusalCode.ProtectedLocation => "支援措置のため、住所・電話は同封できません。窓口どうしで連絡してください。",
        // UrgentReports
        RefusalCode.SubjectNeeded => "だれについてかを、分かる範囲で書いてください（名前が分からなくても、年ごろや場所の様子で足ります）。",
        RefusalCode.NoReceivingTeam => "このシステムを使っていない相手への通告・通報では、通告した人のことは残せません。口頭で伝えてください。",
    };
}
