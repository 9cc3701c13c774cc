using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>相談を記録, as the eye meets it.</summary>
public sealed class The_intake_form(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_belongs_to_an_answer_appears_with_it()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync(TestTown.Desk);
        await page.GotoAsync("/consultations/new");
        var (visit, agreed) = (page.GetByLabel("訪問ですること"), page.GetByText("ここで終わることを、本人は了承しましたか"));
        Assert.False(await visit.IsVisibleAsync());
        Assert.False(await agreed.IsVisibleAsync());
        await page.GetByLabel("訪問（実態把握）").CheckAsync();
        Assert.True(await visit.IsVisibleAsync());
        await page.GetByLabel("情報提供で終了").CheckAsync();
        Assert.False(await visit.IsVisibleAsync());
        Assert.True(await agreed.IsVisibleAsync());
    }
}
