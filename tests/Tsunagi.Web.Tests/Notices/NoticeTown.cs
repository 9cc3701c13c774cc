using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Notices.Match;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Notices;

/// <summary>A town whose hubs have coordinators, and desks that know the same people without knowing it of one another.</summary>
public class NoticeTown(TestCluster cluster) : TestApp(cluster)
{
    /// <summary>世田谷地域の調整担当, the third of whom came too late to be named.</summary>
    public const string First = "n.coordinator1", Second = "n.coordinator2", Third = "n.coordinator3";

    /// <summary>北沢地域の調整担当.</summary>
    public const string Elsewhere = "n.coordinator4";

    private const string Kitazawa = "health-welfare.kitazawa.livelihood";

    private int people;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.OpenAsOwner();
        var now = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(5));
        var hash = new PasswordHasher<Account>().HashPassword(null!, TestTown.Password);
        foreach (var (login, organisation, from) in new[] { (First, TestOrganisations.Hub, 1), (Second, TestOrganisations.Hub, 2), (Third, TestOrganisations.Hub, 3), (Elsewhere, Kitazawa, 1) })
        {
            var account = new Account(ids.Next<Account>(), login, $"架空 {login}") { PasswordHash = hash, SecurityStamp = login };
            account.Join(ids.Next<Membership>(), TestOrganisations.Id(organisation), Role.Coordinator, new DateOnly(2024, 4, from));
            db.Accounts.Add(account);
            await db.SaveAsync(new WorkContext(new(account.Id, default, now), Permission.ManageAccounts), CancellationToken.None);
        }
    }

    public DateOnly Today => Services.GetRequiredService<JapanTime>().Today;

    /// <summary>Somebody nobody else in the town is like.</summary>
    public Human Somebody()
    {
        string[] family = ["蓮見", "鵜飼", "都築", "桑名", "真壁", "日向", "水口", "榎戸", "柘植", "沓掛", "犬養", "鷲尾", "勅使河原", "小鳥遊", "月見里", "五十嵐", "猪俣", "薬師寺", "栗花落", "御手洗"];
        string[] given = ["たまき", "いさむ", "ちよの", "げんぞう", "すみれ"];
        string[] kana = ["ハスミ", "ウカイ", "ツヅキ", "クワナ", "マカベ", "ヒナタ", "ミズグチ", "エノキド", "ツゲ", "クツカケ", "イヌカイ", "ワシオ", "テシガワラ", "タカナシ", "ヤマナシ", "イガラシ", "イノマタ", "ヤクシジ", "ツユリ", "ミタライ"];
        var n = people++;
        return new($"{family[n % family.Length]} {given[n / family.Length % given.Length]}", $"{kana[n % kana.Length]} {given[n / family.Length % given.Length]}", $"{1931 + n * 7 % 60}-{1 + n * 5 % 12:00}-{1 + n * 11 % 28:00}", $"03-{3400 + n * 37}-{1000 + n * 113}");
    }

    /// <summary>A desk receives somebody and goes on in a case of its own; answers the consultation, the case and the person.</summary>
    public async Task<(string Case, string Person)> MeetAsync(string login, Human human, bool inDanger = false, string? agreement = null)
    {
        using var api = await TestApi.AsAsync(this, login);
        var made = await api.PostAsync("/api/v1/consultations", new
        {
            date = Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            time = "00:00",
            channel = "phone",
            visitorRelation = "self",
            ownWords = "どうしたらよいか分からない",
            personName = human.Name,
            personKana = human.Kana,
            personBirth = human.Born,
            personPhone = human.Phone,
            dangerSigns = inDanger ? new[] { "missing" } : [],
            agreement,
            next = "Keep",
        });
        Assert.True(api.Status == HttpStatusCode.Created, $"{api.Status} {made}");
        await using var db = Database.OpenAsOwner();
        var consultation = await db.Consultations.IgnoreQueryFilters().Include(c => c.Persons).SingleAsync(c => c.Id == Id<Domain.Consultations.Consultation>.Parse(made!["id"]!.ToString(), null));
        return (consultation.CaseId!.Value.ToString(), consultation.Persons.Single().PersonId.ToString());
    }

    /// <summary>A desk judges two of its records: merge, or apart.</summary>
    public async Task JudgeAsync(string one, string other, string how)
    {
        var asked = (await AskAsync(TestTown.Desk, HttpMethod.Post, "/api/v1/people/duplicates", new { one, other }, HttpStatusCode.Created))!["id"];
        await AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/people/duplicates/{asked}/{how}", new { version = 1, leading = one }, HttpStatusCode.OK);
    }

    /// <summary>A person two desks know, one of them in danger.</summary>
    public async Task<(Human Human, (string Case, string Person) One, (string Case, string Person) Other)> KnownTwiceAsync(bool inDanger = true)
    {
        var human = Somebody();
        return (human, await MeetAsync(TestTown.Desk, human), await MeetAsync(TestTown.OtherDesk, human, inDanger));
    }

    /// <summary>The night's work, once more.</summary>
    public async Task<NightFigures> NightAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(SystemWork.Actor, CancellationToken.None);
        var figures = await scope.ServiceProvider.GetRequiredService<MatchAtNight>().RunAsync(again: true, CancellationToken.None);
        await work.CompleteAsync(CancellationToken.None);
        return figures!;
    }

    /// <summary>A night in which somebody else is told of, so that what is not told is left out by the rule and not for want of looking.</summary>
    public async Task OnlyOthersAreToldAsync()
    {
        var (_, one, other) = await KnownTwiceAsync();
        await using var db = Database.OpenAsOwner();
        var before = await db.CoordinationNotices.IgnoreQueryFilters().Select(n => n.Id).ToListAsync();
        Assert.Equal(1, (await NightAsync()).Told);
        var about = await db.Set<NoticedPerson>().IgnoreQueryFilters().Where(n => !before.Contains(n.NoticeId)).Select(n => n.PersonId).ToListAsync();
        Assert.Equal(new[] { one.Person, other.Person }.Order(), about.Select(a => a.ToString()).Order());
    }

    /// <summary>The notices somebody is shown.</summary>
    public async Task<JsonArray> NoticesAsync(string login)
    {
        using var api = await TestApi.AsAsync(this, login);
        var listed = await api.GetAsync("/api/v1/coordination-notices");
        return api.Status == HttpStatusCode.OK ? listed!.AsArray() : throw new InvalidOperationException($"{login}: {api.Status}");
    }

    /// <summary>How many notices there are, whoever may see them.</summary>
    public async Task<int> CountAsync()
    {
        await using var db = Database.OpenAsOwner();
        return await db.CoordinationNotices.IgnoreQueryFilters().CountAsync();
    }

    /// <summary>Asks through the API, which must answer as expected.</summary>
    public async Task<JsonNode?> AskAsync(string login, HttpMethod method, string path, object? body, HttpStatusCode expected)
    {
        using var api = await TestApi.AsAsync(this, login);
        var answer = await api.SendAsync(method, path, body, null);
        Assert.True(api.Status == expected, $"{login} {method} {path}: {api.Status} {answer}");
        return answer;
    }
}

/// <summary>A human being of the tests, as they tell it at every desk (架空).</summary>
public sealed record Human(string Name, string Kana, string Born, string Phone);
