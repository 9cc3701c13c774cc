using Microsoft.AspNetCore.Authorization;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access;

/// <summary>The first ring has no gap: every endpoint of the running host names a permission, or stands on the public list.</summary>
public sealed class No_endpoint_without_a_policy(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>What somebody who is not signed in may reach, and why nothing of a record is behind it.</summary>
    private static readonly HashSet<string> Public =
    [
        "sign-in", "sign-out", "error/{status:int?}", "contrast", "design",
        "/health/live", "/health/ready", "/api/{documentName}/openapi.json",
    ];

    [Fact]
    public void Every_endpoint_of_the_running_host_names_a_permission()
    {
        var endpoints = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.True(endpoints.Count > 10);
        Assert.Empty(Open(endpoints));
    }

    [Fact]
    public void An_endpoint_without_one_is_found()
    {
        var naked = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/naked"), 0, null, "naked");
        var open = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/open"), 0,
            new EndpointMetadataCollection(new AllowAnonymousAttribute()), "open");
        Assert.Equal(["/api/v1/naked", "/api/v1/open"], Open([naked, open]));
    }

    private static List<string> Open(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PermitAttribute>() is null || e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText ?? "")
            .Where(route => !Public.Contains(route)).Distinct().Order(StringComparer.Ordinal)];
}
