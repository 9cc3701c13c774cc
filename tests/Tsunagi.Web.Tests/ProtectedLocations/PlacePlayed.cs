using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Conferences;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.ProtectedLocations;

/// <summary>
/// The whole host asked for everything it reads out, found from its own endpoints, with every id of the town in every place
/// that takes one of its kind, by everybody: before a 支援措置 by the desk that holds the records, and while it lasts by all.
/// </summary>
public class PlacePlayed(TestCluster cluster) : TestApp(cluster), IAsyncLifetime
{
    private const string Name = "架巡", Home = "巡カナリア台7番地", Merged = "巡別カナリア丘8番地", School = "巡カナリア学園", Phone = "03-9876-1234";

    /// <summary>As many ids of one kind as are asked with: the town of one story has fewer.</summary>
    private const int MostOfAKind = 8;

    private const int AtOnce = 4;

    /// <summary>What tells the place: of the household, every way in which it is said that she who is 「本人」 lives there, or since when.</summary>
    public static IReadOnlyDictionary<string, string> Canaries { get; } = new Dictionary<string, string>
    {
        ["the address"] = Home,
        ["the address of the merged record"] = Merged,
        ["the telephone number"] = "03-?9876-?1234",
        ["a tie"] = School,
        ["living together"] = $"\"本人\",\"living\":\"together\"|本人、同居）|{Name} 母</a>(?:(?!</tr>).)*>同居</td>",
        ["the ring"] = $"{Name} 母[^。]*は同居。",
        ["the day of a change"] = "2017-09-08|平成29年9月8日|H29\\.9\\.8",
    };

    private static readonly string[] Everyone =
    [
        TestTown.Desk, TestTown.Desk2, TestTown.DeskChief, TestTown.OtherDesk, TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.Secretary,
        TestTown.Chair, TestTown.AreaManager, TestTown.Privacy, TestTown.Auditor, TestTown.Administrator, TestTown.Policy,
    ];

    private IReadOnlyList<MatrixEndpoint> reading = [];
    private Dictionary<Type, Guid[]> known = [];

    /// <summary>Who asks while the measure lasts.</summary>
    protected virtual IEnumerable<string> Asking => Everyone;

    /// <summary>Which canaries the desk was told of before, and where.</summary>
    internal ILookup<string, string> Told { get; private set; } = null!;

    /// <summary>Which canaries anybody was told of while the measure lasted, by whom and where.</summary>
    internal IReadOnlyList<string> Leaked { get; private set; } = [];

    /// <summary>What ended in an error.</summary>
    internal IReadOnlyList<string> Failed { get; private set; } = [];

    /// <summary>Endpoints that read something out and were asked with no id of theirs.</summary>
    internal IReadOnlyList<string> Unasked { get; private set; } = [];

    /// <summary>Calls that read although they are posted.</summary>
    internal IReadOnlyList<string> Posted { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var posts = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ReadingCall>() is not null).SelectMany(MatrixEndpoints.OfApi).ToList();
        Posted = [.. posts.Select(e => e.Name)];
        reading = [.. (await MatrixEndpoints.OfAsync(Services)).Where(e => e.Method == "GET" && e.Route is not ("/sign-out" or "/design"))];
        using var desk = await TestApi.AsAsync(this, TestTown.Desk);
        var person = await WriteAsync(desk);
        await RememberAsync();
        var before = (await AskAsync([TestTown.Desk])).ToList();
        Told = before.SelectMany(a => Found(a.Text).Select(c => (Canary: c, a.Path))).ToLookup(f => f.Canary, f => f.Path);
        await ProtectAsync(desk, person);
        await RememberAsync();
        var after = (await AskAsync(Asking)).ToList();
        Leaked = [.. after.SelectMany(a => Found(a.Text).Select(c => $"{c}: {a.Who} {a.Path}")).Distinct().Order(StringComparer.Ordinal)];
        Failed = [.. after.Where(a => a.Text.StartsWith(nameof(HttpStatusCode.InternalServerError), StringComparison.Ordinal)).Select(a => $"{a.Who} {a.Path}")];
    }

    private static IEnumerable<string> Found(string text) => Canaries.Where(c => Regex.IsMatch(text, c.Value, RegexOptions.Singleline)).Select(c => c.Key);

    private sealed record Answer(string Who, string Path, string Text);

    private async Task<IReadOnlyCollection<Answer>> AskAsync(IEnumerable<string> logins)
    {
        ConcurrentBag<Answer> answers = [];
        await Parallel.ForEachAsync(logins, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (login, _) =>
        {
            using var outsider = await Outsider.SignInAsync(this, login);
            foreach (var path in Paths()) answers.Add(new(login, path, WithoutWord(path, WebUtility.HtmlDecode(await outsider.AskAsync(path)))));
        });
        return answers;
    }

    // What was searched for stands in the field of the page that answers.
    private static string WithoutWord(string path, string answer) =>
        path.Split("/search?") is [_, var word] ? answer.Replace(Uri.UnescapeDataString(word), "", StringComparison.Ordinal) : answer;

    /// <summary>Everything that is read out, with every id; a day long ago where one may be named; and the search for what tells.</summary>
    private IEnumerable<string> Paths()
    {
        var asked = reading.SelectMany(Addresses).Distinct(StringComparer.Ordinal);
        var words = new[] { Name, Home, Home[..4], Merged, School, Phone, Phone[^4..] }.Select(Uri.EscapeDataString);
        return asked.Concat(words.SelectMany(w => new[] { $"/search?{w}", $"/api/v1/search?{w}" }));
    }

    private IEnumerable<string> Addresses(MatrixEndpoint endpoint)
    {
        HashSet<Type> kinds = [];
        Address(kind =>
        {
            kinds.Add(kind);
            return default;
        });
        IEnumerable<Dictionary<Type, Guid>> choices = [[]];
        foreach (var kind in kinds) choices = choices.SelectMany(choice => IdsOf(kind).Select(id => new Dictionary<Type, Guid>(choice) { [kind] = id }));
        foreach (var choice in choices)
        {
            var path = Address(kind => choice[kind]);
            yield return path;
            if (endpoint.Takes.Any(t => t.Name.Equals("on", StringComparison.OrdinalIgnoreCase))) yield return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}on=2016-01-01";
        }

        string Address(Func<Type, Guid> idOf) => new MatrixRequest(endpoint, idOf).Address();
    }

    private Guid[] IdsOf(Type kind) => known.GetValueOrDefault(
        kind == typeof(MatrixWorld.ConsultationDraft) ? typeof(Consultation) : kind == typeof(MatrixWorld.ImminentDanger) ? typeof(WayOut) : kind) is { Length: > 0 } ids ? ids : [MatrixText.NobodysId(kind)];

    /// <summary>Every record there is of every kind, by what the model calls its id.</summary>
    private async Task RememberAsync()
    {
        await using var db = Database.OpenAsOwner();
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        known = [];
        foreach (var kind in db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.FindPrimaryKey()?.Properties is [{ Name: "Id" } id] && id.ClrType == typeof(Id<>).MakeGenericType(e.ClrType)))
            known[kind.ClrType] = await Sweep.IdsAsync(owner, $"select id from \"{kind.GetTableName()}\" order by id desc limit {MostOfAKind}");
        foreach (var told in new[] { typeof(Domain.People.Person), typeof(Domain.Households.Household), typeof(Case), typeof(Consultation), typeof(Domain.Handoffs.Handoff), typeof(Domain.People.SamePerson), typeof(CoordinationNotice) })
            Assert.True(known[told].Length > 0, $"The town has no {told.Name}.");
        Unasked = [.. reading.Where(e => !Addresses(e).Any()).Select(e => e.Name)];
    }

    /// <summary>A mother who called, her household of whom one lives with her and one does not, another record of hers, and what was enclosed in handoffs.</summary>
    private async Task<string> WriteAsync(TestApi desk)
    {
        var body = new JsonObject
        {
            ["date"] = Services.GetRequiredService<JapanTime>().Today.ToString("yyyy-MM-dd", null),
            ["channel"] = "phone",
            ["visitorName"] = $"{Name} 母",
            ["visitorRelation"] = "self",
            ["visitorContact"] = Phone,
            ["personAddress"] = Home,
            ["ownWords"] = "夫から逃げている",
            ["next"] = "Keep",
            ["members"] = new JsonArray(Member("子", "長男", "Together"), Member("父", "夫", "Apart")),
        };
        var consultation = await MadeAsync(desk, "/api/v1/consultations", body);
        var (mother, father) = (await PersonAsync("母"), await PersonAsync("父"));
        var source = Id<Case>.Parse((await desk.GetAsync($"/api/v1/consultations/{consultation}"))!["case"]!.ToString(), null);
        var household = (await desk.GetAsync($"/api/v1/people/{mother}"))!["households"]![0]!["household"]!.ToString();
        await DoneAsync(desk, $"/api/v1/households/{household}/changes", new { personId = mother, relation = "本人", living = "away", from = "H27.1.2" });
        await DoneAsync(desk, $"/api/v1/households/{household}/changes", new { personId = mother, relation = "本人", living = "together", from = "H29.9.8" });
        await DoneAsync(desk, $"/api/v1/people/{mother}/kin", new { role = "spouse", other = father });
        await DoneAsync(desk, $"/api/v1/people/{mother}/ties", new { contact = School, kind = "place" });
        await DoneAsync(desk, "/api/v1/memos", new { message = "折り返しがほしい", from = Name, phone = Phone, callBack = true });
        body["members"] = new JsonArray();
        body["personAddress"] = Merged;
        body["visitorContact"] = null;
        body["next"] = "Later";
        var again = await MadeAsync(desk, "/api/v1/consultations", body);
        var other = (await desk.GetAsync($"/api/v1/consultations/{again}"))!["persons"]!.AsArray().Single(p => p!["as"]!.ToString() == "subject")!["person"]!.ToString();
        var asked = await MadeAsync(desk, "/api/v1/people/duplicates", new { one = mother, other });
        await DoneAsync(desk, $"/api/v1/people/duplicates/{asked}/merge", new { version = 1, leading = mother, reason = "本人に聞いた" });
        foreach (var send in (bool[])[true, false])
        {
            var handoff = ToDesk(source, TestOrganisations.OtherDesk);
            handoff["enclosures"] = new JsonArray(Enclosure("household", $"{Name} 母（本人、同居）", "consent"), Enclosure("contact", $"{Name} 母：{Home}、{Phone}", "consent"));
            await MadeAsync(desk, $"/api/v1/handoffs?send={(send ? "true" : "false")}", handoff);
        }
        await NoticeAsync(mother);
        return mother;

        static JsonObject Member(string given, string relation, string living) => new() { ["name"] = $"{Name} {given}", ["relation"] = relation, ["living"] = living };
    }

    private async Task NoticeAsync(string person)
    {
        await using var db = Database.OpenAsOwner();
        var (rules, now) = (Services.GetRequiredService<CurrentWard>().Profile.RulesAsOf(new(2026, 4, 1)), Services.GetRequiredService<JapanTime>().Now);
        var notice = CoordinationNotice.Tell(IdSource.Secure(TimeProvider.System).Next<CoordinationNotice>(), "setagaya",
            [TestOrganisations.Id(TestOrganisations.Desk), TestOrganisations.Id(TestOrganisations.OtherDesk)], rules.Notice, rules.OfficeHours, new(default, default, now));
        db.CoordinationNotices.Add(notice);
        db.Set<NoticedPerson>().Add(new(notice.Id, Id<Domain.People.Person>.Parse(person, null)));
        await db.SaveAsync(new WorkContext(new(default, default, now), Permission.MatchRecords), CancellationToken.None);
    }

    private async Task ProtectAsync(TestApi desk, string person)
    {
        await DoneAsync(desk, $"/api/v1/people/{person}/protection", new
        {
            certifiedBy = "架空警察署",
            from = "R8.4.1",
            reviewOn = Services.GetRequiredService<JapanTime>().Today.AddDays(100).ToString("yyyy-MM-dd", null),
            household = new[] { new { person = await PersonAsync("子"), included = false }, new { person = await PersonAsync("父"), included = false } },
        });
        // What was sent before goes on its way: the other desk takes it on, and opens records of its own from what is left enclosed.
        using var other = await TestApi.AsAsync(this, TestTown.OtherDesk);
        await using var db = Database.OpenAsOwner();
        foreach (var sent in await db.Handoffs.IgnoreQueryFilters().Where(h => h.SentAt != null).Select(h => h.Id).ToListAsync())
            await DoneAsync(other, $"/api/v1/handoffs/{sent}/acceptance", new { });
    }

    private async Task<string> PersonAsync(string given)
    {
        await using var db = Database.OpenAsOwner();
        return (await db.Persons.IgnoreQueryFilters().Where(p => p.Name.Family == Name && p.Name.Given == given).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync()).ToString();
    }

    private static async Task<string> MadeAsync(TestApi api, string path, object body) => (await DoneAsync(api, path, body))!["id"]!.ToString();

    private static async Task<JsonNode?> DoneAsync(TestApi api, string path, object body)
    {
        var answer = await api.PostAsync(path, body);
        Assert.True((int)api.Status < 300, $"{path}: {api.Status} {SupportStory.Plain(answer)}");
        return answer;
    }
}
