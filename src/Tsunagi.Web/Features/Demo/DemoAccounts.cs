using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.SignIn;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Demo;

/// <summary>A role somebody holds in one organisation.</summary>
public sealed record DemoPost(OrganisationEntry Organisation, Role Role);

/// <summary>架空の職員: one person to sign in as.</summary>
/// <param name="Login">The sign-in name, beginning with <see cref="SignInModel.DemoPrefix"/>.</param>
/// <param name="Name">架空の氏名.</param>
/// <param name="Posts">What they are, where; more than one for the 所属 switch.</param>
public sealed record DemoAccount(string Login, string Name, IReadOnlyList<DemoPost> Posts)
{
    /// <summary>Name and posts, to choose by.</summary>
    public string Label => $"{Name}（{string.Join('、', Posts.DistinctBy(p => p.Organisation.Code).Select(p => $"{p.Organisation.ShortName} {RoleWords.Of(p.Role)}"))}）";
}

/// <summary>
/// One person per role, to be tried with one click. Organisations are found by what they are (kind, flags, place), so any
/// profile gets its own people; what a profile has not got is filled by the nearest organisation that does the work.
/// </summary>
public static class DemoAccounts
{
    /// <summary>A desk worker at the desk where the demonstration begins.</summary>
    public const string Desk = SignInModel.DemoPrefix + "desk";

    /// <summary>The 係長 of that desk.</summary>
    public const string DeskChief = SignInModel.DemoPrefix + "desk-chief";

    /// <summary>A desk of another organisation in the same district.</summary>
    public const string SecondDesk = SignInModel.DemoPrefix + "desk2";

    /// <summary>社協の窓口, who also does outreach: two memberships.</summary>
    public const string Shakyo = SignInModel.DemoPrefix + "shakyo";

    /// <summary>児童館 or 子ども家庭支援センター.</summary>
    public const string Children = SignInModel.DemoPrefix + "children";

    /// <summary>A desk elsewhere: a stranger to the first desk's records.</summary>
    public const string Elsewhere = SignInModel.DemoPrefix + "elsewhere";

    /// <summary>多機関協働担当.</summary>
    public const string Hub = SignInModel.DemoPrefix + "hub";

    /// <summary>The hub's 係長.</summary>
    public const string HubChief = SignInModel.DemoPrefix + "hub-chief";

    /// <summary>The hub's 課長.</summary>
    public const string HubManager = SignInModel.DemoPrefix + "hub-manager";

    /// <summary>会議事務局.</summary>
    public const string Secretary = SignInModel.DemoPrefix + "secretary";

    /// <summary>支援会議の座長.</summary>
    public const string Chair = SignInModel.DemoPrefix + "chair";

    /// <summary>調整担当.</summary>
    public const string Coordinator = SignInModel.DemoPrefix + "coordinator";

    /// <summary>アウトリーチ担当.</summary>
    public const string Outreach = SignInModel.DemoPrefix + "outreach";

    /// <summary>参加支援担当.</summary>
    public const string Participation = SignInModel.DemoPrefix + "participation";

    /// <summary>会議の構成員 from an organisation for disabled people.</summary>
    public const string Member = SignInModel.DemoPrefix + "member";

    /// <summary>地域調整担当.</summary>
    public const string AreaManager = SignInModel.DemoPrefix + "area";

    /// <summary>保健福祉政策担当.</summary>
    public const string Policy = SignInModel.DemoPrefix + "policy";

    /// <summary>個人情報保護担当.</summary>
    public const string Privacy = SignInModel.DemoPrefix + "privacy";

    /// <summary>監査担当.</summary>
    public const string Auditor = SignInModel.DemoPrefix + "auditor";

    /// <summary>システム管理者.</summary>
    public const string Administrator = SignInModel.DemoPrefix + "admin";

    /// <summary>The people of a ward's demonstration on a day, in the order the sign-in page shows them.</summary>
    public static IReadOnlyList<DemoAccount> Of(WardProfile profile, DateOnly day)
    {
        var at = new DemoOrganisations(profile, day);
        return
        [
            Person(Desk, "太郎", (at.Desk, Role.DeskWorker)),
            Person(DeskChief, "主任", (at.Desk, Role.SectionChief)),
            Person(SecondDesk, "花子", (at.SecondDesk, Role.DeskWorker)),
            Person(Shakyo, "つなぐ", (at.ShakyoDesk, Role.DeskWorker), (at.ShakyoDesk, Role.DistrictOfficer), (at.ShakyoOutreach, Role.OutreachWorker)),
            Person(Children, "こども", (at.Children, Role.OtherDeskWorker)),
            Person(Elsewhere, "別地区", (at.Elsewhere, Role.DeskWorker)),
            Person(Hub, "協子", (at.Hub, Role.HubOfficer)),
            Person(HubChief, "係長", (at.Hub, Role.SectionChief)),
            Person(HubManager, "課長", (at.Hub, Role.Manager)),
            Person(Secretary, "議事", (at.Hub, Role.ConferenceSecretary)),
            Person(Chair, "座長", (at.Hub, Role.ConferenceChair)),
            Person(Coordinator, "調", (at.Hub, Role.Coordinator)),
            Person(Outreach, "歩", (at.ShakyoOutreach, Role.OutreachWorker)),
            Person(Participation, "参加", (at.ShakyoOutreach, Role.ParticipationWorker)),
            Person(Member, "会員", (at.Disability, Role.OtherDeskWorker), (at.Disability, Role.ConferenceMember)),
            Person(AreaManager, "地域", (at.AreaBranch, Role.AreaManager)),
            Person(Policy, "政策", (at.HeadOffice, Role.PolicyOfficer)),
            Person(Privacy, "守", (at.HeadOffice, Role.PrivacyOfficer)),
            Person(Auditor, "監査", (at.HeadOffice, Role.Auditor)),
            Person(Administrator, "管理", (at.HeadOffice, Role.Administrator)),
        ];
    }

    /// <summary>How each of them is offered, by sign-in name.</summary>
    public static IReadOnlyDictionary<string, string> Labels(WardProfile profile, DateOnly day) => Of(profile, day).ToDictionary(p => p.Login, p => p.Label);

    // Two posts of the same role in one organisation are one post (where a ward has one 社協 for everything).
    private static DemoAccount Person(string login, string given, params (OrganisationEntry Organisation, Role Role)[] posts)
    {
        return new(login, $"架空 {given}", [.. posts.Distinct().Select(p => new DemoPost(p.Organisation, p.Role))]);
    }
}

/// <summary>The organisations that the people of the demonstration work at, found by what they are.</summary>
public sealed class DemoOrganisations
{
    private readonly IReadOnlyList<OrganisationEntry> all;
    private readonly string area;
    private readonly string? district;

    public DemoOrganisations(WardProfile profile, DateOnly day)
    {
        all = profile.OrganisationsAsOf(day);
        area = profile.AreasAsOf(day)[0].Code;
        var districts = profile.DistrictsAsOf(day).Where(d => d.AreaCode == area).ToList();
        // The second district of the first area (Setagaya: 太子堂), so that a district before and one after it are strangers.
        district = districts.Count == 0 ? null : districts[Math.Min(1, districts.Count - 1)].Code;

        Desk = Here(o => o is { IsWelfareDesk: true, Kind: OrganisationKind.ElderCareCenter }) ?? First(o => o.IsWelfareDesk);
        ShakyoDesk = Here(o => o.IsWelfareDesk && IsShakyo(profile, o)) ?? First(o => IsShakyo(profile, o));
        SecondDesk = Here(o => o.IsWelfareDesk && o != Desk && o != ShakyoDesk) ?? Desk;
        ShakyoOutreach = Here(o => o.Kind == OrganisationKind.ShakyoAreaOffice)
            ?? all.FirstOrDefault(o => IsShakyo(profile, o) && o != ShakyoDesk && o.Kind == OrganisationKind.ShakyoHeadOffice) ?? ShakyoDesk;
        Children = Here(o => o.Kind is OrganisationKind.ChildrensHall) ?? Here(o => o.Fields.Contains("child") && !o.IsHub) ?? SecondDesk;
        Elsewhere = all.FirstOrDefault(o => o.IsWelfareDesk && o.Kind == Desk.Kind && o != Desk) ?? SecondDesk;
        Hub = InArea(o => o.IsHubOn(day)) ?? First(o => o.IsHubOn(day));
        SecondHub = all.FirstOrDefault(o => o.IsHubOn(day) && o.AreaCode is null && o != Hub) ?? all.FirstOrDefault(o => o.IsHubOn(day) && o != Hub);
        Disability = Here(o => o.Fields.Contains("disability") && !o.IsHub && o.Kind is OrganisationKind.DisabilityConsultationCenter or OrganisationKind.CoreDisabilityCenter) ?? SecondDesk;
        AreaBranch = Here(o => o.Kind == OrganisationKind.AreaBranchSection) ?? Hub;
        HeadOffice = all.FirstOrDefault(o => o is { Kind: OrganisationKind.HeadOfficeSection, IsWelfareDesk: false, IsHub: false }) ?? Hub;
    }

    public OrganisationEntry Desk { get; }
    public OrganisationEntry SecondDesk { get; }
    public OrganisationEntry ShakyoDesk { get; }
    public OrganisationEntry ShakyoOutreach { get; }
    public OrganisationEntry Children { get; }
    public OrganisationEntry Elsewhere { get; }
    public OrganisationEntry Hub { get; }
    public OrganisationEntry? SecondHub { get; }
    public OrganisationEntry Disability { get; }
    public OrganisationEntry AreaBranch { get; }
    public OrganisationEntry HeadOffice { get; }

    private OrganisationEntry First(Func<OrganisationEntry, bool> fits) => all.First(fits);

    /// <summary>In the district, else in the area, else for the whole ward.</summary>
    private OrganisationEntry? Here(Func<OrganisationEntry, bool> fits) =>
        (district is null ? null : all.FirstOrDefault(o => o.DistrictCode == district && fits(o))) ?? InArea(fits);

    private OrganisationEntry? InArea(Func<OrganisationEntry, bool> fits) =>
        all.FirstOrDefault(o => o.AreaCode == area && o.DistrictCode is null && fits(o)) ?? all.FirstOrDefault(o => o.AreaCode is null && fits(o));

    private static bool IsShakyo(WardProfile profile, OrganisationEntry organisation) =>
        profile.Agencies.Any(a => a.Code == organisation.AgencyCode && a.Kind == AgencyKind.Shakyo);
}
