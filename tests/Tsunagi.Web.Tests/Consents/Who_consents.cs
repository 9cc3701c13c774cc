using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Plans;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Consents;

/// <summary>Who consents is decided by the birth date on record, not by what is typed; for the dead nobody consents.</summary>
public sealed class Who_consents(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    private DateOnly Today => JapanTime.DateOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    [Fact]
    public async Task A_child_of_fourteen_by_the_record_does_not_consent_alone_whatever_is_typed()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var consent = await ExplainedAsync(hub, birth: Iso(Today.AddYears(-15).AddDays(1)));

        Assert.Equal(["ConsentNeedsRepresentative", "Required"], Codes(await GiveAsync(hub, consent, new { giver = "self" })));
        var differs = await GiveAsync(hub, consent, new { giver = "self", age = 45 });
        Assert.Equal(("ConsentAgeDiffers", "age"), (Codes(differs).Single(), differs!["refusals"]![0]!["field"]!.ToString()));
        Assert.Contains("14歳です", differs["refusals"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Required"], Codes(await GiveAsync(hub, consent, new { giver = "legalRepresentative", giverName = "架空 母" })));

        Expect(hub, HttpStatusCode.NoContent, await GiveAsync(hub, consent, new { giver = "legalRepresentative", giverName = "架空 母", childWish = "学校に行きたい" }));
    }

    [Fact]
    public async Task From_the_fifteenth_birthday_the_child_consents_and_their_wish_is_recorded()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var consent = await ExplainedAsync(hub, birth: Iso(Today.AddYears(-15)));

        Assert.Equal(["Required"], Codes(await GiveAsync(hub, consent, new { giver = "self" })));
        Assert.Equal(["ConsentPersonCanDecide"], Codes(await GiveAsync(hub, consent, new { giver = "legalRepresentative", giverName = "架空 母", childWish = "学校に行きたい" })));

        Expect(hub, HttpStatusCode.NoContent, await GiveAsync(hub, consent, new { giver = "self", age = 15, childWish = "学校に行きたい" }));
    }

    [Fact]
    public async Task A_birth_date_known_in_part_counts_for_the_youngest_it_allows()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var consent = await ExplainedAsync(hub, birth: $"{Today.Year - 15}");

        Assert.Contains("ConsentNeedsRepresentative", Codes(await GiveAsync(hub, consent, new { giver = "self", childWish = "学校に行きたい" })));
        Assert.Contains("14～15歳です", (await GiveAsync(hub, consent, new { giver = "self", age = 40 }))!["refusals"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adult_by_the_record_has_no_legal_representative()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var consent = await ExplainedAsync(hub, birth: Iso(Today.AddYears(-18)));

        Assert.Equal(["ConsentNotAMinor"], Codes(await GiveAsync(hub, consent, new { giver = "legalRepresentative", giverName = "架空 母", cannotJudge = true })));

        Expect(hub, HttpStatusCode.NoContent, await GiveAsync(hub, consent, new { giver = "self" }));
    }

    [Fact]
    public async Task Where_no_birth_date_is_known_the_age_is_asked_and_nobody_is_taken_for_an_adult()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var consent = await ExplainedAsync(hub, birth: null);

        var refused = await GiveAsync(hub, consent, new { giver = "self" });
        Assert.Equal(("ConsentAgeUnknown", "age"), (Codes(refused).Single(), refused!["refusals"]![0]!["field"]!.ToString()));
        Assert.Contains("ConsentNeedsRepresentative", Codes(await GiveAsync(hub, consent, new { giver = "self", age = 14 })));

        Expect(hub, HttpStatusCode.NoContent, await GiveAsync(hub, consent, new { giver = "self", age = 45 }));
    }

    [Fact]
    public async Task The_page_shows_the_age_of_the_record_instead_of_asking_for_it()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var consent = await ExplainedAsync(api, birth: Iso(Today.AddYears(-9)));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/consents/{consent}");
        Assert.Contains("本人の年齢：9歳", hub.Page.QuerySelector("#age-on-record")!.TextContent, StringComparison.Ordinal);
        Assert.Null(hub.Page.QuerySelector("[name='Give.Age']"));

        await hub.SubmitAsync(hub.FormWithButton("同意を記録する"), ("Give.Form", "Written"), ("Give.ChildWish", "遊びたい"));
        Assert.Contains("法定代理人の同意が要ります", hub.Text, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("同意を記録する"), ("Give.Giver", "LegalRepresentative"), ("Give.GiverName", "架空 母"));
        Assert.Contains("同意を記録しました", hub.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_dead_nothing_is_explained_or_given_and_what_was_given_stays()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, person) = await PersonAsync(hub, Iso(Today.AddYears(-80)));
        var given = await ExplainAsync(hub, @case, person);
        Expect(hub, HttpStatusCode.NoContent, await GiveAsync(hub, given, new { giver = "self" }));
        var explained = await ExplainAsync(hub, @case, person);
        Expect(hub, HttpStatusCode.OK, await hub.PostAsync($"/api/v1/people/{person}/death", new { diedOn = Iso(Today) }));

        var refused = await hub.PostAsync($"/api/v1/cases/{@case}/consents", Explanation(person));
        Assert.Equal(("ConsentPersonDied", "subject"), (Codes(refused).Single(), refused!["refusals"]![0]!["field"]!.ToString()));
        Assert.Equal(["ConsentPersonDied"], Codes(await hub.PostAsync($"/api/v1/consents/{explained}/explanations", Explanation(person))));
        Assert.Equal(["ConsentPersonDied"], Codes(await GiveAsync(hub, explained, new { giver = "self" })));
        Assert.Equal("Active", (await hub.GetAsync($"/api/v1/consents/{given}"))!["state"]!.ToString(), ignoreCase: true);

        using var page = await app.SignInAsync(TestTown.Hub);
        await page.OpenAsync($"/consents/{explained}");
        Assert.Contains("亡くなった方です", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("同意を記録する", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> ExplainedAsync(TestApi hub, string? birth)
    {
        var (@case, person) = await PersonAsync(hub, birth);
        return await ExplainAsync(hub, @case, person);
    }

    private async Task<(Id<Case> Case, string Person)> PersonAsync(TestApi hub, string? birth)
    {
        var (@case, _, _) = await town.OpenCaseAsync();
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/cases/{@case}/persons", new { name = "架空 三郎", birth, role = "subject" }));
        var persons = (await hub.GetAsync($"/api/v1/cases/{@case}"))!["persons"]!.AsArray();
        return (@case, persons[^1]!["person"]!.ToString());
    }

    private static async Task<string> ExplainAsync(TestApi hub, Id<Case> @case, string person) =>
        Expect(hub, HttpStatusCode.Created, await hub.PostAsync($"/api/v1/cases/{@case}/consents", Explanation(person)))!["id"]!.ToString();

    private static object Explanation(string person) => new
    {
        subject = person,
        purposes = new[] { "plan" },
        recipients = new[] { "ward" },
        fields = new[] { "name", "plan" },
        explainer = "架空 多機関（主任）",
    };

    private static Task<JsonNode?> GiveAsync(TestApi hub, string consent, object how)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(how)!.AsObject();
        (body["form"], body["signature"]) = ("written", "signed");
        return hub.PostAsync($"/api/v1/consents/{consent}/give", body);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
