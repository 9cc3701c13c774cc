using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access;

/// <summary>
/// List ≡ item: for random worlds of actors, cases, grants and exclusions, at instants that include the edges of every
/// period, the rows a query yields are exactly those the pure policy calls visible.
/// </summary>
public sealed class The_list_shows_exactly_what_the_decision_allows(TestApp app) : IClassFixture<TestApp>
{
    private static readonly DateTimeOffset Epoch = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task In_random_worlds()
    {
        await using var db = app.Database.OpenAsOwner();
        for (var seed = 0; seed < 12; seed++) Assert.Null(await DifferenceAsync(db, seed, AccessPolicy.Decide));
    }

    [Fact]
    public async Task And_a_policy_that_forgot_exclusions_would_be_caught()
    {
        await using var db = app.Database.OpenAsOwner();
        var caught = false;
        for (var seed = 100; seed < 112 && !caught; seed++)
            caught = await DifferenceAsync(db, seed, (actor, grants, _, now) => AccessPolicy.Decide(actor, grants, false, now)) is not null;
        Assert.True(caught);
    }

    private delegate AccessDecision Decide(Actor actor, IEnumerable<Grant> grants, bool excluded, DateTimeOffset now);

    private static async Task<string?> DifferenceAsync(AppDb db, int seed, Decide decide)
    {
        var random = new Random(seed);
        var ids = IdSource.Seeded(new FixedClock(Epoch.AddDays(seed)), random);
        var organisations = TestOrganisations.All.Select(o => TestOrganisations.Id(o)).ToArray();
        var actors = Enumerable.Range(0, 8).Select(_ => new Actor(ids.Next<Account>(), Pick(organisations, random), new HashSet<Role> { Role.DeskWorker })).ToArray();
        var cases = new List<Case>();
        for (var i = 0; i < 15; i++)
        {
            var by = Pick(actors, random);
            cases.Add(Case.Open(ids.Next<Case>(), new CaseNumber(2026, seed * 1000 + i + 1), default, new Stamp(by.Account, by.Organisation, Epoch)));
        }
        var grants = Enumerable.Range(0, 40).Select(_ => RandomGrant(ids, cases, actors, random)).ToList();
        var exclusions = Enumerable.Range(0, 12)
            .Select(_ => new Exclusion(Pick(actors, random).Account, ids.Next<Person>(), Pick(cases, random).Root, ExclusionKind.Relative, Epoch)).ToList();
        db.AddRange(cases);
        db.AddRange(grants);
        db.AddRange(exclusions);
        await db.SaveAsync(new WorkContext(new Stamp(default, default, Epoch), Permission.OpenCase), CancellationToken.None);

        foreach (var actor in actors)
            foreach (var now in (DateTimeOffset[])[Epoch, .. grants.SelectMany(g => new[] { g.From, g.Until }).Where(t => t < DateTimeOffset.MaxValue).Distinct().Take(6)])
            {
                db.Scope = AccessScope.Of(actor, now);
                var worldIds = cases.Select(c => c.Id).ToList();
                var listed = (await db.Cases.AsNoTracking().Where(c => worldIds.Contains(c.Id)).Select(c => c.Id).ToListAsync()).ToHashSet();
                var decided = cases.Where(c => decide(actor, grants.Where(g => g.RootId == c.Id.Value),
                    exclusions.Exists(x => x.RootId == c.Id.Value && x.AccountId == actor.Account), now).IsVisible).Select(c => c.Id).ToHashSet();
                if (!listed.SetEquals(decided)) return $"seed {seed}: listed {listed.Count}, decided {decided.Count} at {now:O}";
            }
        return null;
    }

    private static Grant RandomGrant(IdSource ids, List<Case> cases, Actor[] actors, Random random)
    {
        var (root, actor, from) = (Pick(cases, random).Root, Pick(actors, random), Epoch.AddHours(random.Next(-48, 48)));
        var grant = random.Next(2) == 0
            ? Grant.ToOrganisation(ids.Next<Grant>(), root, actor.Organisation, AccessLevel.Read, GrantBasis.Assignment, from)
            : Grant.ToAccount(ids.Next<Grant>(), root, actor.Account, AccessLevel.Manage, GrantBasis.Team, from);
        return random.Next(2) == 0 ? grant.EndAt(from.AddHours(random.Next(0, 72))) : grant;
    }

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
