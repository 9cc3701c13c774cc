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
        // Cases
        RefusalCode.CaseIsClosed => "終結したケースです。支援を再び始めるときは、「新しいケースを開く」から続けてください。",
        RefusalCode.CaseHasOpenHandoff => "返事を待っている「つなぎ」があります。返事を受けるか、取り下げてから終結してください。",
        RefusalCode.CaseHasOpenHandover => "返事を待っている「引継ぎ」があります。返事を受けるか、取り下げてからにしてください。",
        RefusalCode.CaseHasActivePlan => "終わっていない支援プランがあります。プランの終結または中断の手続きを先にしてください。",
        RefusalCode.CaseHasOpenTasks => "答えのないタスクがあります。済・困難・取消のいずれかにしてから終結してください。",
        RefusalCode.PersonAlreadyInCase => "すでにこのケースの対象者です。",
        RefusalCode.PersonNotInCase => "このケースの対象者ではありません。画面を開き直してください。",
        RefusalCode.CaseKeepsAPerson => "対象者が一人のときは外せません。正しい方を先に加えてください。",
        RefusalCode.ContactDaysOutOfRange => "1日から366日までの間で入力してください。",
        RefusalCode.MinutesOutOfRange => "0分から1440分までの間で入力してください。",
        RefusalCode.HandoverToSelf => "いまの担当の組織には引き継げません。ほかの組織を選んでください。担当者を替えるときは「担当者変更」を使ってください。",
        RefusalCode.FactNeedsSource => "事実には情報源が要ります。だれから、何から分かったことかを選んでください。",
        RefusalCode.JudgementHasNoSource => "見立ては書いた人のものです。情報源は付けずに入力してください。",
        RefusalCode.NoteIsRetracted => "取り消された記録です。訂正はできません。新しい経過として書いてください。",
        RefusalCode.TaskOutOfReach => "このケースを見られない相手には頼めません。支援チームに加えて閲覧できるようにするか、つなぎや依頼票を使ってください。",
        RefusalCode.LegalBasisNeeded => "情報を提供する根拠を選んでください。同意による提供は「同意」の画面から行います。",
        // Accounts
        RefusalCode.AlreadyTaken => "すでに使われています。別のものを入力してください。",
        RefusalCode.WeakPassword => "12文字以上で、同じ文字のくり返しや推測されやすい語、利用者IDを含まないパスワードにしてください。",
    };
}
