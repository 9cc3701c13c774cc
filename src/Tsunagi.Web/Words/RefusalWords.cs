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
        // Conferences
        RefusalCode.ChairNotOfWard => "座長は区の所管課長から選んでください。支援会議を招集できるのは区だけです。",
        RefusalCode.SecretaryNotOfWard => "会議事務局は区の職員から選んでください。",
        RefusalCode.ChairOnly => "この操作は座長が行います。座長にご連絡ください。",
        RefusalCode.SecretaryOnly => "この操作は会議事務局が行います。会議事務局にご連絡ください。",
        RefusalCode.NoSecretary => "会議事務局を決めてください。",
        RefusalCode.ChairMustHandOn => "座長が退くときは、先に「座長を交代する」を行ってください。",
        RefusalCode.DutyNotExplained => "守秘義務の説明が記録されていない方がいます。説明して記録してから進めてください。",
        RefusalCode.SelfInterested => "利害関係のある方は構成員にできません。",
        RefusalCode.AlreadyNamed => "すでに登録されています。",
        RefusalCode.PartTaken => "この機関の同じ立場の方がすでにいます。各機関は出席者・所属長・代理の一人ずつです。",
        RefusalCode.TooFewMembers => "二つ以上の機関の構成員を選んでください。",
        RefusalCode.NoItems => "議題を一つ以上入れてください。",
        RefusalCode.NotAMember => "この回の構成員ではありません。先に構成員に加えてください。",
        RefusalCode.NotAReader => "この方はこの回の閲覧者に指名されていません。先に指名してください。",
        RefusalCode.GuestReadsItemsOnly => "ゲストは名指しした項目だけを見られます。「名指しの項目のみ」を選んでください。",
        RefusalCode.NoRequestRecorded => "協力の求めを先に記録してください。情報はすべて、だれに何を求めたかと結びつけて記録します。",
        RefusalCode.MinutesNotConfirmed => "確定した会議録を座長が確認してから進めてください。",
        RefusalCode.ConsentNotActive => "本人の同意が確認できません。同意を得るまでは支援会議を続けてください。",
        RefusalCode.CopiesOutstanding => "回収していない紙の写しがあります。回収するか、紛失の経緯を記録してください。",
        RefusalCode.ChairNotTold => "差し迫った危険への対応が座長へ報告されていません。先に報告を記録してください。",
        RefusalCode.WorkOrderWaits => "承認を待っている依頼票があります。承認するか、取りやめてください。",
        RefusalCode.SourceInText => "情報の出どころや会議のことが分かる言葉が入っています。取り除いてください。",
        RefusalCode.KnownNameInText => "案件に出てくる人の名前が入っています。取り除いてください。",
    };
}
