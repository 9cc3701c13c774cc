using System.Net;
using AngleSharp.Html.Parser;
using Tsunagi.Web.Tests.Access.Matrix;

namespace Tsunagi.Web.Tests.Access.Offers;

/// <summary>
/// 画面をたどる: somebody opens every page of the world they may open, and tries whatever stands on it – each link once, each
/// form as it stands. What is refused as theirs not to do should not have been offered.
/// </summary>
internal sealed class Walk(OffersApp app, MatrixActor walker)
{
    // The samples of the design system lead nowhere.
    private const string Samples = "/design";

    private readonly Dictionary<string, HttpStatusCode> answers = [];
    private readonly Dictionary<string, (Offer Offer, Uri From)> offered = [];
    private readonly Queue<Offer> ahead = [];
    private readonly HashSet<string> met = [];
    private readonly List<string> lost = [];

    /// <summary>How many pages were shown.</summary>
    public int Pages { get; private set; }

    /// <summary>How much was offered on them.</summary>
    public int Offers => offered.Count;

    /// <summary>Walks until nothing new is offered, and says in a sentence each what was offered in vain.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync()
    {
        foreach (var page in app.Endpoints.Where(e => e is { Method: "GET", IsApi: false, Handler: null } && e.Route != Samples)) Begin(page);
        while (ahead.TryDequeue(out var next)) await TryAsync(next);
        return [.. offered.Where(o => IsRefused(answers[o.Key])).Select(o => $"{o.Value.From.PathAndQuery} offers 「{o.Value.Offer.Words}」: {o.Key} answers {(int)answers[o.Key]}."), .. lost];
    }

    // Nobody offered the pages the walk begins with, and a record in their query may be one the walker knows nothing of.
    private void Begin(MatrixEndpoint page) => Meet(new(new(app.Address, new MatrixRequest(page, app.World.IdOf).Address().Split('?')[0]), page.Name));

    private void Meet(Offer offer)
    {
        if (met.Add(offer.Key)) ahead.Enqueue(offer);
    }

    private async Task TryAsync(Offer offer)
    {
        using var answer = await walker.TryAsync(offer.Address, offer.Fields);
        answers[offer.Key] = answer.StatusCode;
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;
        if (offer.IsAct) await FindAgainAsync(offer, answer.StatusCode);
        else if (answer.StatusCode == HttpStatusCode.OK) await ReadAsync(offer.Address, await answer.Content.ReadAsStringAsync());
    }

    private async Task ReadAsync(Uri at, string page)
    {
        Pages++;
        foreach (var found in Offer.On(await new HtmlParser().ParseDocumentAsync(page), at).Where(o => o.Address.AbsolutePath != Samples))
        {
            offered.TryAdd(found.Key, (found, at));
            Meet(found);
        }
    }

    // Whoever is shown their form again stands at the address it was sent to.
    private async Task FindAgainAsync(Offer act, HttpStatusCode answered)
    {
        if (answered != HttpStatusCode.UnprocessableEntity) return;
        using var again = await walker.TryAsync(act.Address, fields: null);
        if (again.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found)) lost.Add($"{act.Key} is shown again after a mistake, and GET {act.Address.PathAndQuery} answers {(int)again.StatusCode}.");
    }

    private static bool IsRefused(HttpStatusCode status) => status >= HttpStatusCode.BadRequest && status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict);
}
