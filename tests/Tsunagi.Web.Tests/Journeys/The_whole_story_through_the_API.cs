using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Journeys;

/// <summary>From the first call to the follow-up, by API clients only.</summary>
public abstract class The_whole_story_through_the_API(TestApp app)
{
    [Fact]
    public async Task From_the_first_call_to_the_follow_up()
    {
        using var story = new WholeStory(app);
        await story.ReceiveTheCallAsync();
        await story.AssessAsync();
        await story.HandOffToTheHubAsync();
        await story.AskAndAnswerAsync();
        await story.AcceptAsync();
        await story.ConferWithoutConsentAsync();
        await story.NobodyElseKnowsOfItAsync();
        await story.WorkOrderReachesTheDeskAsync();
        await story.ConsentIsGivenAsync();
        await story.PlanComesIntoForceAsync();
        await story.MonitoringIsOverdueAndThePlanIsMadeAnewAsync();
        await story.EndsAndIsFollowedUpAsync();
        await story.NobodyElseKnowsOfItAsync();
    }
}

/// <summary>In Setagaya: district desks, hubs in the health and welfare centres.</summary>
public sealed class The_whole_story_in_Setagaya(TestApp app) : The_whole_story_through_the_API(app), IClassFixture<TestApp>;

/// <summary>In Bunkyo: existing desks, one hub.</summary>
public sealed class The_whole_story_in_Bunkyo(BunkyoApp app) : The_whole_story_through_the_API(app), IClassFixture<BunkyoApp>;
