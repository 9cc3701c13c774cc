using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>
/// Rules §2: denied looks like absent, everywhere and for everybody. Outside the zone every answer is the same before and after,
/// letter by letter and header by header; those who stand at its edge learn exactly what is written here.
/// </summary>
public sealed class The_existence_of_a_matter_shows_nowhere(ExistencePlayed played) : IClassFixture<ExistencePlayed>
{
    private const string Nobody = "nobody";

    /// <summary>Where a matter stands for those who are named for it; its members, its session and its copies are the chair's and the secretary's.</summary>
    private static readonly string[] OfTheMatter =
    [
        "/conferences/support", "/conferences/support/{matter}", "/conferences/support/{matter}/minutes/1", "/conferences/support/{matter}/requests", "/conferences/support/{matter}/ways-out",
        "/api/v1/support-conferences", "/api/v1/support-conferences/{matter}",
    ];

    [Fact]
    public void To_strangers_to_colleagues_of_a_reader_and_to_the_proposers_chief_everything_is_answered_as_if_it_had_never_been()
    {
        foreach (var who in ExistencePlayed.Strangers.Append(Nobody)) LearnsNothing(who, played.Before[who], played.After[who]);
        var asked = played.Before[Nobody].Keys;
        Assert.True(asked.Count > 250, $"{asked.Count} paths are too few to be everything.");
        Assert.Contains(asked, a => a.Contains("/conferences/support/{matter}", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{played.Before.Values.Sum(a => a.Count)} answers compared, {asked.Count} paths, {played.Before.Count} actors");
    }

    /// <summary>That they proposed, from the moment they did; and nothing of what came of it, not even that something did.</summary>
    [Fact]
    public void The_proposer_learns_of_the_proposal_and_of_nothing_after_it()
    {
        Learns(TestTown.Desk, played.Before[TestTown.Desk], played.Proposed, ["/conferences/support", "/api/v1/support-conferences"]);
        LearnsNothing(TestTown.Desk, played.Proposed, played.After[TestTown.Desk], hears: ["件名"]);
    }

    [Fact]
    public void The_receiver_of_a_work_order_learns_of_the_slip_and_not_where_it_came_from()
    {
        foreach (var who in (string[])[ExistencePlayed.Receiver, ExistencePlayed.ReceiverChief])
        {
            Learns(who, played.Before[who], played.After[who],
                ["/", "/work-orders", "/work-orders/{order}", "/api/v1/work-orders", "/api/v1/work-orders?waiting=true", "/api/v1/work-orders/{order}"]);
            Hears(who, played.After[who], []);
        }
    }

    [Fact]
    public void A_named_reader_learns_nothing_before_the_duty_is_explained_and_exactly_the_matter_after()
    {
        LearnsNothing(ExistencePlayed.Unexplained, played.Before[ExistencePlayed.Unexplained], played.After[ExistencePlayed.Unexplained]);
        Learns(ExistencePlayed.Unexplained, played.After[ExistencePlayed.Unexplained], played.Explained, OfTheMatter);
        Hears(ExistencePlayed.Unexplained, played.Explained, ["件名", "理由", "内容", "項目", "求め", "世帯", "取組", "機関", "依頼", "情報一", "話し合い", "決定", "方向性", "緊急時", "合図"]);
    }

    [Fact]
    public void Readers_learn_the_matter_where_it_stands_and_no_more_of_it_than_they_are_named_for()
    {
        Learns(TestTown.OtherDesk, played.Before[TestTown.OtherDesk], played.After[TestTown.OtherDesk], ["/", .. OfTheMatter]);
        Hears(TestTown.OtherDesk, played.After[TestTown.OtherDesk], ["件名", "理由", "内容", "項目", "求め", "世帯", "取組", "機関", "依頼", "情報一", "話し合い", "決定", "方向性", "緊急時", "合図", "通報"]);
        Learns(TestTown.Desk2, played.Before[TestTown.Desk2], played.After[TestTown.Desk2], OfTheMatter);
        Hears(TestTown.Desk2, played.After[TestTown.Desk2], ["求め", "情報二", "秘項目"]);
    }

    [Fact]
    public void Search_counts_lists_exports_the_API_and_the_trails_are_all_asked_and_all_answered()
    {
        var asked = played.Before.Values.SelectMany(a => a.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var kind in Enum.GetValues<PathKind>())
        {
            var paths = asked.Where(p => PathKinds.Of(p).Contains(kind)).ToList();
            TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: {paths.Count}\n  {string.Join("\n  ", paths)}");
            Assert.Contains(paths, p => ExistencePlayed.Strangers.Any(who => played.After[who][p].StartsWith("OK", StringComparison.Ordinal)));
        }
    }

    private static void LearnsNothing(string who, Dictionary<string, string> before, Dictionary<string, string> after, params IReadOnlyList<string> hears)
    {
        var learned = Sweep.Differences(before, after).Take(10).ToList();
        Assert.True(learned.Count == 0, $"{who}: {string.Join('\n', learned)}");
        Hears(who, after, hears);
    }

    private static void Learns(string who, Dictionary<string, string> before, Dictionary<string, string> after, IEnumerable<string> paths) =>
        Same(who, paths, Sweep.Changed(before, after));

    /// <summary>Of all that was said with the canary exactly these words reach them.</summary>
    private static void Hears(string who, Dictionary<string, string> answers, IReadOnlyList<string> words) =>
        Same(who, words, answers.Where(a => !a.Key.Contains(Uri.EscapeDataString(SupportStory.Canary), StringComparison.Ordinal)).SelectMany(a => Sweep.Songs(a.Value)).Distinct());

    private static void Same(string who, IEnumerable<string> expected, IEnumerable<string> found)
    {
        var (should, does) = (expected.ToHashSet(), found.ToHashSet());
        Assert.True(should.SetEquals(does), $"{who} learns what is not written here: {string.Join(", ", does.Except(should).Order(StringComparer.Ordinal))}; and does not learn: {string.Join(", ", should.Except(does))}");
    }
}
