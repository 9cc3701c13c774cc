using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>A host whose database fails when it is told to.</summary>
public sealed class FailingApp(TestCluster cluster) : TestApp(cluster)
{
    private readonly Fault fault = new();

    /// <summary>What every statement fails with from now on; null ends it.</summary>
    public Exception? Failure { set => fault.Failure = value; }

    protected override void Change(IServiceCollection services) => services.ConfigureDbContext<AppDb>(db => db.AddInterceptors(fault));

    private sealed class Fault : DbCommandInterceptor
    {
        public Exception? Failure { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Failure is null ? new(result) : throw Failure;
    }
}

public sealed class Every_answer_carries_its_headers(FailingApp app) : IClassFixture<FailingApp>
{
    private static readonly string[] Expected =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Cache-Control"];

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/css/base.css", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Found)]
    [InlineData("/error/500", HttpStatusCode.InternalServerError)]
    [InlineData("/api/v1/me", HttpStatusCode.Unauthorized)]
    public async Task Also_one_that_refuses(string path, HttpStatusCode status) => await AssertHeadersAsync(await AskAsync(HttpMethod.Get, path), status);

    [Fact]
    public async Task Also_to_a_form_that_no_page_gave() => await AssertHeadersAsync(await AskAsync(HttpMethod.Post, "/sign-in"), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("/api/v1/me")]
    [InlineData("/health/ready")]
    public async Task Also_when_something_fails(string path)
    {
        var token = await TestApi.TokenAsync(app, TestTown.Desk);
        await AssertFailingAsync(new InvalidOperationException("deliberate"), path, token, path.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.InternalServerError : HttpStatusCode.OK);
    }

    [Fact]
    public async Task Also_when_the_database_is_away()
    {
        var token = await TestApi.TokenAsync(app, TestTown.Desk);
        await AssertFailingAsync(new NpgsqlException("away", new System.Net.Sockets.SocketException()), "/api/v1/me", token, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Also_on_the_page_that_tells_of_a_failure()
    {
        using var cookies = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(cookies) { BaseAddress = app.Address };
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("Input.Login", TestTown.Desk), new("Input.Password", TestTown.Password), new("__RequestVerificationToken", token)]);
        app.Failure = new InvalidOperationException("deliberate");
        try
        {
            var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
            Assert.Contains("処理できませんでした", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await AssertHeadersAsync(answer, HttpStatusCode.InternalServerError);
        }
        finally
        {
            app.Failure = null;
        }
    }

    private async Task AssertFailingAsync(Exception failure, string path, string token, HttpStatusCode status)
    {
        app.Failure = failure;
        try
        {
            await AssertHeadersAsync(await AskAsync(HttpMethod.Get, path, token), status);
        }
        finally
        {
            app.Failure = null;
        }
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? token = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await http.SendAsync(request);
    }

    private static async Task AssertHeadersAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        using (answer)
        {
            Assert.True(answer.StatusCode == status, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.All(Expected, name => Assert.True(answer.Headers.Contains(name), $"{answer.RequestMessage?.RequestUri} ({(int)answer.StatusCode}) has no {name}."));
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        }
    }
}
