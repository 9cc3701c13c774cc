using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Tests.Cases;

public sealed class Cases_through_the_API(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Notes_tasks_and_the_course_are_written_by_the_same_rules()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var note = new
        {
            occurredAt = "2026-05-01T10:00:00+09:00",
            channel = "phone",
            form = "summary",
            isContact = true,
            paragraphs = new object[] { new { kind = "fact", text = "家賃を二か月滞納", source = "agency", sourceOrganisation = TestOrganisations.Id(TestOrganisations.Hub).ToString() }, new { kind = "judgement", text = "急ぎ" } },
        };
        await stranger.PostAsync($"/api/v1/cases/{id}/notes", note);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        var made = await desk.PostAsync($"/api/v1/cases/{id}/notes", note, key: "note");
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        Assert.Equal(made!["id"]!.ToString(), (await desk.PostAsync($"/api/v1/cases/{id}/notes", note, key: "note"))!["id"]!.ToString());
        await desk.PostAsync($"/api/v1/notes/{made["id"]}/corrections", new { paragraph = 1, text = "家賃を三か月滞納", reason = "確認した" });
        Assert.Equal(HttpStatusCode.NoContent, desk.Status);
        var notes = (await desk.GetAsync($"/api/v1/cases/{id}/notes"))!["items"]!.AsArray();
        var paragraph = Assert.Single(notes)!["paragraphs"]!.AsArray()[0]!;
        Assert.Equal(("家賃を三か月滞納", "家賃を二か月滞納"), (paragraph["text"]!.ToString(), paragraph["firstText"]!.ToString()));

        await desk.PutAsync($"/api/v1/cases/{id}/course", new { next = "訪問", due = "2038-01-05", approach = "stayingConnected", contactDays = 30 });
        Assert.Equal(HttpStatusCode.NoContent, desk.Status);
        var task = await desk.PostAsync($"/api/v1/cases/{id}/tasks", new { what = "確認", due = "2038-01-05", organisation = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString() });
        Assert.Equal("TaskOutOfReach", task!["refusals"]![0]!["code"]!.ToString());

        var shown = (await desk.GetAsync($"/api/v1/cases/{id}"))!;
        Assert.Equal(("open", "訪問", "2026-05-01"), (shown["state"]!.ToString(), shown["nextAction"]!["text"]!.ToString(), shown["lastContactOn"]!.ToString()));
        Assert.Equal("assignment", shown["basis"]!.ToString());
        await stranger.GetAsync($"/api/v1/cases/{id}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task An_assessment_upon_an_older_version_is_stale()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.GetAsync($"/api/v1/cases/{id}/assessment");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        static object Sheet(int basedOn, string text) => new
        {
            basedOn,
            answers = new[] { new { code = "family", text } },
            issues = new[] { "debt" },
            documents = new[] { new { section = "health", name = "診療情報提供書", issuedOn = "2026-04-01", issuedBy = "架空病院" } },
        };
        Assert.Equal("1", (await desk.PutAsync($"/api/v1/cases/{id}/assessment", Sheet(0, "母と息子")))!["number"]!.ToString());
        await desk.PutAsync($"/api/v1/cases/{id}/assessment", Sheet(0, "父と娘"));
        Assert.Equal(HttpStatusCode.Conflict, desk.Status);
        await desk.PutAsync($"/api/v1/cases/{id}/assessment", Sheet(1, "母と息子と祖母"));
        var latest = (await desk.GetAsync($"/api/v1/cases/{id}/assessment"))!;
        Assert.Equal("2", latest["number"]!.ToString());
        Assert.DoesNotContain(latest["blanks"]!.AsArray(), b => b!.ToString().StartsWith("health", StringComparison.Ordinal));
        Assert.Contains(latest["blanks"]!.AsArray(), b => b!.ToString() == "wishes");
        var difference = (await desk.GetAsync($"/api/v1/cases/{id}/assessment/diff?from=1&to=2"))!["answers"]!.AsArray();
        Assert.Equal("母と息子", Assert.Single(difference)!["before"]!["text"]!.ToString());
    }

    [Fact]
    public async Task An_assessment_upon_a_version_that_never_was_is_stale()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PutAsync($"/api/v1/cases/{id}/assessment", new { basedOn = 50, answers = new[] { new { code = "family", text = "母と息子" } } });
        Assert.Equal(HttpStatusCode.Conflict, desk.Status);
    }

    [Fact]
    public async Task Two_answers_to_one_question_are_refused_and_neither_is_lost_silently()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var refused = await desk.PutAsync($"/api/v1/cases/{id}/assessment", new { basedOn = 0, answers = new[] { new { code = "family", text = "母と息子" }, new { code = "family", text = "父と娘" } } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "AnsweredTwice", "family"),
            (desk.Status, refused!["refusals"]![0]!["code"]!.ToString(), refused["refusals"]![0]!["field"]!.ToString()));
        await desk.GetAsync($"/api/v1/cases/{id}/assessment");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "DateTooLongAgo")]
    [InlineData("0001-01-01T00:00:00", "DateTooLongAgo")]
    [InlineData("1899-12-31T00:00:00Z", "DateTooLongAgo")]
    [InlineData("2099-01-01T00:00:00+09:00", "DateInFuture")]
    public async Task A_note_is_of_this_age_and_not_of_the_future(string occurredAt, string code)
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var refused = await desk.PostAsync($"/api/v1/cases/{id}/notes", new { occurredAt, channel = "phone", form = "summary", paragraphs = new[] { new { kind = "judgement", text = "急ぎ" } } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code, "occurredAt"),
            (desk.Status, refused!["refusals"]![0]!["code"]!.ToString(), refused["refusals"]![0]!["field"]!.ToString()));
    }

    [Fact]
    public async Task A_long_list_comes_page_by_page_with_no_case_twice_and_none_left_out()
    {
        var mine = new HashSet<string>();
        for (var i = 0; i < 53; i++)
            mine.Add((await app.OpenCaseAsync(TestTown.HubChief)).ToString());
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        List<string> listed = [];
        string? after = null;
        do
        {
            var page = (await hub.GetAsync($"/api/v1/cases?filter=running&after={Uri.EscapeDataString(after ?? "")}"))!;
            listed.AddRange(page["items"]!.AsArray().Select(c => c!["id"]!.ToString()));
            after = (page["after"] as JsonValue)?.ToString();
        }
        while (after is not null);
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Superset(mine, listed.ToHashSet());
        Assert.Equal(listed.Count, mine.Count);
    }

    [Fact]
    public async Task A_basis_that_opens_less_shows_the_head_and_none_of_the_narrative()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync($"/api/v1/cases/{id}/notes", new { channel = "visit", form = "summary", paragraphs = new[] { new { kind = "fact", text = "ひみつの経過", source = "observation" } } });
        await desk.PutAsync($"/api/v1/cases/{id}/course", new { next = "ひみつの予定", due = "2038-01-05" });
        await using (var db = app.Database.OpenAsOwner())
        {
            db.Grants.Add(Grant.ToOrganisation(
                IdSource.Named<Grant>($"limited {id}"), RootRef.Of(RootKind.Case, id), TestOrganisations.Id(TestOrganisations.OtherDesk),
                AccessLevel.Contribute, GrantBasis.Consent, DateTimeOffset.UnixEpoch).Only(FieldClasses.Existence | FieldClasses.Identity));
            await db.SaveChangesAsync();
        }
        using var limited = await app.SignInAsync(TestTown.OtherDesk);
        foreach (var page in new[] { "", "/tasks", "/course", "/assessment", "/team", "/people", "/history", "/edit" })
        {
            await limited.OpenAsync($"/cases/{id}{page}");
            Assert.DoesNotContain("ひみつ", limited.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
        await limited.OpenAsync("/cases?filter=Shared");
        Assert.Contains(id.ToString(), limited.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("ひみつ", limited.Text, StringComparison.Ordinal);
        using var api = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await api.GetAsync($"/api/v1/cases/{id}/notes");
        Assert.Equal(HttpStatusCode.Forbidden, api.Status);
        Assert.DoesNotContain("ひみつ", (await api.GetAsync($"/api/v1/cases/{id}"))!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_of_a_case_has_its_words() => Assert.Empty(
        from type in typeof(Case).Assembly.GetTypes()
        where type.Namespace == typeof(Case).Namespace && type.IsAssignableTo(typeof(DomainEvent)) && !CaseEventWords.Knows(type.Name)
        select type.Name);

    [Fact]
    public void Every_question_of_the_sheet_has_a_code_of_its_own_and_words() =>
        Assert.All(AssessmentForm.Fields, field =>
        {
            Assert.Single(AssessmentForm.Fields, f => f.Code == field.Code);
            Assert.NotEqual(field.Code, AssessmentForm.LabelOf(field.Code));
        });
}
