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
        // Consents
        RefusalCode.ConsentPeriodTooLong => "同意の期間が、区で定めた長さを超えています。終わりの日を早めてください。",
        RefusalCode.ConsentBeforeExplanation => "説明より前の日時です。説明のあとに同意を受けた日時を入力してください。",
        RefusalCode.ConsentNeedsRepresentative => "区で定めた年齢に満たないため、法定代理人の同意が要ります。本人の気持ちも書いてください。",
        RefusalCode.ConsentNotAMinor => "親権者・未成年後見人は、成年の方に代わって同意できません。",
        RefusalCode.ConsentPersonCanDecide => "本人が判断できるため、本人の同意を受けてください。代わりに同意することはできません。",
        RefusalCode.ConsentPersonCannotJudge => "本人の判断が難しいときは、成年後見人などの同意を受けるか、「判断困難・代理人なし」として支援会議と後見申立を検討してください。",
        RefusalCode.ConsentRepresentativeNotAsked => "虐待の疑いや利益相反のある代理人には同意を求めません。「判断困難・代理人なし」として支援会議を検討してください。",
        RefusalCode.ConsentAuthorityNotProven => "保佐人・補助人・任意後見人は、権限の範囲内でだけ同意できます。確かめた書類と権限を書いてください。",
        RefusalCode.ConsentChildInterpreter => "子どもに家族の通訳はさせません。ほかの通訳を頼んでください。",
        RefusalCode.ConsentMissing => "同意がまだありません。説明して同意を受けてください。",
        RefusalCode.ConsentExpired => "同意の期限が切れています。あらためて説明して同意を受けてください。",
        RefusalCode.ConsentWithdrawn => "同意が撤回されています。共有はできません。",
        RefusalCode.ConsentDeclined => "本人が同意していません。",
        RefusalCode.ConsentNobodyCan => "判断困難で代理人がいません。支援会議と後見申立を検討してください。",
        RefusalCode.ConsentNotCovering => "同意の範囲に含まれていません（目的・提供先・情報の区分）。範囲を広げるには、あらためて説明して同意を受けてください。",
        // Plan conferences
        RefusalCode.ConferenceNobodyInvited => "出席する機関を一つ以上入れてください。",
        RefusalCode.ConferenceMemberWithoutConsent => "同意のない世帯員について、機関の記録を持ち込むことはできません。本人が自分の生活として話す範囲だけを扱ってください。必要なときは、別に支援会議を開いてください。",
        RefusalCode.ConferencePlanNotReady => "プランがこの会議で扱える状態ではありません。プランの状態を確かめてください。",
        RefusalCode.ConferenceHeldBeforeCheck => "同意を確認する前の日時です。同意の確認のあとに開会してください。",
        RefusalCode.ConferenceDecisionNotForPurpose => "この会議の目的では選べない結論です。",
        RefusalCode.ConferenceContentMissing => "この会議で扱うべき内容の記録がありません。",
        RefusalCode.ConferenceVoiceMissing => "意見を聞いていない出席者がいます。",
        RefusalCode.ConferenceObjectionOpen => "異議のある出席者がいます。話し合って合意してから結論を出してください。",
        // Plans
        RefusalCode.PlanPeriodTooLong => "プランの期間が、区で定めた長さを超えています。",
        RefusalCode.PlanPeriodOver => "プランの期間が過ぎています。期間を直してください。",
        RefusalCode.PlanSubjectUnknown => "プランの対象者から選んでください。",
        RefusalCode.PlanEntryTwice => "同じ目標・支援内容・機関が二度入っています。",
        RefusalCode.PlanMainAgencyWithoutRole => "主担当の機関に役割を書いてください。",
        RefusalCode.PlanMonitoringOutsidePeriod => "モニタリングの日は、プランの期間内にしてください。",
        RefusalCode.PlanSignedAlready => "この方は、この版にすでに署名しています。",
        RefusalCode.PlanSuccessorOpen => "次の版を作成しています。先にそれを進めるか取り下げてください。",
        RefusalCode.PlanNotConcluded => "重層的支援会議の結論がありません（または、すでに使われた結論です）。会議に諮ってください。",
        RefusalCode.PlanDecisionOrder => "区で定めた順序では、先に別の判断・決定が要ります。",
        RefusalCode.PlanDecisionNotMade => "決裁がまだです。起案を送るには「決裁へ」を押してください。",
        RefusalCode.PlanDecisionNotAboutThis => "この版についての決裁ではないか、すでに使われた決裁です。あらためて起案してください。",
        RefusalCode.PlanNotEvaluated => "評価がまだ記録されていません。",
        RefusalCode.PlanFollowUpOpen => "済んでいないフォローアップがあります。",
        // Decisions
        RefusalCode.DecisionNotThisRole => "いまは、ほかの役職の方の番です。",
        RefusalCode.DecisionOwnDraft => "自分の起案を自分で確認・決裁することはできません。",
        RefusalCode.DecisionNotTheAuthor => "取り下げられるのは起案した方だけです。",
        RefusalCode.DecisionDeputyMayNotView => "後閲は、代決した方でなく本来の決裁者が行います。",
        RefusalCode.DecisionRunning => "同じ内容の起案がすでにあります。「決裁」の一覧から確かめてください。",
    };
}
