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
        // People and households
        RefusalCode.KanaOnly => "ふりがなは、ひらがなかカタカナで入力してください。",
        RefusalCode.LocationProtected => "支援措置の方です。住所・電話・学校などは、ここには書けません。保護情報の担当者に伝えてください。",
        RefusalCode.SecondPersonNeeded => "この操作は二人で行います。もう一人の確認者を指定してください。",
        RefusalCode.NothingChanged => "変わったところがありません。",
        RefusalCode.OtherHolder => "ほかの機関の記録です。この窓口の記録として新しく書いてください。",
        RefusalCode.AlreadyMember => "その日にはすでに世帯に入っています。",
        RefusalCode.NotMember => "いまの世帯員から選んでください。",
        RefusalCode.ReferencePersonStays => "続柄の基準になっている人です。先に、別の人を基準に変えてください。",
        // Consultations and leads
        RefusalCode.WorstTopicNotAmongTopics => "◎は、○をつけた相談内容の中から選んでください。",
        RefusalCode.SamePersonTwice => "同じ人が二度書かれています。一つにしてください。",
        RefusalCode.OutOfRange => "数が大きすぎるか、小さすぎます。確かめてください。",
        RefusalCode.DateUnreadable => "日付を読み取れません。令和8年11月21日、R8.11.21、2026-11-21 のように入力してください。",
        RefusalCode.EraMissing => "元号がありません。S50.3.3、昭和50年3月3日 のように、元号か西暦4桁をつけてください。",
        RefusalCode.OutsideEra => "元号と日付が合いません。明治は45年7月30日、大正は15年12月25日、昭和は64年1月7日、平成は31年4月30日まで、令和は元年5月1日からです。",
        RefusalCode.NoSuchDay => "ない日付です。月と日を確かめてください。",
        RefusalCode.TimeUnreadable => "時刻を読み取れません。14:02、午後2時 のように入力してください。",
        RefusalCode.PhoneUnreadable => "電話番号を読み取れません。市外局番から、または 5432-2914 のように入力してください。",
        RefusalCode.NumberUnreadable => "数字で入力してください。",
        // Attachments
        RefusalCode.FileEmpty => "ファイルが空です。選び直してください。",
        RefusalCode.FileTooLarge => "ファイルが大きすぎます。10MBまでにしてください。",
        RefusalCode.FileTypeNotAllowed => "この種類のファイルは添付できません。PDF、JPEG、PNG、テキスト、Word（docx）、Excel（xlsx）で、名前と中身の合うものを選んでください。",
        // Protected locations
        RefusalCode.NotNamedReader => "居場所を読めるのは、閲覧者に決められた方だけです（期限まで）。係長・課長にご相談ください。",
        RefusalCode.NotOnDutyList => "電話で承認できるのは、この記録を持つ組織の係長・課長です。当番表を確かめてください。",
        RefusalCode.ShutOut => "この記録から除外されている職員は、選べません。",
    };
}
