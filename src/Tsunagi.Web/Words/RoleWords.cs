using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Words;

/// <summary>What the roles are called.</summary>
public static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.DeskWorker => "窓口職員",
        Role.OtherDeskWorker => "その他の相談窓口の職員",
        Role.HubOfficer => "多機関協働担当",
        Role.OutreachWorker => "アウトリーチ担当",
        Role.ParticipationWorker => "参加支援担当",
        Role.DistrictOfficer => "地区担当職員",
        Role.SectionChief => "係長",
        Role.Manager => "課長",
        Role.ConferenceChair => "支援会議の座長",
        Role.ConferenceSecretary => "会議事務局",
        Role.ConferenceMember => "会議の構成員",
        Role.Coordinator => "調整担当",
        Role.AreaManager => "地域調整担当",
        Role.PolicyOfficer => "保健福祉政策担当",
        Role.PrivacyOfficer => "個人情報保護担当",
        Role.Auditor => "監査担当",
        Role.Administrator => "システム管理者",
    };

    /// <summary>この役割がここですること: what a role does here, for whoever finds nothing waiting.</summary>
    public static string DoingOf(Role role) => role switch
    {
        Role.DeskWorker or Role.OtherDeskWorker => "相談を受けて記録し、この窓口で支えるか、ほかの機関へつなぎます。",
        Role.HubOfficer => "多機関協働へのつなぎを受けて判断し、会議を開き、支援プランを作ります。",
        Role.OutreachWorker => "支援が届いていない方を訪ね、つながりを保ちます。",
        Role.ParticipationWorker => "本人の望みに合う場を見つけ、参加を支えます。",
        Role.DistrictOfficer => "地区で気になる方の相談を受け、つなぎます。",
        Role.SectionChief => "担当者を決め、起案を確認します。",
        Role.Manager => "起案を決裁します。",
        Role.ConferenceChair => "支援会議の座長を引き受け、会議を進めて決めます。",
        Role.ConferenceSecretary => "会議の準備をし、記録を作ります。",
        Role.ConferenceMember => "支援会議に名前を挙げて招かれたとき、求めに答えて情報を持ち寄ります。届いた依頼票に答えます。",
        Role.Coordinator => "連携検討のお知らせを受け、重層的支援会議を整え、支援会議を提案します。",
        Role.AreaManager => "つなぎの滞りを見ます。相談や支援の内容は開けません。",
        Role.PolicyOfficer => "事業全体を計画し、実績をまとめる役割です。個人の記録は開けません。実績を見る画面は、いまの版にはまだありません。",
        Role.PrivacyOfficer => "監査記録、居場所の閲覧、同意の訂正を確かめ、閲覧の除外の取下げを決めます。",
        Role.Auditor => "だれがどの記録を見たか・変えたかを、監査記録で確かめます。個人の記録は開けません。",
        Role.Administrator => "利用者と役割を管理します。相談や支援の内容は開けません。",
    };

    /// <summary>A role as a line of decision keeps it; nothing where there is none.</summary>
    public static string Of(string? role) => Enum.TryParse<Role>(role, out var known) ? Of(known) : "";
}
