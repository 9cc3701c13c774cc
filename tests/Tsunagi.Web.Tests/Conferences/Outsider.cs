using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Tsunagi.Web.Features.Search;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>Somebody who asks for everything: pages with a session, the API with a token; or a passer-by with neither.</summary>
internal sealed class Outsider : IDisposable
{
    private const string Nobody = "nobody";

    private readonly Dictionary<string, string> results = [];
    private readonly TestApp app;
    private readonly HttpClient pages;
    private readonly HttpClient api;

    private Outsider(TestApp app, string name, HttpClient pages, HttpClient api) => (this.app, Name, this.pages, this.api) = (app, name, pages, api);

    public string Name { get; }

    public static async Task<Outsider> SignInAsync(TestApp app, string login)
    {
        var (http, api) = (Browser(app), Browser(app));
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
        using var filled = new FormUrlEncodedContent(TestBrowser.Values(page.Forms[0], null, ("Input.Login", login), ("Input.Password", TestTown.Password)));
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), filled);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        // The first form sets a cookie, and no later one does.
        (await http.GetAsync(new Uri("/password", UriKind.Relative))).Dispose();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TestApi.TokenAsync(app, login));
        return new(app, login, http, api);
    }

    public static async Task<Outsider> NobodyAsync(TestApp app)
    {
        var http = Browser(app);
        (await http.GetAsync(new Uri("/sign-in", UriKind.Relative))).Dispose();
        return new(app, Nobody, http, Browser(app));
    }

    /// <summary>
    /// What is answered: the status, every header, and the body word for word. A search is asked for with its word behind the
    /// question mark; in the address it is sealed, and for the API it is posted.
    /// </summary>
    public async Task<string> AskAsync(string path)
    {
        using var answer = await AnswerAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return $"{answer.StatusCode}\n{string.Join('\n', Headers(answer))}\n\n{(isJson ? SupportStory.Plain(JsonNode.Parse(body)) : body)}";
    }

    public void Dispose()
    {
        pages.Dispose();
        api.Dispose();
    }

    private async Task<HttpResponseMessage> AnswerAsync(string path) => path.Split('?') switch
    {
        ["/search", var word] => await pages.GetAsync(new Uri(await ResultsAsync(Uri.UnescapeDataString(word)), UriKind.Relative)),
        ["/api/v1/search", var word] => await api.PostAsJsonAsync(new Uri("/api/v1/search", UriKind.Relative), new { query = Uri.UnescapeDataString(word) }),
        _ => await (path.StartsWith("/api/", StringComparison.Ordinal) ? api : pages).GetAsync(new Uri(path, UriKind.Relative)),
    };

    // Sealed anew, it would be another address each time.
    private async Task<string> ResultsAsync(string word) => results.TryGetValue(word, out var known) ? known
        : results[word] = Name == Nobody ? app.Services.GetRequiredService<SearchAddress>().Of(word, default) : await app.SearchPathAsync(Name, word);

    // Of a cookie, which is another at every answer, its name and its length.
    private static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Transfer-Encoding")).OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(", ", h.Key == "Set-Cookie" ? h.Value.Select(c => $"{c.Split('=')[0]} of {c.Length}") : h.Value)}");

    private static HttpClient Browser(TestApp app) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = app.Address };
}
