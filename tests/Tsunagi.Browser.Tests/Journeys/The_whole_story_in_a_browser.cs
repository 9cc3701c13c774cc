using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests.Journeys;

/// <summary>From the first call to the follow-up, in real Chromium. A class for each way of working, so that they are played side by side.</summary>
public sealed class The_whole_story_with_a_mouse(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public Task In_Setagaya() => new WardStory(app, chromium, new MouseHands()).PlayAsync();
}

/// <inheritdoc cref="The_whole_story_with_a_mouse"/>
public sealed class The_whole_story_with_the_keyboard_alone(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public Task In_Setagaya() => new WardStory(app, chromium, new KeyboardHands()).PlayAsync();
}

/// <inheritdoc cref="The_whole_story_with_a_mouse"/>
public sealed class The_whole_story_with_scripts_off(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public Task In_Setagaya() => new WardStory(app, chromium, new MouseHands(), script: false).PlayAsync();
}

/// <summary>The same words and acts where existing desks carry the consultation and there is one hub.</summary>
public sealed class The_whole_story_with_a_mouse_elsewhere(BunkyoApp app, Chromium chromium) : IClassFixture<BunkyoApp>
{
    [Fact]
    public Task In_Bunkyo() => new WardStory(app, chromium, new MouseHands()).PlayAsync();
}
