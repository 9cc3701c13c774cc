using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Mappings.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Bench;

/// <summary>Somebody who asks for pages: signed in, with records of their own to open.</summary>
sealed record Visitor(string Login, int Cases, string Cookie, string Token, IReadOnlyList<string> CasePaths, IReadOnlyList<string> PersonPaths, IReadOnlyList<string> SearchPaths);

/// <summary>The generated town in a private cluster, and people to ask for its pages.</summary>
static partial class BenchTown
{
    private const string Password = "架空の測定のための合言葉";
    private const string Profile = "setagaya";

    /// <summary>What is searched for; the first is the ward's commonest surname.</summary>
    private static readonly string[] Searched = ["佐藤", "鈴木", "高橋", "たなか", "03-0000", "いとう", "090-0000-12"];

    /// <summary>Makes the town unless it is there.</summary>
    public static async Task MakeAsync(DatabaseConnection database, DirectoryInfo data, int persons, int seed, CancellationToken ct)
    {
        await Installation.MigrateAsync(database, ct);
        await using var owner = Installation.OpenAsOwner(database);
        if (await DemoData.StateAsync(owner, ct) is not DemoState.Demo) await FoundAsync(database, owner, data, persons, seed, ct);
        // The sealer would otherwise be at work beside every measurement.
        owner.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        while ((await owner.Database.SqlQuery<long>($"select seal_audit(100000) as \"Value\"").ToListAsync(ct))[0] > 0) Progress.OnTerminal?.Invoke("sealing …");
    }

    private static async Task FoundAsync(DatabaseConnection database, AppDb owner, DirectoryInfo data, int persons, int seed, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        var profile = ProfileReader.Read(ProfileFolder.Find(Profile)).Required();
        var wish = new TownWish(persons, seed, JapanTime.DateOf(TimeProvider.System.GetUtcNow()));
        var made = await FoundTown.RunAsync(owner, Options(database, data), profile, wish, Progress.OnTerminal, ct);
        await owner.Database.ExecuteSqlRawAsync("vacuum analyze", ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Town of {persons}: {made.Homes} households, {made.Acts} acts, {made.Broken.Count} broken, {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0} s"));
    }

    public static ServeOptions Options(DatabaseConnection database, DirectoryInfo data) => new()
    {
        ConnectionString = database.ProgramConnectionString,
        OwnerConnectionString = database.OwnerConnectionString,
        Urls = "http://127.0.0.1:0",
        Data = data,
        Profile = Profile,
    };

    /// <summary>Signs people in who have cases: the three of known load, or any.</summary>
    public static async Task<IReadOnlyList<Visitor>> VisitorsAsync(DatabaseConnection database, Uri server, string prefix, int most, CancellationToken ct)
    {
        await using var db = Installation.OpenAsOwner(database);
        var accounts = await db.Accounts.Include(a => a.Memberships).Where(a => a.Login.StartsWith(prefix)).OrderBy(a => a.Login).Take(most).ToListAsync(ct);
        var hash = new PasswordHasher<Account>().HashPassword(accounts[0], Password);
        foreach (var account in accounts) account.PasswordHash = hash;
        await db.SaveChangesAsync(ct);
        List<Visitor> visitors = [];
        foreach (var account in accounts) visitors.Add(await VisitorAsync(db, account, server, ct));
        return [.. visitors.OrderBy(v => v.Cases)];
    }

    private static async Task<Visitor> VisitorAsync(AppDb db, Account account, Uri server, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var cases = await db.Cases.IgnoreQueryFilters().Where(c => c.ClosedAt == null && c.Assignments.Any(a => a.WorkerId == account.Id && a.Until > now))
            .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        var persons = await db.Cases.IgnoreQueryFilters().Where(c => cases.Take(50).Contains(c.Id)).SelectMany(c => c.Persons).Select(p => p.PersonId).Take(50).ToListAsync(ct);
        var token = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        db.ApiTokens.Add(new ApiToken
        {
            Hash = BearerHandler.HashOf(token),
            AccountId = account.Id,
            OrganisationId = account.Memberships[0].OrganisationId,
            Name = "bench",
            CreatedAt = now,
            ExpiresAt = now.AddDays(1),
        });
        await db.SaveChangesAsync(ct);
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server };
        (await PostAsync(http, "/sign-in", new("Input.Login", account.Login), new("Input.Password", Password))).Dispose();
        if (cookies.GetCookies(server)["tsunagi"] is null) throw new InvalidOperationException($"{account.Login} could not sign in.");
        List<string> searches = [];
        foreach (var word in Searched)
            using (var answer = await PostAsync(http, "/search", new KeyValuePair<string, string>("q", word))) searches.Add(answer.Headers.Location!.ToString());
        return new(account.Login, cases.Count, string.Join("; ", cookies.GetCookies(server).Select(c => $"{c.Name}={c.Value}")), token,
            [.. cases.Take(50).Select(c => $"/cases/{c}")], [.. persons.Select(p => $"/people/{p}")], searches);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string path, params KeyValuePair<string, string>[] filled)
    {
        var page = await http.GetStringAsync(new Uri(path, UriKind.Relative));
        var hidden = Hidden().Matches(page).Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Concat(HiddenByType().Matches(page).Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))).DistinctBy(f => f.Key);
        using var form = new FormUrlEncodedContent([.. hidden, .. filled]);
        return await http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    [GeneratedRegex("""<input name="([^"]+)" type="hidden" value="([^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex HiddenByType();
}
