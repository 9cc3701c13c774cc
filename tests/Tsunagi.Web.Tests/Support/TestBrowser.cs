using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Tsunagi.Web.Tests.Support;

/// <summary>
/// A browser without script: it keeps cookies, follows redirects, and posts the forms it finds on the page, hidden fields
/// included – so a test can send only what a person could.
/// </summary>
public sealed class TestBrowser : IDisposable
{
    private readonly HttpClient http;

    public TestBrowser(Uri address) =>
        http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };

    /// <summary>The page shown now.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>The status it was answered with.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where it is, after redirects.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>What it says, without markup.</summary>
    public string Text => Page.Body?.TextContent ?? "";

    public async Task<TestBrowser> OpenAsync(string path) => await ShowAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    public async Task SignInAsync(string login, string password = TestTown.Password)
    {
        await OpenAsync("/sign-in");
        await SubmitAsync(Form("Input.Password"), ("Input.Login", login), ("Input.Password", password));
    }

    /// <summary>さがす.</summary>
    public async Task<TestBrowser> SearchAsync(string query)
    {
        await OpenAsync("/search");
        return await SubmitAsync(Form("q"), ("q", query));
    }

    /// <summary>The form that holds a field or button of this name (and value).</summary>
    public IHtmlFormElement Form(string field, string? value = null) =>
        Page.Forms.FirstOrDefault(f => f.Elements.Any(e => e.GetAttribute("name") == field && (value is null || e.GetAttribute("value") == value)))
        ?? throw new InvalidOperationException($"No form with '{field}' on {Url}: {Text}");

    /// <summary>The form whose submit button says this.</summary>
    public IHtmlFormElement FormWithButton(string words) =>
        Page.Forms.FirstOrDefault(f => f.QuerySelectorAll("button").Any(b => b.TextContent.Contains(words, StringComparison.Ordinal)))
        ?? throw new InvalidOperationException($"No button '{words}' on {Url}: {Text}");

    /// <summary>Fills a form in and sends it, by its (first, or named) button.</summary>
    public Task<TestBrowser> SubmitAsync(IHtmlFormElement form, params (string Name, string Value)[] filled) => SubmitAsync(form, null, filled);

    /// <summary>Fills a form in and presses the button that says <paramref name="button"/>.</summary>
    public async Task<TestBrowser> SubmitAsync(IHtmlFormElement form, string? button, params (string Name, string Value)[] filled)
    {
        var values = Values(form, button, filled);
        var target = Pressed(form, button)?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var action = target is { Length: > 0 } ? new Uri(Url, target) : Url;
        using HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(values) : new FormUrlEncodedContent(values);
        return await ShowAsync(form.Method == "get"
            ? await http.GetAsync(new Uri(Url, $"{action.AbsolutePath}?{string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"))}"))
            : await http.PostAsync(action, content));
    }

    /// <summary>Sends a form with a file.</summary>
    public async Task<TestBrowser> UploadAsync(IHtmlFormElement form, string field, string name, byte[] file)
    {
        using var content = Multipart(Values(form, null));
        content.Add(new ByteArrayContent(file), field, name);
        return await ShowAsync(await http.PostAsync(new Uri(Url, form.GetAttribute("action") ?? ""), content));
    }

    /// <summary>What a form would send.</summary>
    public static List<KeyValuePair<string, string>> Values(IHtmlFormElement form, string? button, params (string Name, string Value)[] filled)
    {
        var names = filled.Select(f => f.Name).ToHashSet();
        List<KeyValuePair<string, string>> values = [];
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { } name || names.Contains(name) || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                    if (choice.IsChecked) values.Add(new(name, choice.Value));
                    break;
                case IHtmlInputElement { Type: not ("submit" or "button" or "file") } input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.SelectedOptions.Select(o => new KeyValuePair<string, string>(name, o.Value)));
                    break;
            }
        }
        values.AddRange(filled.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        if (Pressed(form, button) is { } pressed && pressed.GetAttribute("name") is { Length: > 0 } pressedName && !names.Contains(pressedName)) values.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        return values;
    }

    /// <summary>The submit button that says this, or the first: those that stand outside the form and name it count too.</summary>
    private static IHtmlButtonElement? Pressed(IHtmlFormElement form, string? button) =>
        form.Elements.OfType<IHtmlButtonElement>().FirstOrDefault(b => b.GetAttribute("type") is null or "submit" && (button is null || b.TextContent.Contains(button, StringComparison.Ordinal)));

    /// <summary>Sends a prepared post as it stands, for repeats and tampering.</summary>
    public async Task<TestBrowser> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        using var content = new FormUrlEncodedContent(values);
        return await ShowAsync(await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), content));
    }

    public void Dispose() => http.Dispose();

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values) content.Add(new StringContent(value), name);
        return content;
    }

    private async Task<TestBrowser> ShowAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            (Status, Url) = (answer.StatusCode, answer.RequestMessage!.RequestUri!);
            Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            return this;
        }
    }
}
