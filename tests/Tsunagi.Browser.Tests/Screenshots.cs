using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Tests.Notices;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>
/// Pictures to look at. Run by hand: <c>TSUNAGI_SCREENSHOTS=DIR … -explicit only -class Tsunagi.Browser.Tests.Screenshots</c>.
/// </summary>
public sealed class Screenshots(NoticeTown app, Chromium chromium) : IClassFixture<NoticeTown>
{
    [Fact(Explicit = true)]
    public async Task Of_every_page_that_needs_no_id()
    {
        var folder = Environment.GetEnvironmentVariable("TSUNAGI_SCREENSHOTS") ?? "screenshots";
        Directory.CreateDirectory(folder);
        foreach (var (login, paths) in StaticPages.ByReader(app))
            foreach (var (width, height) in ((int, int)[])[(1280, 900), (390, 844)])
            {
                var page = await chromium.OpenAsync(app.Address, width, height);
                if (login.Length > 0) await page.SignInAsync(login);
                foreach (var path in paths)
                {
                    await page.GotoAsync(path);
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Name(path)}-{width}.png"), FullPage = true });
                }
                await page.Context.CloseAsync();
            }
    }

    private static string Name(string path) => path.Trim('/') is { Length: > 0 } name ? name.Replace('/', '-') : "today";
}

/// <summary>The pages of the running host that can be opened without an id, each with somebody who may open it.</summary>
static class StaticPages
{
    public static IEnumerable<(string Login, List<string> Paths)> ByReader(TestApp app)
    {
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null)
            .Select(e => (Path: "/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<PermitAttribute>()?.Permission))
            .Where(p => !p.Path.Contains('{', StringComparison.Ordinal) && p.Path is not "/sign-out" and not "/contrast").Distinct().ToList();
        return pages.GroupBy(p => p.Permission is { } permission ? ReaderOf(permission) : "")
            .Select(g => (g.Key, g.Select(p => p.Path).ToList()));
    }

    // 調整担当 are hired by the towns that need one.
    private static string ReaderOf(Permission permission) =>
        Permissions.Of(permission).Roles.SetEquals([Role.Coordinator]) ? NoticeTown.First : TestTown.ReaderOf(permission);
}
