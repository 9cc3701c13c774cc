using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Consultations;

/// <summary>担当中の世帯からまた相談があった: it goes into the running case, with those it names.</summary>
public sealed class A_second_call(TestApp app) : IClassFixture<TestApp>
{
    private const string New = "/consultations/new";

    [Fact]
    public async Task Goes_into_the_running_case_and_is_read_in_its_course()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var first = await KeepAsync(desk, "架電 一子", "かでん いちこ");
        await FindAsync(desk, "カデン", "Input.VisitorKana");
        Assert.Contains("担当中：", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける",
            ("Input.PersonId", Known(desk)), ("Input.Members[0].Name", "架電 次郎"), ("Input.Members[0].Relation", "次男"), ("Input.OwnWords", "また電話した"),
            ("Input.Topics", "debt"), ("Input.WorstTopic", "debt"), ("Input.Next", "Keep"), ("Input.Case", first.ToString()));
        Assert.Contains("この窓口で継続", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"a[href='/cases/{first}']"));

        var after = await app.ReadCaseAsync(first);
        Assert.Equal([CasePersonRole.Subject, CasePersonRole.HouseholdMember], after.CurrentPersons.Select(p => p.Role));
        Assert.Equal(app.Services.GetRequiredService<JapanTime>().Today, after.LastContactOn);
        await desk.OpenAsync($"/cases/{first}");
        var call = desk.Page.QuerySelectorAll("a").Single(a => a.TextContent.Contains("◎債務", StringComparison.Ordinal));
        await desk.OpenAsync(call.GetAttribute("href")!);
        Assert.Contains("また電話した", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_put_there_later_too_where_the_running_case_is_offered_first()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var first = await KeepAsync(desk, "架電 二子", "かでん ふたこ");
        await FindAsync(desk, "架電 二子", "Input.VisitorName");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.PersonId", Known(desk)), ("Input.OwnWords", "二度目"), ("Input.Next", "Later"));
        var form = desk.Form("Input.Next");
        Assert.Equal(first.ToString(), form.QuerySelector("[name='Input.Case'][checked]")!.GetAttribute("value"));
        await desk.SubmitAsync(form, "対応を決める", ("Input.Next", "Keep"));
        Assert.NotNull(desk.Page.QuerySelector($"a[href='/cases/{first}']"));
    }

    [Fact]
    public async Task Opens_a_new_case_when_that_is_said_and_never_goes_into_a_strange_one()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var first = await KeepAsync(desk, "架電 三子", "かでん みこ");
        var strange = await KeepAsync(desk, "架他 三子", "かた みこ");
        using var other = await app.SignInAsync(TestTown.OtherDesk);
        var others = await KeepAsync(other, "架電 三子", "かでん みこ");
        await FindAsync(desk, "架電 三子", "Input.VisitorName");
        var person = Known(desk);
        Assert.DoesNotContain(desk.Page.QuerySelectorAll("[name='Input.Case']"), e => e.GetAttribute("value") == others.ToString());
        foreach (var wrong in (Id<Case>[])[strange, others])
        {
            await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.PersonId", person), ("Input.OwnWords", "二度目"), ("Input.Next", "Keep"), ("Input.Case", wrong.ToString()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
            // Who was chosen stays chosen, and the reason stands beside the choice.
            Assert.NotNull(desk.Page.QuerySelector($"[name='Input.PersonId'][value='{person}'][checked]"));
            Assert.NotNull(desk.Page.QuerySelector("#Input_Case-error"));
        }
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.PersonId", person), ("Input.OwnWords", "二度目"), ("Input.Next", "Keep"), ("Input.Case", "new"));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var id = Id<Person>.Parse(person, null);
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(2, await db.Cases.IgnoreQueryFilters().CountAsync(c => c.Persons.Any(p => p.PersonId == id)));
        Assert.Null(desk.Page.QuerySelector($"a[href='/cases/{first}']"));
    }

    [Fact]
    public async Task Is_handed_off_from_the_running_case_where_that_is_chosen()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var first = await KeepAsync(desk, "架電 五子", "かでん いつこ");
        var strange = await KeepAsync(desk, "架他 五子", "かた いつこ");
        await FindAsync(desk, "架電 五子", "Input.VisitorName");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.PersonId", Known(desk)), ("Input.OwnWords", "二度目"), ("Input.Next", "HandOff"));
        var form = desk.Form("Input.Asked");
        Assert.Equal(first.ToString(), form.QuerySelector("[name='Input.FromCase'][checked]")!.GetAttribute("value"));
        var receiver = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString();
        (string, string)[] typed = [("Input.Asked", "家計の相談"), ("Input.Topics", "debt"), ("Input.MainTopic", "debt"), ("Input.OtherReceiver", receiver)];
        await desk.SubmitAsync(form, "つなぐ", [.. typed, ("Input.FromCase", strange.ToString())]);
        Assert.NotNull(desk.Page.QuerySelector("#Input_FromCase-error"));
        await desk.SubmitAsync(desk.Form("Input.Asked"), "つなぐ", [.. typed, ("Input.FromCase", first.ToString())]);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(first, (await db.Handoffs.IgnoreQueryFilters().SingleAsync(h => h.SourceCaseId == first)).SourceCaseId);
        Assert.Equal(2, await db.Consultations.IgnoreQueryFilters().CountAsync(c => c.CaseId == first));
    }

    [Fact]
    public async Task By_the_API_a_closed_case_takes_none()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var first = await KeepAsync(desk, "架電 四子", "かでん よつこ");
        var person = (await app.ReadCaseAsync(first)).CurrentPersons.Single().PersonId;
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        object Call() => new { personId = person.ToString(), date = "R8.4.1", channel = "phone", ownWords = "また", next = "Keep", @case = first.ToString() };
        var made = await api.PostAsync("/api/v1/consultations", Call());
        Assert.Equal(first.ToString(), (await api.GetAsync($"/api/v1/consultations/{made!["id"]}"))!["case"]!.ToString());
        await api.PostAsync($"/api/v1/cases/{first}/close", new { outcome = "solved", words = "解決した" });
        Assert.Equal(HttpStatusCode.NoContent, api.Status);
        var refused = await api.PostAsync("/api/v1/consultations", Call());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.Equal("case", refused!["refusals"]!.AsArray().Single()!["field"]!.ToString(), ignoreCase: true);
    }

    private static string Known(TestBrowser desk) => desk.Page.QuerySelectorAll("[name='Input.PersonId'][form=intake]:not([value=''])")[0].GetAttribute("value")!;

    private static async Task FindAsync(TestBrowser desk, string words, string field)
    {
        await desk.OpenAsync(New);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "同じ人の記録をさがす", (field, words));
    }

    private static async Task<Id<Case>> KeepAsync(TestBrowser desk, string name, string kana)
    {
        await desk.OpenAsync(New);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.VisitorName", name), ("Input.VisitorKana", kana), ("Input.OwnWords", "一度目"), ("Input.Next", "Keep"));
        var href = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/cases/", StringComparison.Ordinal) == true)!;
        return Id<Case>.Parse(href.Split('/')[^1], null);
    }
}
