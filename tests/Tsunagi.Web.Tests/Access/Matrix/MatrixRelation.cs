using Tsunagi.Domain.Access;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>How somebody stands to the records of the world; one column of the matrix.</summary>
/// <param name="Key">Its name in the rule table.</param>
/// <param name="Japanese">Its head in the document.</param>
/// <param name="Meaning">What the document says of it.</param>
/// <param name="Login">Who stands for it; null for nobody signed in.</param>
/// <param name="Organisation">Whom they work for, where the test town does not know them.</param>
/// <param name="Role">As what, likewise.</param>
internal sealed record MatrixRelation(string Key, string Japanese, string Meaning, string? Login, string? Organisation = null, Role Role = default)
{
    public static IReadOnlyList<MatrixRelation> All { get; } =
    [
        new("own", "自窓口", "記録を書いた窓口の担当者。支援会議の提案者、保護された居場所の閲覧者でもある", TestTown.Desk),
        new("chief", "自係長", "同じ窓口の係長", TestTown.DeskChief),
        new("team", "チーム", "支援チームの他機関の職員。法的根拠を記録してケースを「記入」まで開いている", "m.team", "plat-home", Role.OtherDeskWorker),
        new("receiver", "つなぎ先", "つなぎ・引継ぎ・通報を受ける多機関協働の担当者。本人の同意の範囲でプランを共有する", TestTown.Hub),
        new("receivers", "つなぎ先係長", "その係長", TestTown.HubChief),
        new("office", "決裁課", "その窓口の起案を区として決裁する課の課長。ケースにはかかわっていない", "m.office", Office, Role.Manager),
        new("chair", "座長", "その支援会議の座長", TestTown.Chair),
        new("secretary", "事務局", "その支援会議の事務局", TestTown.Secretary),
        new("before", "読前", "読み手として名指しされたが、守秘の説明をまだ受けていない人", "m.before", ReaderAgency, Role.OtherDeskWorker),
        new("after", "読後", "読み手として名指しされ、守秘の説明を受けた人", "m.after", ReaderAgency, Role.OtherDeskWorker),
        new("colleague", "読同僚", "読み手と同じ機関の、名指しされていない職員", "m.colleague", ReaderAgency, Role.OtherDeskWorker),
        new("attendee", "出席者", "説明を受けて支援会議に出席するが読み手でない構成員。重層的支援会議にも招かれている", "m.attendee", "core-disability", Role.OtherDeskWorker),
        new("district", "同地区", "同じ地区の別の窓口", "m.district", "shakyo-desk.taishido", Role.DistrictOfficer),
        new("stranger", "他機関", "別の地区の窓口", TestTown.OtherDesk),
        new("excluded", "除外", "自窓口の職員だが、本人の親族であると申告した人", Excluded, TestOrganisations.Desk, Role.DeskWorker),
        new("area", "地域調整", "総合支所の地域調整課", TestTown.AreaManager),
        new("policy", "政策課", "保健福祉政策課", TestTown.Policy),
        new("auditor", "監査", "監査担当", TestTown.Auditor),
        new("privacy", "個人情報", "個人情報保護担当", TestTown.Privacy),
        new("admin", "管理者", "システム管理者", TestTown.Administrator),
        new("nobody", "未サインイン", "サインインしていない。会議のゲスト（利用者の登録がない外部の方）もここに当たる", null),
    ];

    public const string ReaderAgency = "port.setagaya", Office = "health-welfare.setagaya.welfare", Excluded = "m.excluded";

    public static MatrixRelation Of(string key) => All.Single(r => r.Key == key);

    public override string ToString() => Japanese;
}
