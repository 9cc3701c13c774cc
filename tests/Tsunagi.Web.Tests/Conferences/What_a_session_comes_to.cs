using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>支援の方向性: written for the session as a whole, read by those who read it as a whole.</summary>
public sealed class What_a_session_comes_to(TestApp app) : IClassFixture<TestApp>
{
    private const string Direction = SupportStory.Canary + "方向性", Urgent = SupportStory.Canary + "緊急時";

    [Fact]
    public async Task Who_reads_the_whole_session_reads_it_and_who_reads_single_items_does_not()
    {
        using var story = await SupportStory.HeldAsync(app);
        Assert.Equal(Direction, (await story.SeeAsync(TestTown.OtherDesk))!["sessions"]![0]!["agreed"]!["direction"]!.ToString());
        Assert.Null((await story.SeeAsync(TestTown.Desk2))!["sessions"]![0]!["agreed"]);
        Assert.Equal(HttpStatusCode.Forbidden, await story.TryAsync(TestTown.OtherDesk, "direction", new { direction = "読む人が書く" }));
        using var whole = await app.SignInAsync(TestTown.OtherDesk);
        using var part = await app.SignInAsync(TestTown.Desk2);
        await AssertReadAsync(story, "hold", whole, part);
        await story.FixAsync();
        await AssertReadAsync(story, "minutes/1", whole, part);
    }

    [Fact]
    public async Task On_a_paper_copy_it_stands_for_who_reads_the_whole_session_only()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.FixAsync();
        foreach (var login in new[] { TestTown.OtherDesk, TestTown.Desk2 })
            await story.MadeAsync(TestTown.Secretary, "copies", new { participant = story.Participants[login], session = 1 });
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        Assert.Contains(Direction, (await secretary.OpenAsync($"/conferences/support/{story.Matter}/copies/1")).Text, StringComparison.Ordinal);
        await secretary.OpenAsync($"/conferences/support/{story.Matter}/copies/2");
        Assert.Contains(SupportStory.Canary + "情報二", secretary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Direction, secretary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Urgent, secretary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_meanwhile_is_shown_and_not_written_over()
    {
        using var story = await SupportStory.HeldAsync(app);
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        await secretary.OpenAsync($"/conferences/support/{story.Matter}/hold");
        var form = secretary.Form("Agreed.Direction");
        await story.DoneAsync(TestTown.Chair, "direction", new { direction = "座長が先に書いた", seen = 1 });
        Assert.Equal(HttpStatusCode.Conflict, await story.TryAsync(TestTown.Secretary, "direction", new { direction = "後から書いた", seen = 1 }));

        await secretary.SubmitAsync(form, ("Agreed.Direction", "事務局が書いた"));
        Assert.Equal(HttpStatusCode.Conflict, secretary.Status);
        Assert.Contains("座長が先に書いた", secretary.Text, StringComparison.Ordinal);
        Assert.Contains("事務局が書いた", secretary.Page.QuerySelector("textarea[name='Agreed.Direction']")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync(secretary.Form("Agreed.Direction"));
        Assert.Equal("事務局が書いた", (await story.SeeAsync(TestTown.Chair))!["sessions"]![0]!["agreed"]!["direction"]!.ToString());
    }

    [Fact]
    public async Task Where_the_ward_only_discusses_it_minutes_are_fixed_without_it_and_then_only_corrected()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.DoneAsync(TestTown.Secretary, "direction", new { direction = "" });
        await story.FixAsync();
        Assert.Equal(HttpStatusCode.Conflict, await story.TryAsync(TestTown.Secretary, "direction", new { direction = "書き換え" }));
        await story.MadeAsync(TestTown.Secretary, "minutes/corrections", new { session = 1, text = "支援の方向性の書き漏れ" });
        using var whole = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Contains("支援の方向性の書き漏れ", (await whole.OpenAsync($"/conferences/support/{story.Matter}/minutes/1")).Text, StringComparison.Ordinal);
        using var part = await app.SignInAsync(TestTown.Desk2);
        Assert.DoesNotContain("支援の方向性の書き漏れ", (await part.OpenAsync($"/conferences/support/{story.Matter}/minutes/1")).Text, StringComparison.Ordinal);
    }

    private static async Task AssertReadAsync(SupportStory story, string page, TestBrowser whole, TestBrowser part)
    {
        await whole.OpenAsync($"/conferences/support/{story.Matter}/{page}");
        Assert.Contains(Direction, whole.Text, StringComparison.Ordinal);
        Assert.Contains(Urgent, whole.Text, StringComparison.Ordinal);
        Assert.Null(whole.Page.QuerySelector("[name='Agreed.Direction']"));
        await part.OpenAsync($"/conferences/support/{story.Matter}/{page}");
        Assert.Equal(HttpStatusCode.OK, part.Status);
        Assert.DoesNotContain(Direction, part.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Urgent, part.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("支援の方向性", part.Text, StringComparison.Ordinal);
    }
}

/// <summary>In Bunkyo the 支援会議 decides on the direction of support: its minutes are not fixed without it.</summary>
public sealed class What_a_session_decides(BunkyoApp app) : IClassFixture<BunkyoApp>
{
    [Fact]
    public async Task No_minutes_are_fixed_before_it_is_written()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.DoneAsync(TestTown.Secretary, "direction", new { direction = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Secretary, "minutes", new { }));
        Assert.Equal("SupportDirectionMissing direction", $"{story.Code} {story.Answer!["refusals"]![0]!["field"]}", ignoreCase: true);
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        await secretary.OpenAsync($"/conferences/support/{story.Matter}/hold");
        Assert.Null(secretary.Page.QuerySelector("[name='Fixing.Next']"));
        Assert.Contains("支援の方向性を書いて保存すると、会議録を確定できます", secretary.Text, StringComparison.Ordinal);

        await secretary.SubmitAsync(secretary.Form("Agreed.Direction"), ("Agreed.Direction", "声をかけつづける"));
        Assert.Contains("支援の方向性を保存しました", secretary.Text, StringComparison.Ordinal);
        await secretary.SubmitAsync(secretary.FormWithButton("会議録を確定する"));
        Assert.Contains("会議録を確定しました", secretary.Text, StringComparison.Ordinal);
        Assert.Contains("声をかけつづける", secretary.Text, StringComparison.Ordinal);
    }
}
