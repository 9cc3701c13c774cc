using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>The town of the access matrix: one record of every kind, and who may open which page of it.</summary>
public sealed class RecordsApp(TestCluster cluster) : TestApp(cluster)
{
    /// <summary>What answers with a file.</summary>
    private const string File = "/attachments/{id}";

    /// <summary>The pages that need an id, each with somebody who may open it.</summary>
    public IReadOnlyList<IGrouping<string, string>> Pages { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var world = await MatrixWorld.PlayAsync(this);
        var opens = AccessRules.Load().SelectMany(r => r.Endpoints.Select(e => (e, r.Expected))).ToDictionary();
        Pages = [.. (await MatrixEndpoints.OfAsync(Services))
            .Where(e => e is { Method: "GET", IsApi: false, Handler: null, Route: not File } && e.Takes.Any(t => t.From == TakenFrom.Address) && opens[e.Name].Contains(MatrixDecision.Allowed))
            .Select(e => (Login: MatrixRelation.All[opens[e.Name].ToList().IndexOf(MatrixDecision.Allowed)].Login ?? "", Path: PathOf(e, world)))
            .GroupBy(p => p.Login, p => p.Path)];
    }

    private static string PathOf(MatrixEndpoint endpoint, MatrixWorld world)
    {
        using var request = new MatrixRequest(endpoint, world.IdOf).Form(null);
        return request.RequestUri!.ToString();
    }
}

/// <summary>
/// Every page that shows a record, opened by somebody who may: no violation of WCAG 2.2 AA in light and in high contrast, no
/// sideways scrolling on a phone, and no script or style that the content security policy stops.
/// </summary>
public sealed class Every_page_of_a_record_is_accessible(RecordsApp app, Chromium chromium) : IClassFixture<RecordsApp>
{
    [Fact]
    public async Task In_light_in_high_contrast_and_on_a_phone()
    {
        List<string> wrong = [];
        var opened = 0;
        foreach (var pages in app.Pages)
        {
            var page = await chromium.OpenAsync(app.Address);
            page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) wrong.Add($"{page.Url}: {message.Text}"); };
            if (pages.Key.Length > 0) await page.SignInAsync(pages.Key);
            foreach (var path in pages)
            {
                var answer = await page.GotoAsync(path);
                if (!answer!.Ok || answer.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) continue;
                opened++;
                wrong.AddRange(await page.FaultsAsync());
            }
            await page.Context.CloseAsync();
        }
        Assert.True(opened > 50 && wrong.Count == 0, $"{opened} pages opened{Environment.NewLine}{string.Join(Environment.NewLine, wrong.Distinct())}");
    }
}
