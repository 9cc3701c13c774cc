using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Story;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>
/// 架空の職員 in numbers: colleagues beside the one worker of each desk, who take the cases in turn – and at the largest desk three
/// whose loads are told apart: one case, a usual load, and far too many.
/// </summary>
sealed class Staff
{
    /// <summary>The sign-in names of the three, with how many open cases each has in a town of 100,000.</summary>
    public static readonly IReadOnlyList<(string Login, int Cases)> Loads = [("load.one", 1), ("load.fifty", 50), ("load.many", 500)];

    private const int LoadsAreOf = 100_000;
    private readonly Dictionary<string, List<Worker>> colleagues = [];
    private readonly Dictionary<string, int> turns = [];
    private readonly Queue<Worker> loaded = [];

    public Staff(Cast cast, Ledger ledger, WardProfile profile, TownWish wish, OrganisationEntry largest)
    {
        var first = JapanTime.At(wish.Begin, new TimeOnly(8, 45));
        foreach (var desk in cast.Desks.Append(largest).DistinctBy(d => d.Code))
        {
            var many = 1 + (wish.Worked / (desk == largest ? 5_000 : 40_000));
            colleagues[desk.Code] = [cast.At(desk), .. Enumerable.Range(1, many).Select(n => Hire(ledger, profile, wish, first, desk, $"staff.{desk.Code}.{n}", $"架空 職員{n}（{desk.ShortName}）"))];
        }
        foreach (var (login, cases) in Loads)
        {
            var worker = Hire(ledger, profile, wish, first, largest, login, $"架空 担当{cases}件（{largest.ShortName}）");
            foreach (var _ in Enumerable.Range(0, (int)Math.Ceiling((double)cases * wish.Worked / LoadsAreOf))) loaded.Enqueue(worker);
        }
    }

    /// <summary>Whose turn it is at a desk.</summary>
    public Worker Next(OrganisationEntry desk)
    {
        var turn = turns[desk.Code] = turns.GetValueOrDefault(desk.Code) + 1;
        return colleagues[desk.Code][turn % colleagues[desk.Code].Count];
    }

    /// <summary>The worker of the three who has not got all their cases yet, for one more that stays open.</summary>
    public Worker? NextLoaded() => loaded.TryDequeue(out var worker) ? worker : null;

    private static Worker Hire(Ledger ledger, WardProfile profile, TownWish wish, DateTimeOffset at, OrganisationEntry desk, string login, string name)
    {
        var by = ledger.At(new(new Actor(default, default, new HashSet<Role>()), name, desk), at);
        var account = new Account(ledger.NewId<Account>(), login, name) { SecurityStamp = ledger.NewId<Account>().ToString() };
        var organisation = Organisation.IdOf(profile.Name, desk.Code);
        Ledger.Require(account.Join(ledger.NewId<Membership>(), organisation, Role.DeskWorker, wish.Begin));
        ledger.Keep<Account>(account, Permission.ManageAccounts, by);
        return new(new Actor(account.Id, organisation, new HashSet<Role> { Role.DeskWorker }), name, desk);
    }
}
