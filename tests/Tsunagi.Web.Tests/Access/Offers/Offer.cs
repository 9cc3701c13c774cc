using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Offers;

/// <summary>Something a page offers to do next: a link to follow, or a form to send as it stands.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Words">What it is called on the page.</param>
/// <param name="Fields">What the form would send; null where the offer is a link or a form that asks.</param>
internal sealed partial record Offer(Uri Address, string Words, IReadOnlyList<KeyValuePair<string, string>>? Fields = null)
{
    /// <summary>Acts on one's own session: they would end the walk.</summary>
    private static readonly string[] OfTheSession = ["/sign-out", "/sign-in/organisation", "/contrast"];

    public bool IsAct => Fields is not null;

    /// <summary>Which offer it is. One month is like another, and there is always one before.</summary>
    public string Key => $"{(IsAct ? "POST" : "GET")} {Month().Replace(Address.PathAndQuery, "month=")}";

    [GeneratedRegex("month=[0-9-]+")]
    private static partial Regex Month();

    /// <summary>Everything a page offers.</summary>
    public static IEnumerable<Offer> On(IHtmlDocument page, Uri at) => Links(page, at).Concat(page.Forms.Where(form => form.GetAttribute("method") is not "dialog").SelectMany(form => OfForm(form, at)))
        .Where(offer => offer.Address.Authority == at.Authority && !OfTheSession.Contains(offer.Address.AbsolutePath));

    private static IEnumerable<Offer> Links(IHtmlDocument page, Uri at) =>
        from link in page.QuerySelectorAll("a[href]")
        let href = link.GetAttribute("href")!
        where !href.StartsWith('#') && !href.Contains("javascript", StringComparison.OrdinalIgnoreCase) && !href.StartsWith("tel:", StringComparison.Ordinal)
        select new Offer(WithoutFragment(new(at, href)), link.TextContent.Trim());

    private static IEnumerable<Offer> OfForm(IHtmlFormElement form, Uri at) =>
        from button in form.Elements.OfType<IHtmlButtonElement>().Where(b => b.GetAttribute("type") is null or "submit")
        let action = button.GetAttribute("formaction") ?? form.GetAttribute("action")
        let target = action is { Length: > 0 } ? new Uri(at, action) : at
        let fields = TestBrowser.Values(form, button.TextContent)
        select form.Method == "get" ? new Offer(Asked(target, fields), button.TextContent.Trim()) : new Offer(target, button.TextContent.Trim(), fields);

    private static Uri Asked(Uri target, IEnumerable<KeyValuePair<string, string>> fields) =>
        new(target, $"{target.AbsolutePath}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))}");

    private static Uri WithoutFragment(Uri address) => new UriBuilder(address) { Fragment = "" }.Uri;
}
