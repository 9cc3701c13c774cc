using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>
/// Asks the running host for everything it serves: every page and every GET of the API, found from its endpoints and not from
/// a list that could forget one, with every plausible id, and the lists and the search with telling words.
/// </summary>
internal sealed partial class Sweep(TestApp app)
{
    /// <summary>The place of a sealed id in a path: before the matter an id of nothing, afterwards the real ones.</summary>
    private const string Slot = "{sealed}";

    private static readonly string[] Words = [SupportStory.Canary, "甲斐 花子", "甲斐", "支援会議", "情報一", "区役所"];

    private readonly Dictionary<string, Guid[]> known = [];
    private HashSet<Guid> stored = [];

    /// <summary>Remembers which records the town has, so that later ones stand out.</summary>
    public async Task RememberAsync()
    {
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        foreach (var table in (string[])["support_case", "person", "household", "consultation", "lead", "handoff", "handover", "consent", "plan", "decision", "account", "organisation", "urgent_report", "attachment", "progress_note", "case_task"])
            known[table] = await IdsAsync(owner, $"select id from {table} order by id");
        stored = [.. known.Values.SelectMany(ids => ids)];
    }

    /// <summary>Has these records of a table asked for, and not its first.</summary>
    public void Ask(string table, Guid[] ids) => known[table] = ids;

    /// <summary>Every path there is to ask for.</summary>
    public IReadOnlyList<string> Paths()
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null || e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. routes.Where(r => r is not ("/sign-out" or "/design")).SelectMany(Filled).Distinct(),
            .. Words.SelectMany(w => new[] { $"/search?{Uri.EscapeDataString(w)}", $"/api/v1/search?{Uri.EscapeDataString(w)}" }),
            "/handoffs?side=sent", "/api/v1/handoffs?side=sent", "/cases?filter=all", "/api/v1/work-orders?waiting=true", "/consultations?mine=true",
            "/audit?deed=Done", "/api/v1/audit?deed=done", "/api/v1/audit?deed=refused",
        ];
    }

    /// <summary>What somebody is answered to everything; a path that holds a sealed id is asked with each of those given, under its name.</summary>
    public async Task<Dictionary<string, string>> AnswersAsync(Outsider outsider, IReadOnlyDictionary<string, string> sealedIds)
    {
        Dictionary<string, string> answers = [];
        foreach (var path in Paths())
            if (!path.Contains(Slot, StringComparison.Ordinal)) answers[path] = Plain(await outsider.AskAsync(path), "<nothing>", path);
            else
                foreach (var (name, id) in sealedIds)
                    answers[path.Replace(Slot, $"{{{name}}}", StringComparison.Ordinal)] = Plain(await outsider.AskAsync(path.Replace(Slot, id, StringComparison.Ordinal)), id, path);
        return answers;
    }

    /// <summary>Where two rounds of answers differ.</summary>
    public static List<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [.. Changed(before, after).Select(k => $"{k}: {Around(before.GetValueOrDefault(k, ""), after.GetValueOrDefault(k, ""))}")];

    /// <summary>The paths at which two rounds of answers differ.</summary>
    public static IEnumerable<string> Changed(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before.Keys.Union(after.Keys).Where(k => !before.TryGetValue(k, out var was) || !after.TryGetValue(k, out var now) || !IsSame(k, was, now)).Order(StringComparer.Ordinal);

    /// <summary>The words that were said with the canary, wherever they now stand.</summary>
    public static IEnumerable<string> Songs(string answer) => Song().Matches(answer).Select(s => s.Groups["word"].Value).Distinct();

    private static string Around(string was, string now)
    {
        var at = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        string Cut(string text) => text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
        return $"「{Cut(was)}」 → 「{Cut(now)}」";
    }

    private IEnumerable<string> Filled(string route)
    {
        var fixedParts = Numbers().Replace(Optional().Replace(route, ""), "1").Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{content}", "goals", StringComparison.Ordinal)
            .Replace("{kind}", "Case", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal);
        if (!Ids().IsMatch(fixedParts)) return [fixedParts];
        var ids = Known(fixedParts).Select(id => id.ToString()).Append(Slot);
        return ids.Select(id => Ids().Replace(fixedParts, id));
    }

    private IEnumerable<Guid> Known(string route)
    {
        var parts = route.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(p => p is "api" or "v1").ToArray();
        var table = parts[0] switch
        {
            "cases" or "attachments" => "support_case",
            "people" => "person",
            "households" => parts[1] == "form" ? "person" : "household",
            "consultations" => "consultation",
            "leads" => "lead",
            "handoffs" => "handoff",
            "handovers" => "handover",
            "consents" => "consent",
            "plans" => "plan",
            "decisions" => "decision",
            "accounts" => "account",
            "urgent-reports" => "urgent_report",
            _ => null,
        };
        return table is null ? [] : known[table].Take(3);
    }

    // What differs from one request to the next by its nature: tokens, fresh ids, the time of day, and the readers' own traces.
    private string Plain(string answer, string asked, string path)
    {
        var text = Token().Replace(ApiKey().Replace(answer, ""), "").Replace(asked, "<asked>", StringComparison.Ordinal);
        text = Uuid().Replace(text, m => Guid.TryParse(m.Value, out var id) && !stored.Contains(id) && !isSealed(id) ? "<new>" : m.Value);
        text = Trace().Replace(Clock().Replace(text, "<time>"), "<trace>");
        // A running number may have grown a digit, and so the answer a letter.
        if (text.Contains("<trace>", StringComparison.Ordinal)) text = Length().Replace(text, "");
        if (path.Contains("location-reads", StringComparison.Ordinal)) return Lines(text, _ => true);
        // The sweep's own looks fill the reading history; what is compared is what was done, as the API tells it.
        return !IsTrail(path) ? text
            : path.StartsWith("/api/", StringComparison.Ordinal) ? Lines(text, l => !l.Contains('：', StringComparison.Ordinal)) : "";
    }

    private static string Lines(string text, Func<string, bool> keep) =>
        string.Join('\n', text.Split('{').Select(l => l.Split('}')[0].Trim()).Where(keep).Distinct().Order(StringComparer.Ordinal));

    private static bool IsTrail(string path) => path.Contains("history", StringComparison.Ordinal) || path.Contains("/audit", StringComparison.Ordinal);

    // Older lines leave the page as newer come: in a history, nothing may be there that was not there before.
    private static bool IsSame(string path, string was, string now) =>
        IsTrail(path) ? !now.Split('\n').Except(was.Split('\n')).Any() : was == now;

    private Func<Guid, bool> isSealed = _ => false;

    /// <summary>From now on these ids are left standing wherever they appear.</summary>
    public void LeaveStanding(IReadOnlySet<Guid> ids) => isSealed = ids.Contains;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in these tests.")]
    public static async Task<Guid[]> IdsAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await using var reader = await command.ExecuteReaderAsync();
        List<Guid> ids = [];
        while (await reader.ReadAsync()) ids.Add(reader.GetGuid(0));
        return [.. ids];
    }

    [GeneratedRegex(@"\{[^}:]*:int\}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"/\{[^}]*\?\}")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(id|person|root:guid|noteId)\}")]
    private static partial Regex Ids();

    /// <summary>The keys with which the players of a story call the API.</summary>
    [GeneratedRegex("<tr>(?:(?!</tr>).)*name=\"token\"(?:(?!</tr>).)*</tr>\\s*|<span class=\"ds-heading-count\">[0-9]+件</span>(?=</h2>\\s*<p>鍵は)", RegexOptions.Singleline)]
    private static partial Regex ApiKey();

    [GeneratedRegex("<input [^>]*name=\"(__RequestVerificationToken|_once)\"[^>]*>")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d[0-9:.]*(Z|\+\d\d:\d\d)?|\d{1,2}:\d\d(:\d\d)?|\d{1,2}時\d{1,2}分|(午前|午後)\d{1,2}時")]
    private static partial Regex Clock();

    [GeneratedRegex(SupportStory.Canary + "(?<word>[ぁ-んァ-ヶ一-龥]*)")]
    private static partial Regex Song();

    [GeneratedRegex("Content-Length: \\d+\n")]
    private static partial Regex Length();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"|\"sequence\":\\d+|\"before\":\\d+|before=\\d+")]
    private static partial Regex Trace();
}
