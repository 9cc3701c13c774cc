using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.WebEncoders;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.DesignSystem.Frame;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>The gallery in a host that has nothing but Razor Pages.</summary>
public sealed class GalleryTests : IAsyncLifetime
{
    WebApplication app = null!;
    HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DsButton).Assembly.GetName().Name,
            ContentRootPath = DesignFiles.Path("src/Tsunagi.Web"),
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
        builder.Services.AddSingleton(IdSource.Secure(TimeProvider.System)); // the form tag helper of the host asks for it
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        app = builder.Build();
        app.MapRazorPages();
        await app.StartAsync();
        client = app.GetTestServer().CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Every_component_together_makes_a_sound_page()
    {
        var page = await Get("/design");
        Assert.Empty(Accessibility.Complaints(page.DocumentElement));
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("画面の部品｜つなぎ", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("画面の部品", page.QuerySelector("main h1")!.TextContent);
        Assert.Equal(MenuWords.InOrder, page.QuerySelectorAll(".frame-side .frame-menu li > a").Select(e => e.TextContent));
    }

    [Fact]
    public async Task No_component_is_left_as_an_unknown_element()
    {
        var page = await Get("/design");
        Assert.Empty(page.All.Where(e => e.LocalName.StartsWith("ds-", StringComparison.Ordinal)).Select(e => e.LocalName));
    }

    [Fact]
    public async Task Japanese_is_written_as_itself() =>
        Assert.DoesNotContain("&#x", await client.GetStringAsync(new Uri("/design", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task A_form_sent_with_errors_comes_back_with_what_was_typed()
    {
        var page = await Post("/design", ("Form.Received", "令和8年13月1日"), ("Form.Words", ""), ("Form.Members", "多い"), ("Form.Worries", "child"), ("Form.Worries", "housing"), ("Form.CallBack", "false"));
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.Empty(Accessibility.Complaints(page.DocumentElement));
        var summary = page.QuerySelector("[data-error-summary]")!;
        Assert.All(summary.QuerySelectorAll("a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        // In the order of the form, whatever the order of model state.
        Assert.Equal(["#Form_Channel", "#Form_Words", "#Form_Members"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("令和8年13月1日", page.QuerySelector("#Form_Received")!.GetAttribute("value"));
        Assert.Equal("多い", page.QuerySelector("#Form_Members")!.GetAttribute("value"));
        Assert.Equal(["child", "housing"], page.QuerySelectorAll("#Form_Worries-group input[checked]").Select(i => i.GetAttribute("value")));
        Assert.False(page.QuerySelector("#Form_CallBack")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task The_switch_of_contrast_is_kept_and_leads_back()
    {
        var answer = await Send("/contrast", ("returnUrl", "/design?x=1"), ("more", "true"));
        Assert.Equal("/design?x=1", answer.Headers.Location!.OriginalString);
        Assert.StartsWith(Contrast.Cookie + "=more", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(Contrast.Cookie, StringComparison.Ordinal)), StringComparison.Ordinal);
        client.DefaultRequestHeaders.Add("Cookie", Contrast.Cookie + "=more");
        Assert.Equal("more", (await Get("/design")).DocumentElement.GetAttribute("data-contrast"));
    }

    [Fact]
    public async Task The_switch_of_contrast_leads_nowhere_else() =>
        Assert.Equal("/contrast", (await Send("/contrast", ("returnUrl", "https://example.com/"), ("more", "true"))).Headers.Location!.OriginalString);

    [Fact]
    public void A_broken_page_is_found_out()
    {
        static IEnumerable<string> Of(string html) => Accessibility.Complaints(new HtmlParser().ParseDocument(html).DocumentElement);
        Assert.NotEmpty(Of("<input name=a>"));
        Assert.NotEmpty(Of("<label for=x>なまえ</label>"));
        Assert.NotEmpty(Of("<p id=a></p><p id=a></p>"));
        Assert.NotEmpty(Of("<p aria-describedby=gone></p>"));
        Assert.NotEmpty(Of("<h1>一</h1><h3>三</h3>"));
        Assert.NotEmpty(Of("<a href=/x></a>"));
        Assert.NotEmpty(Of("<fieldset></fieldset>"));
        Assert.Empty(Of("<h1>一</h1><label for=x>なまえ</label><input id=x>"));
    }

    async Task<IHtmlDocument> Get(string address) => await Parse(await client.GetAsync(new Uri(address, UriKind.Relative)));

    async Task<IHtmlDocument> Post(string address, params (string, string)[] fields)
    {
        var answer = await Send(address, fields);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await Parse(answer);
    }

    async Task<HttpResponseMessage> Send(string address, params (string Name, string Value)[] fields)
    {
        var form = await client.GetAsync(new Uri(address, UriKind.Relative));
        var token = (await Parse(form)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", token)));
        return await client.SendAsync(request);
    }

    static async Task<IHtmlDocument> Parse(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
