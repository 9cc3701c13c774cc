using Microsoft.AspNetCore.Identity;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Tests.Support;

/// <summary>
/// The town every test begins in: the organisations of the Setagaya profile, and one synthetic worker (架空) per role that
/// the stories need. Sign-in names are the constants below; the password is <see cref="Password"/>.
/// </summary>
public static class TestTown
{
    public const string Password = "correct horse battery";
    public const string Profile = "setagaya";

    /// <summary>太子堂あんしんすこやかセンター: two desk workers and their 係長.</summary>
    public const string Desk = "desk", Desk2 = "desk2", DeskChief = "desk.chief";

    /// <summary>池尻あんしんすこやかセンター: a stranger to the first desk.</summary>
    public const string OtherDesk = "other.desk";

    /// <summary>世田谷総合支所 保健福祉センター 生活支援課: the hub.</summary>
    public const string Hub = "hub", HubChief = "hub.chief", HubManager = "hub.manager";

    public const string Secretary = "secretary", Chair = "chair", AreaManager = "area", Privacy = "privacy", Auditor = "auditor", Administrator = "admin", Policy = "policy";

    /// <summary>Somebody whose role may do this.</summary>
    public static string ReaderOf(Permission permission) =>
        People.First(p => Permissions.Of(permission).Roles.Overlaps(p.Roles)).Login;

    /// <summary>Founds the town in an empty database, after one of the shipped profiles.</summary>
    public static async Task FoundAsync(AppDb db, string profile = Profile)
    {
        await LoadProfile.RunAsync(db, ProfileReader.Read(ProfileFolder.Find(profile)).Required(), CancellationToken.None);
        var now = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(1));
        var hash = new PasswordHasher<Account>().HashPassword(null!, Password);
        foreach (var (login, name, organisation, roles) in People)
        {
            var account = new Account(ids.Next<Account>(), login, name) { PasswordHash = hash, SecurityStamp = login };
            foreach (var role in roles)
                account.Join(ids.Next<Membership>(), TestOrganisations.Id(organisation, profile), role, new DateOnly(2024, 4, 1));
            db.Accounts.Add(account);
            await db.SaveAsync(new WorkContext(new(account.Id, default, now), Permission.ManageAccounts), CancellationToken.None);
        }
    }

    private static readonly (string Login, string Name, string Organisation, Role[] Roles)[] People =
    [
        (Desk, "架空 窓口一", TestOrganisations.Desk, [Role.DeskWorker]),
        (Desk2, "架空 窓口二", TestOrganisations.Desk, [Role.DeskWorker]),
        (DeskChief, "架空 窓口係長", TestOrganisations.Desk, [Role.SectionChief]),
        (OtherDesk, "架空 別窓口", TestOrganisations.OtherDesk, [Role.DeskWorker]),
        (Hub, "架空 多機関", TestOrganisations.Hub, [Role.HubOfficer]),
        (HubChief, "架空 係長", TestOrganisations.Hub, [Role.SectionChief]),
        (HubManager, "架空 課長", TestOrganisations.Hub, [Role.Manager]),
        (Secretary, "架空 事務局", TestOrganisations.Hub, [Role.ConferenceSecretary]),
        (Chair, "架空 座長", TestOrganisations.Hub, [Role.ConferenceChair]),
        (AreaManager, "架空 地域", TestOrganisations.AreaBranch, [Role.AreaManager]),
        (Privacy, "架空 個人情報", TestOrganisations.HeadOffice, [Role.PrivacyOfficer]),
        (Auditor, "架空 監査", TestOrganisations.HeadOffice, [Role.Auditor]),
        (Policy, "架空 政策", TestOrganisations.HeadOffice, [Role.PolicyOfficer]),
        (Administrator, "架空 管理者", TestOrganisations.HeadOffice, [Role.Administrator]),
    ];
}

/// <summary>Organisations the tests name.</summary>
public static class TestOrganisations
{
    public const string Desk = "elder-care-center.taishido", OtherDesk = "elder-care-center.ikejiri", Hub = "health-welfare.setagaya.livelihood",
        AreaBranch = "branch.setagaya.coordination", HeadOffice = "head.welfare-policy";

    public static IReadOnlyList<string> All { get; } = [Desk, OtherDesk, Hub, AreaBranch, HeadOffice];

    /// <summary>The same places in the other shipped profile.</summary>
    private static readonly Dictionary<string, string> InBunkyo = new()
    {
        [Desk] = "elder-care-center.tomisaka",
        [OtherDesk] = "elder-care-center.otsuka",
        [Hub] = "hub",
        [AreaBranch] = "head.elder-welfare",
        [HeadOffice] = "head.livelihood-welfare",
    };

    public static Id<Organisation> Id(string code, string profile = TestTown.Profile) =>
        Organisation.IdOf(profile, profile == TestTown.Profile ? code : InBunkyo[code]);
}

/// <summary>A clock that stands where it was set.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
