using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Api;

/// <summary>Whatever a program sends that cannot be taken, it is told so as a problem, with the place where it stands – never by the page of a browser.</summary>
public sealed class What_cannot_be_read(TestApp app) : IClassFixture<TestApp>
{
    private const string Memos = "/api/v1/memos", Nobody = "0198c000-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{\"message\":", "message")]
    [InlineData("{\"message\":{}}", "message")]
    [InlineData("{\"message\":5}", "message")]
    [InlineData("{\"nonsense\":1}", "nonsense")]
    public async Task A_body_that_is_not_what_is_asked_for_is_a_problem_that_names_the_place(string body, string? field)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var problem = await desk.SendAsItIsAsync(HttpMethod.Post, Memos, Json(body));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (desk.Status, desk.ContentType));
        Assert.StartsWith("読み取れない値があります", Title(problem), StringComparison.Ordinal);
        Assert.Equal(field, Fields(problem).SingleOrDefault());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_unreadable()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var content = new ByteArrayContent([.. "{\"message\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        Assert.Equal(["message"], Fields(await desk.SendAsItIsAsync(HttpMethod.Post, Memos, content)));
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
    }

    [Fact]
    public async Task What_is_put_is_answered_as_what_is_posted()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var problem = await desk.SendAsItIsAsync(HttpMethod.Put, $"/api/v1/cases/{await app.OpenCaseAsync()}/course", Json("{\"approach\":\"soon\"}"));
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (desk.Status, desk.ContentType));
        Assert.Equal(["approach"], Fields(problem));
    }

    [Fact]
    public async Task A_null_among_the_elements_of_a_list_is_unreadable_wherever_it_stands()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var @case = $"/api/v1/cases/{await app.OpenCaseAsync()}";
        (HttpMethod Method, string Path, string Body, string Field)[] calls =
        [
            (HttpMethod.Post, "/api/v1/consultations", "{\"members\":[null]}", "members[0]"),
            (HttpMethod.Post, "/api/v1/consultations", "{\"statements\":[null]}", "statements[0]"),
            (HttpMethod.Post, $"{@case}/notes", "{\"paragraphs\":[{\"kind\":\"fact\",\"text\":\"甲\"},null]}", "paragraphs[1]"),
            (HttpMethod.Post, $"{@case}/notes", "{\"partners\":[null]}", "partners[0]"),
            (HttpMethod.Put, $"{@case}/assessment", "{\"basedOn\":0,\"answers\":[null]}", "answers[0]"),
            (HttpMethod.Put, $"{@case}/assessment", "{\"basedOn\":0,\"documents\":[null]}", "documents[0]"),
            (HttpMethod.Put, $"{@case}/assessment", "{\"basedOn\":0,\"issues\":[\"debt\",null]}", "issues[1]"),
            (HttpMethod.Post, "/api/v1/handoffs", "{\"kind\":\"toDesk\",\"enclosures\":[null]}", "enclosures[0]"),
            (HttpMethod.Post, "/api/v1/consultations/drafts", "{\"fields\":{\"Input.OwnWords\":null}}", "fields"),
        ];
        foreach (var (method, path, body, field) in calls)
        {
            var problem = await desk.SendAsItIsAsync(method, path, Json(body));
            Assert.True(desk.Status == HttpStatusCode.BadRequest, $"{path} {body}: {desk.Status} {problem}");
            Assert.Equal("application/problem+json", desk.ContentType);
            Assert.Contains(field, Fields(problem).Single(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application/json; charset=shift_jis")]
    [InlineData("application/json; charset=\"no-such\"")]
    [InlineData("text/plain")]
    public async Task Another_encoding_and_another_kind_of_body_are_told_to_be_sent_as_JSON_in_UTF_8(string type)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var content = new ByteArrayContent("{\"message\":\"x\"}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var problem = await desk.SendAsItIsAsync(HttpMethod.Post, Memos, content);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "application/problem+json"), (desk.Status, desk.ContentType));
        Assert.Contains("UTF-8", Title(problem), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UTF_8_may_be_named()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var content = new ByteArrayContent("{\"message\":\"折り返しを待つ\"}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=\"UTF-8\"");
        await desk.SendAsItIsAsync(HttpMethod.Post, Memos, content);
        Assert.Equal(HttpStatusCode.Created, desk.Status);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_too_large()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var problem = await desk.SendAsItIsAsync(HttpMethod.Post, Memos, Json($"{{\"message\":\"{new string('x', 31_000_000)}\"}}"), ("Expect", "100-continue"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "application/problem+json"), (desk.Status, desk.ContentType));
        Assert.Contains("大きすぎます", Title(problem), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_or_a_query_that_cannot_be_read_a_method_nobody_takes_and_an_address_of_nothing_are_problems_too()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        (HttpMethod Method, string Path, HttpStatusCode Status)[] calls =
        [
            (HttpMethod.Get, "/api/v1/cases/nobody", HttpStatusCode.BadRequest),
            (HttpMethod.Get, "/api/v1/urgent-reports?ended=perhaps", HttpStatusCode.BadRequest),
            (HttpMethod.Delete, $"/api/v1/cases/{Nobody}", HttpStatusCode.MethodNotAllowed),
            (HttpMethod.Put, Memos, HttpStatusCode.MethodNotAllowed),
            (HttpMethod.Put, "/api/v1/nothing", HttpStatusCode.NotFound),
        ];
        foreach (var (method, path, status) in calls)
        {
            var problem = await desk.SendAsItIsAsync(method, path, method == HttpMethod.Put ? Json("{}") : null);
            Assert.Equal((path, status, "application/problem+json"), (path, desk.Status, desk.ContentType));
            Assert.Equal((int)status, problem!["status"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Without_a_token_the_caller_is_told_that_one_is_needed()
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var answer = await http.PutAsync(new Uri("/api/v1/cases/x/course", UriKind.Relative), Json("{}"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
        Assert.Contains("トークンが必要です", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string Title(JsonNode? problem) => problem!["title"]!.GetValue<string>();

    private static IEnumerable<string> Fields(JsonNode? problem) => problem!["refusals"]!.AsArray().Select(r => r!["field"]!.GetValue<string>());
}
