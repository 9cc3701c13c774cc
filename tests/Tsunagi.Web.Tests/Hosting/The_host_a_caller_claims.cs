using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class The_host_a_caller_claims(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_nowhere_in_the_way_to_the_sign_in()
    {
        using var answer = await AskAsync(app, "evil.example");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Fcases%3Ffilter%3Drunning"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    internal static async Task<HttpResponseMessage> AskAsync(TestApp app, string host)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cases?filter=running");
        request.Headers.Host = host;
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

public sealed class The_hosts_an_installation_answers_to(NamedHostApp app) : IClassFixture<NamedHostApp>
{
    [Theory]
    [InlineData("tsunagi.example", HttpStatusCode.Redirect)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Are_all_it_answers_to(string host, HttpStatusCode expected)
    {
        using var answer = await The_host_a_caller_claims.AskAsync(app, host);
        Assert.Equal(expected, answer.StatusCode);
    }
}

/// <summary>The host as AllowedHosts configures it.</summary>
public sealed class NamedHostApp(TestCluster cluster) : TestApp(cluster)
{
    protected override void Change(IServiceCollection services) => services.PostConfigure<HostFilteringOptions>(filter => filter.AllowedHosts = ["tsunagi.example"]);
}
