using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Lists;

/// <summary>One random world over the rows there are: actors nobody knew before, what they were granted, and what they are shut out of.</summary>
internal sealed class ListWorld(IReadOnlyList<Listed> rows)
{
    private const int Actors = 4;
    private static readonly DateTimeOffset Epoch = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Actor> actors = [];
    private readonly HashSet<(Id<Account>, Guid)> exclusions = [];

    public IReadOnlyList<Listed> Rows => rows;
    public List<Grant> Grants { get; } = [];

    public bool IsExcluded(Id<Account> account, Guid root) => exclusions.Contains((account, root));

    public static async Task<ListWorld> MakeAsync(AppDb db, IReadOnlyList<Listed> rows, int seed)
    {
        var random = new Random(seed);
        var ids = IdSource.Seeded(new FixedClock(Epoch.AddDays(seed)), random);
        var world = new ListWorld(rows);
        Id<Organisation>[] organisations = [ids.Next<Organisation>(), ids.Next<Organisation>()];
        for (var i = 0; i < Actors; i++)
            world.actors.Add(new(ids.Next<Account>(), Pick(organisations, random), new HashSet<Role>(Enum.GetValues<Role>())));
        var roots = rows.Select(r => r.Root).Distinct().ToList();
        var excluded = new List<Exclusion>();
        foreach (var root in roots)
        {
            for (var i = random.Next(1, 4); i > 0; i--) world.Grants.Add(Granted(ids, root, Pick(world.actors, random), random));
            if (random.Next(2) == 0) excluded.Add(new(Pick(world.actors, random).Account, ids.Next<Person>(), root, ExclusionKind.Relative, Epoch));
        }
        db.Grants.AddRange(world.Grants);
        db.Exclusions.AddRange(excluded);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        // The database carries an exclusion on to what hangs on the record.
        var accounts = world.actors.Select(a => a.Account).ToList();
        foreach (var exclusion in await db.Exclusions.AsNoTracking().Where(x => accounts.Contains(x.AccountId)).ToListAsync())
            world.exclusions.Add((exclusion.AccountId, exclusion.RootId));
        return world;
    }

    /// <summary>The rows that are listed and not decided visible, or decided visible and not listed – by any actor, at any of the instants.</summary>
    public async Task<List<Listed>> DifferencesAsync(AppDb db, Func<Actor, DateTimeOffset, Task<Func<Listed, bool>>> decide)
    {
        HashSet<Listed> different = [];
        foreach (var actor in actors)
            foreach (var now in Instants())
            {
                var isVisible = await decide(actor, now);
                db.Scope = AccessScope.Of(actor, now);
                HashSet<Listed> listed = [];
                foreach (var type in ListedTypes.Of(db)) listed.UnionWith(await ListedTypes.RowsAsync(db, type, pastTheFilter: false));
                different.UnionWith(rows.Where(row => listed.Contains(row) != isVisible(row)));
            }
        return [.. different];
    }

    // From inclusive, until exclusive: the edges are where a filter and a decision would part.
    private IEnumerable<DateTimeOffset> Instants() =>
        [Epoch, .. Grants.SelectMany(g => new[] { g.From, g.Until }).Where(t => t < DateTimeOffset.MaxValue).Distinct().Where((_, i) => i % 40 == 0).Take(3)];

    private static Grant Granted(IdSource ids, RootRef root, Actor actor, Random random)
    {
        var from = Epoch.AddHours(random.Next(-48, 24));
        var level = random.Next(4) == 0 ? AccessLevel.None : Pick(Enum.GetValues<AccessLevel>(), random);
        // An id of one kind, granted as if it were another's: it opens nothing.
        var named = random.Next(4) == 0 ? root with { Kind = Pick(Enum.GetValues<RootKind>(), random) } : root;
        var grant = random.Next(2) == 0
            ? Grant.ToOrganisation(ids.Next<Grant>(), named, actor.Organisation, level, GrantBasis.Assignment, from)
            : Grant.ToAccount(ids.Next<Grant>(), named, actor.Account, level, GrantBasis.Team, from);
        return random.Next(2) == 0 ? grant.EndAt(from.AddHours(random.Next(0, 72))) : grant;
    }

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
