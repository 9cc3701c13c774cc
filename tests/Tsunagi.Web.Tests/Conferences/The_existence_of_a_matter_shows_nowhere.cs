using Npgsql;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Plans;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>
/// Rules §2: denied looks like absent, everywhere and for everybody. The whole host is asked before a matter exists and again
/// after it was held, fixed and had left by all five ways: outside the zone every answer is the same, letter by letter.
/// </summary>
public sealed class The_existence_of_a_matter_shows_nowhere(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Nobody of these is named, and their offices receive no 依頼票: nothing at all may change for them.</summary>
    private static readonly string[] Strangers =
        [TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.AreaManager, TestTown.Privacy, TestTown.Auditor, TestTown.Administrator, TestTown.Policy];

    [Fact]
    public async Task Everything_is_answered_as_if_it_had_never_been()
    {
        await FurnishAsync();
        var sweep = new Sweep(app);
        await sweep.RememberAsync();
        List<Outsider> strangers = [Outsider.Nobody(app)];
        foreach (var login in Strangers) strangers.Add(await Outsider.SignInAsync(app, login));

        string[] absent = [.. Enumerable.Range(1, 3).Select(i => $"01990000-0000-7000-8000-00000000000{i}")];
        var before = await sweep.AnswersAsync(strangers, absent);

        using var story = await PlayedOutAsync();
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        sweep.LeaveStanding(await SealedIdsAsync(owner));
        string[] present = [story.Matter, story.Item, (await Sweep.IdsAsync(owner, "select id from work_order"))[0].ToString()];
        var after = await sweep.AnswersAsync(strangers, present);
        Assert.Equal([], Sweep.Differences(before, after).Take(10));
        Assert.Empty(Singing(after));
        Assert.True(before.Count > 1000, $"{before.Count} answers are too few to be everything.");
        Assert.Contains(before, a => a.Key.Contains("/conferences/support/", StringComparison.Ordinal));
        Assert.Contains(before.Values, a => a.StartsWith("OK", StringComparison.Ordinal));

        TestContext.Current.TestOutputHelper?.WriteLine($"{before.Count} answers compared, {sweep.Paths().Count} paths, {strangers.Count} actors");

        foreach (var outsider in strangers) outsider.Dispose();
    }

    /// <summary>The matter through all its stations, with canaries in everything, and out by each of the five ways.</summary>
    private async Task<SupportStory> PlayedOutAsync()
    {
        var story = await SupportStory.HeldAsync(app);
        var canary = SupportStory.Canary;
        await story.DoneAsync(TestTown.OtherDesk, "sheets", new { request = await story.RequestToAsync(TestTown.OtherDesk), householdPicture = canary + "世帯", presentEfforts = canary + "取組", wantedAgencies = canary + "機関", requestsToOthers = canary + "依頼" });
        var order = new
        {
            item = story.Item,
            receiver = TestOrganisations.Id(TestOrganisations.Desk).ToString(),
            task = "様子を見に行ってください",
            deadline = story.Today.AddDays(5),
            safetyFacts = "犬がいます",
            contact = "生活支援課 03-0000-0000",
            basis = "支援会議の決定",
            reason = "安否の確認",
        };
        var draft = await story.MadeAsync(TestTown.Secretary, "ways-out/work-orders", order);
        await story.MadeAsync(TestTown.Chair, "ways-out/work-orders/approval", new { wayOut = draft });
        await story.MadeAsync(TestTown.Secretary, "ways-out/consent", new { item = story.Item, consentedBy = "甲斐 花子", exactText = canary + "同意文", recipient = "主治医", on = story.Today, basis = "同意", reason = "受診のため" });
        foreach (var way in new[] { "law", "danger" })
            await story.MadeAsync(TestTown.OtherDesk, $"ways-out/{way}", new { item = story.Item, recipient = "119番", told = canary + "通報", basis = "生命の危険", reason = "応答がない" });
        await story.MadeAsync(TestTown.Secretary, "ways-out/gap", new { item = story.Item, text = "夜間の見守りの担い手が足りない", basis = "資源不足", reason = "地域づくり" });
        await story.FixAsync();
        return story;
    }

    /// <summary>A town with something in every room, about people of whom the matter speaks too.</summary>
    private async Task FurnishAsync()
    {
        var plans = new PlanTown(app);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (planned, mother, _) = await plans.OpenCaseAsync();
        await PlanTown.ConsentAsync(hub, planned, mother, "elder-care", "ward");
        await PlanTown.PlanAsync(hub, planned, mother);
        foreach (var login in new[] { TestTown.Desk, TestTown.Hub, TestTown.OtherDesk }) await app.OpenCaseAsync(login, "甲斐 花子");
        var own = await app.OpenCaseAsync(TestTown.Desk, "架空 太郎");
        await HandoffStory.SendAsync(desk, HandoffStory.ToHub(own));
        await desk.PostAsync("/api/v1/consultations", new { date = "2026-04-01", visitorRelation = "self", ownWords = "家賃が払えない", personName = "甲斐 花子", channel = "phone", next = "Keep" });
        await hub.PostAsync("/api/v1/consultations", new { date = "2026-04-01", visitorRelation = "self", ownWords = "眠れない", personName = "架空 次郎", channel = "phone", next = "Later" });
        await desk.PostAsync($"/api/v1/cases/{own}/handovers", new { to = TestOrganisations.Id(TestOrganisations.Hub).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
    }

    private static async Task<HashSet<Guid>> SealedIdsAsync(NpgsqlConnection owner)
    {
        HashSet<Guid> ids = [.. await Sweep.IdsAsync(owner, "select id from matter")];
        foreach (var table in (string[])["matter_participant", "matter_session", "matter_item", "matter_request", "matter_sheet", "matter_information", "matter_watch", "matter_decision", "matter_way_out", "work_order"])
            ids.UnionWith(await Sweep.IdsAsync(owner, $"select id from {table}"));
        return ids;
    }

    private static List<string> Singing(Dictionary<string, string> answers) =>
        [.. answers.Where(a => !a.Key.Contains(Uri.EscapeDataString(SupportStory.Canary), StringComparison.Ordinal) && a.Value.Contains(SupportStory.Canary, StringComparison.Ordinal)).Select(a => a.Key)];
}
