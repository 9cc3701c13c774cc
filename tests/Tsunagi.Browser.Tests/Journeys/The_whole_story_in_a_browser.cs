using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests.Journeys;

/// <summary>From the first call to the follow-up, in real Chromium.</summary>
public sealed class The_whole_story_in_Setagaya(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public Task With_a_mouse() => new WardStory(app, chromium, new MouseHands()).PlayAsync();

    [Fact]
    public Task With_the_keyboard_alone() => new WardStory(app, chromium, new KeyboardHands()).PlayAsync();

    [Fact]
    public Task With_scripts_off() => new WardStory(app, chromium, new MouseHands(), script: false).PlayAsync();
}

/// <summary>The same words and acts where existing desks carry the consultation and there is one hub.</summary>
public sealed class The_whole_story_in_Bunkyo(BunkyoApp app, Chromium chromium) : IClassFixture<BunkyoApp>
{
    [Fact]
    public Task With_a_mouse() => new WardStory(app, chromium, new MouseHands()).PlayAsync();
}
