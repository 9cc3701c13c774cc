using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Lists;

/// <summary>
/// List ≡ item, for every kind of record: in random worlds of actors, grants and exclusions, at instants that include the edges
/// of every period, the rows a query yields are exactly those whose record the decision calls visible.
/// </summary>
public sealed class The_list_shows_exactly_what_the_decision_allows(ListApp app) : IClassFixture<ListApp>
{
    private const int Worlds = 4;

    /// <summary>A 同意 is reached through its case; an account and the system are no records.</summary>
    private static readonly RootKind[] WithoutAList = [RootKind.Consent, RootKind.Account, RootKind.System];

    /// <summary>Ways to be wrong about who sees what: each must be reported for every kind of record it concerns.</summary>
    public static TheoryData<string> Mistakes => ["exclusions forgotten", "ended grants counted", "coming grants counted", "the level ignored", "the kind ignored"];

    [Fact]
    public async Task In_random_worlds_as_the_program_decides()
    {
        await using var db = app.Database.OpenAsOwner();
        for (var seed = 0; seed < Worlds; seed++)
        {
            var world = await app.WorldAsync(db, seed);
            Assert.Empty(await world.DifferencesAsync(db, (actor, now) => DecideAsync(db, world, actor, now)));
        }
    }

    [Fact]
    public async Task In_random_worlds_as_the_pure_policy_decides()
    {
        await using var db = app.Database.OpenAsOwner();
        for (var seed = 0; seed < Worlds; seed++) Assert.Empty(await DifferencesAsync(db, seed, ""));
    }

    [Fact]
    public void For_every_kind_of_record() =>
        Assert.Equal(Enum.GetValues<RootKind>().Except(WithoutAList).Order(), app.Rows.Select(r => r.Root.Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task And_a_policy_with_a_mistake_would_be_caught_for_every_kind(string mistake)
    {
        await using var db = app.Database.OpenAsOwner();
        HashSet<RootKind> caught = [];
        for (var seed = 0; seed < Worlds; seed++)
            caught.UnionWith((await DifferencesAsync(db, seed, mistake)).Select(d => d.Root.Kind));
        Assert.Empty(app.Rows.Select(r => r.Root.Kind).Except(caught));
    }

    /// <summary>A plan, its conference and its decisions go with their case.</summary>
    [Fact]
    public async Task And_a_policy_that_forgot_the_case_would_be_caught_for_what_hangs_on_one()
    {
        await using var db = app.Database.OpenAsOwner();
        HashSet<RootKind> caught = [];
        for (var seed = 0; seed < Worlds; seed++)
            caught.UnionWith((await DifferencesAsync(db, seed, "the case forgotten")).Select(d => d.Root.Kind));
        Assert.Equal(new[] { RootKind.Plan, RootKind.PlanConference, RootKind.Decision }.Order(), caught.Order());
    }

    /// <summary>A judgement on two records is seen by who sees both of them.</summary>
    [Fact]
    public async Task And_a_policy_that_forgot_the_other_record_would_be_caught()
    {
        await using var db = app.Database.OpenAsOwner();
        HashSet<Type> caught = [];
        for (var seed = 0; seed < Worlds; seed++)
            caught.UnionWith((await DifferencesAsync(db, seed, "the other record forgotten")).Select(d => d.Type));
        Assert.Equal([typeof(Domain.People.SamePerson)], caught);
    }

    private async Task<List<Listed>> DifferencesAsync(AppDb db, int seed, string mistake)
    {
        var world = await app.WorldAsync(db, seed);
        return await world.DifferencesAsync(db, (actor, now) => Task.FromResult<Func<Listed, bool>>(row => IsVisible(world, row, actor, now, mistake)));
    }

    // What is said of two records is seen by who sees both.
    private static bool IsVisible(ListWorld world, Listed row, Actor actor, DateTimeOffset now, string mistake) =>
        IsSeen(world, row, actor, now, mistake) && (row.Second is not { } second || mistake == "the other record forgotten" || IsSeen(world, row with { Root = second }, actor, now, mistake));

    private static bool IsSeen(ListWorld world, Listed row, Actor actor, DateTimeOffset now, string mistake)
    {
        List<RootRef> roots = [row.Root];
        if (row.Case is { } @case && mistake != "the case forgotten") roots.Add(RootRef.Of(RootKind.Case, @case));
        var grants = world.Grants.Where(g => roots.Exists(r => r.Id == g.RootId && (r.Kind == g.RootKind || mistake == "the kind ignored")));
        if (mistake == "the level ignored" && grants.Any(g => g.Level == AccessLevel.None && g.HoldsAt(now) && actor.Subjects.Contains(g.SubjectId))) return true;
        var excluded = mistake != "exclusions forgotten" && roots.Exists(r => world.IsExcluded(actor.Account, r.Id));
        var instants = mistake switch
        {
            "ended grants counted" => grants.Select(g => g.From).Where(t => t <= now),
            "coming grants counted" => grants.Where(g => g.Until > now).Select(g => g.From),
            _ => [now],
        };
        return instants.ToList().Exists(at => AccessPolicy.Decide(actor, grants, excluded, at).IsVisible);
    }

    // The decision itself, by the same class that pages and API ask; each record asked once.
    private static async Task<Func<Listed, bool>> DecideAsync(AppDb db, ListWorld world, Actor actor, DateTimeOffset now)
    {
        Dictionary<(RootRef, Id<Case>?), bool> decided = [];
        await using var work = new Work(db, IdSource.Seeded(new FixedClock(now), new Random(0)), new FixedClock(now));
        await work.BeginAsync(actor, CancellationToken.None);
        foreach (var key in world.Rows.SelectMany(r => r.Second is { } second ? [(r.Root, r.Case), (second, null)] : new[] { (r.Root, r.Case) }).Distinct())
            decided[key] = key.Case is null
                ? (await work.DecideAsync(key.Root, CancellationToken.None)).IsVisible
                : (await work.MayAsync(db, Permission.SeePlan, key.Root, key.Case, CancellationToken.None)).Refusals is not [{ Code: RefusalCode.NotFound }];
        return row => decided[(row.Root, row.Case)] && (row.Second is not { } second || decided[(second, null)]);
    }
}
