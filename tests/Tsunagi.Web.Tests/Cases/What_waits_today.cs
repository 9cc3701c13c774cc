using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

public sealed class What_waits_today(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Dates_and_gaps_come_up_for_the_worker_in_charge_and_the_supervisor_and_for_nobody_else()
    {
        var id = await app.OpenCaseAsync(name: "架空 期日");
        using (var desk = await TestApi.AsAsync(app, TestTown.Desk))
        {
            var due = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(20);
            await desk.PutAsync($"/api/v1/cases/{id}/course", new { next = "電話をかける", due = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), contactDays = 5 });
            await desk.PostAsync($"/api/v1/cases/{id}/tasks", new { what = "書類をそろえる", due = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), account = (await app.AccountAsync(TestTown.Desk2)).ToString() });
        }
        Assert.DoesNotContain("電話をかける", await TodayAsync(TestTown.Desk), StringComparison.Ordinal);

        app.Wait(TimeSpan.FromDays(8));
        var gap = await TodayAsync(TestTown.Desk);
        Assert.Contains("連絡の間隔が空いています", gap, StringComparison.Ordinal);
        Assert.DoesNotContain("電話をかける", gap, StringComparison.Ordinal);

        app.Wait(TimeSpan.FromDays(15));
        var mine = await TodayAsync(TestTown.Desk);
        Assert.Contains("電話をかける", mine, StringComparison.Ordinal);
        Assert.Contains("架空 期日", mine, StringComparison.Ordinal);
        Assert.Contains("電話をかける", await TodayAsync(TestTown.DeskChief), StringComparison.Ordinal);
        var colleague = await TodayAsync(TestTown.Desk2);
        Assert.DoesNotContain("電話をかける", colleague, StringComparison.Ordinal);
        Assert.Contains("書類をそろえる", colleague, StringComparison.Ordinal);
        var stranger = await TodayAsync(TestTown.OtherDesk);
        Assert.DoesNotContain("架空 期日", stranger, StringComparison.Ordinal);
    }

    private async Task<string> TodayAsync(string login)
    {
        using var browser = await app.SignInAsync(login);
        await browser.OpenAsync("/");
        return browser.Text;
    }
}
