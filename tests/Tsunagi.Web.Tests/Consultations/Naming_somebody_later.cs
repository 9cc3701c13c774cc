using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Consultations;

/// <summary>A caller who gave no name gives it later; somebody was taken for somebody else.</summary>
public sealed class Naming_somebody_later(TestApp app) : IClassFixture<TestApp>
{
    private static async Task<string> ReceiveAsync(TestApi desk, object fields)
    {
        var made = await desk.PostAsync("/api/v1/consultations", fields);
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        return $"/consultations/{made!["id"]}";
    }

    [Fact]
    public async Task An_anonymous_caller_gets_a_name_without_a_reason_and_the_next_person_with_one()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var path = await ReceiveAsync(api, new { date = "令和8年4月1日", channel = "phone", ownWords = "眠れない" });
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync(path);
        Assert.Contains("この相談に書かれた人はいません。", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"{path}/people");
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.Name", "架地 さくら"), ("Input.As", "Subject"));
        Assert.Contains("架地 さくら", desk.Text, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.Name", "架地 桃"), ("Input.As", "HouseholdMember"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.Name", "架地 桃"), ("Input.As", "Subject"), ("Input.Reason", "聞き直した"));
        Assert.Contains("本人はすでに書かれています。", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.Name", "架地 桃"), ("Input.As", "HouseholdMember"), ("Input.Reason", "聞き直した"));
        await desk.OpenAsync(path);
        Assert.Contains("架地 さくら（本人）、架地 桃（世帯の人）", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wrong_one_is_taken_out_with_a_reason_and_the_right_one_found_among_ones_own()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        await ReceiveAsync(api, new { date = "令和8年4月1日", channel = "phone", ownWords = "前の相談", visitorRelation = "self", personName = "架星 一郎" });
        var path = await ReceiveAsync(api, new { date = "令和8年4月2日", channel = "phone", ownWords = "今日の相談", visitorRelation = "self", personName = "架星 市郎" });
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"{path}/people");
        await desk.SubmitAsync(desk.FormWithButton("外す"), "外す");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.FormWithButton("外す"), "外す", ("Input.Reason", "人違い"));
        await desk.SubmitAsync(desk.Form("Input.Name"), "同じ人の記録をさがす", ("Input.Name", "架星"));
        var known = desk.Page.QuerySelectorAll("input[name='Input.PersonId'][value]").First(i => i.ParentElement!.TextContent.Contains("架星 一郎", StringComparison.Ordinal)).GetAttribute("value")!;
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.PersonId", known), ("Input.As", "Subject"));
        Assert.Contains("加えました。", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(path);
        Assert.Contains("架星 一郎（本人）", desk.Text, StringComparison.Ordinal);
        Assert.Contains("人違い", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_named_whom_one_may_not_see()
    {
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var theirs = (await other.GetAsync($"/api/v1{await ReceiveAsync(other, new { date = "令和8年4月1日", channel = "phone", ownWords = "別の窓口", visitorRelation = "self", personName = "架空 他人" })}"))!["persons"]![0]!["person"]!.ToString();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var path = await ReceiveAsync(desk, new { date = "令和8年4月1日", channel = "phone", ownWords = "眠れない" });
        await desk.PostAsync($"/api/v1{path}/people", new { personId = theirs, @as = "subject" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.PostAsync($"/api/v1{path}/people", new { name = "架空 本人", @as = "subject" });
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        await other.PostAsync($"/api/v1{path}/people", new { name = "架空 だれか", @as = "other", reason = "知りたい" });
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }
}
