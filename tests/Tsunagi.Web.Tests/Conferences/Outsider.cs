using System.Net;
using AngleSharp.Html.Parser;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>Somebody who asks for everything: pages with a session, the API with a token; or a passer-by with neither.</summary>
internal sealed class Outsider : IDisposable
{
    private readonly HttpClient pages;
    private readonly TestApi? api;

    private Outsider(string name, HttpClient pages, TestApi? api) => (Name, this.pages, this.api) = (name, pages, api);

    public string Name { get; }

    public static async Task<Outsider> SignInAsync(TestApp app, string login)
    {
        var http = Browser(app);
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
        using var filled = new FormUrlEncodedContent(TestBrowser.Values(page.Forms[0], null, ("Input.Login", login), ("Input.Password", TestTown.Password)));
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), filled);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new(login, http, await TestApi.AsAsync(app, login));
    }

    public static Outsider Nobody(TestApp app) => new("nobody", Browser(app), null);

    /// <summary>What is answered, word for word, with its status and where it leads.</summary>
    public async Task<string> AskAsync(string path)
    {
        if (api is not null && path.StartsWith("/api/", StringComparison.Ordinal))
        {
            var read = await api.GetAsync(path);
            return $"{api.Status} {SupportStory.Plain(read)}";
        }
        using var answer = await pages.GetAsync(new Uri(path, UriKind.Relative));
        return $"{answer.StatusCode} {answer.Headers.Location} {answer.Content.Headers.ContentType}\n{await answer.Content.ReadAsStringAsync()}";
    }

    public void Dispose()
    {
        pages.Dispose();
        api?.Dispose();
    }

    private static HttpClient Browser(TestApp app) =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = app.Address };
}
