using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Parser;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>What an answer says about access.</summary>
internal enum MatrixDecision
{
    /// <summary>Done, shown, or refused by a rule or the state: the actor got past the access decision.</summary>
    Allowed,
    /// <summary>The page or act opens for anybody of the role and is the same as for a record that nobody has: nothing of the record is in it.</summary>
    Blank,
    /// <summary>404: there is no such record, as far as the actor may know.</summary>
    Absent,
    /// <summary>403: the role, or the level on the record, does not reach.</summary>
    NotAllowed,
    /// <summary>401, or a redirect to sign-in.</summary>
    SignIn,
    /// <summary>400, 405, 415: the question was put wrongly and never reached a decision. A fault of the matrix or the product.</summary>
    Unheard,
    /// <summary>5xx: always a fault.</summary>
    Failed,
}

/// <summary>One answer: its decision, and all of it that could tell a denied record from one that does not exist.</summary>
internal sealed record MatrixAnswer(MatrixDecision Decision, string Seen)
{
    public static async Task<MatrixAnswer> OfAsync(MatrixEndpoint endpoint, HttpResponseMessage answer, bool isCompared, Func<string, string> withoutIds)
    {
        var decision = DecisionOf(endpoint, answer);
        if (!isCompared && decision is not (MatrixDecision.Absent or MatrixDecision.Failed or MatrixDecision.Unheard)) return new(decision, "");
        var body = await answer.Content.ReadAsStringAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Set-Cookie" or "Transfer-Encoding"))
            .OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var seen = withoutIds($"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{MatrixText.WithoutNonces(body)}");
        return new(decision, seen);
    }

    private static MatrixDecision DecisionOf(MatrixEndpoint endpoint, HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => MatrixDecision.SignIn,
        HttpStatusCode.Found when !endpoint.IsApi && IsToSignIn(answer) => MatrixDecision.SignIn,
        HttpStatusCode.NotFound => MatrixDecision.Absent,
        HttpStatusCode.Forbidden => MatrixDecision.NotAllowed,
        HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => MatrixDecision.Allowed,
        >= HttpStatusCode.InternalServerError => MatrixDecision.Failed,
        >= HttpStatusCode.BadRequest => MatrixDecision.Unheard,
        _ => MatrixDecision.Allowed,
    };

    private static bool IsToSignIn(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to && (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0]) == "/sign-in";
}

/// <summary>One cell: what was answered, and what the same question about a record that nobody has was answered.</summary>
internal sealed record MatrixCell(MatrixAnswer Answer, MatrixAnswer? OfNothing)
{
    /// <summary>Whether nothing in the answer tells that the record exists.</summary>
    public bool TellsNothing => OfNothing is { } nothing && nothing.Seen == Answer.Seen;

    public MatrixDecision Decision => Answer.Decision == MatrixDecision.Allowed && TellsNothing ? MatrixDecision.Blank : Answer.Decision;
}

/// <summary>Every cell of the matrix, really asked of the running host.</summary>
internal sealed class MatrixAnswers
{
    private const int AtOnce = 4;
    private const int Tries = 3;

    private readonly ConcurrentDictionary<(string Endpoint, string Relation), MatrixCell> cells = [];

    public MatrixCell Of(MatrixEndpoint endpoint, MatrixRelation relation) => cells[(endpoint.Name, relation.Key)];

    public int Count => cells.Count;

    public static async Task<MatrixAnswers> AskAsync(MatrixApp app, IReadOnlyList<MatrixActor> actors, Func<MatrixEndpoint, MatrixRelation, bool> isToBeBlank)
    {
        var answers = new MatrixAnswers();
        foreach (var (relation, actor) in MatrixRelation.All.Zip(actors))
        {
            await Parallel.ForEachAsync(app.Endpoints, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (endpoint, _) =>
                answers.cells[(endpoint.Name, relation.Key)] = await AskAsync(actor, endpoint, app.World, isToBeBlank(endpoint, relation)));
        }
        return answers;
    }

    // A page may show the minute it was made in: only a difference that stays is one.
    private static async Task<MatrixCell> AskAsync(MatrixActor actor, MatrixEndpoint endpoint, MatrixWorld world, bool isToBeBlank)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await actor.AskAsync(endpoint, world.IdOf, isToBeBlank);
            var isCompared = isToBeBlank || answer.Decision == MatrixDecision.Absent;
            var cell = new MatrixCell(answer, isCompared ? await actor.AskAsync(endpoint, world.IdOfNothing, isToBeBlank) : null);
            if (!isCompared || cell.TellsNothing || tries == Tries) return cell;
        }
    }
}

/// <summary>Somebody signed in once, on the pages and with a token, whose session no answer changes.</summary>
internal sealed class MatrixActor : IDisposable
{
    private readonly HttpClient http;
    private readonly MatrixWorld world;
    private readonly string? session;
    private readonly string? token;
    private readonly string? antiforgery;

    private MatrixActor(RehearsedApp app, string? session, string? token, string? antiforgery)
    {
        http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        (world, this.session, this.token, this.antiforgery) = (app.World, session, token, antiforgery);
    }

    public static async Task<MatrixActor> SignInAsync(RehearsedApp app, string? login)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = app.Address };
        var antiforgery = await AntiforgeryAsync(browser, "/sign-in");
        if (login is null) return new(app, cookies.GetCookieHeader(app.Address), null, antiforgery);
        using var form = new FormUrlEncodedContent([new("Input.Login", login), new("Input.Password", TestTown.Password), new(Token, antiforgery)]);
        (await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form)).Dispose();
        antiforgery = await AntiforgeryAsync(browser, "/password");
        return new(app, cookies.GetCookieHeader(app.Address), await TestApi.TokenAsync(app, login), antiforgery);
    }

    public async Task<MatrixAnswer> AskAsync(MatrixEndpoint endpoint, Func<Type, Guid> idOf, bool isCompared = false)
    {
        using var request = new MatrixRequest(endpoint, idOf).Form(antiforgery);
        if (!endpoint.IsApi) request.Headers.Add("Cookie", session);
        else if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var answer = await http.SendAsync(request);
        return await MatrixAnswer.OfAsync(endpoint, answer, isCompared, text => MatrixText.WithoutIds(text, world));
    }

    /// <summary>Follows a link, or sends a form with these fields.</summary>
    public async Task<HttpResponseMessage> TryAsync(Uri address, IReadOnlyList<KeyValuePair<string, string>>? fields)
    {
        using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, address);
        if (fields is not null) request.Content = new FormUrlEncodedContent([.. fields.Where(f => f.Key != Token), new(Token, antiforgery ?? "")]);
        request.Headers.Add("Cookie", session);
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    private const string Token = "__RequestVerificationToken";

    private static async Task<string> AntiforgeryAsync(HttpClient browser, string page) =>
        (await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(page, UriKind.Relative))))
            .QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;
}
