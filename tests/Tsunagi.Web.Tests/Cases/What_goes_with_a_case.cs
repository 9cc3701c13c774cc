using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Cases;

/// <summary>引継ぎ: who answers for the case answers for the records of its people (docs/adr/0039).</summary>
public sealed class What_goes_with_a_case(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_new_organisation_corrects_the_record_and_the_former_one_keeps_the_name()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (id, person, consultation) = await KeepAsync(former, "架継 一子", phone: "03-5550-1111");
        await HandOverAsync(former, holder, id, TestOrganisations.OtherDesk);

        await CorrectAsync(holder, person, "架空の新しい住所");
        Assert.Equal(HttpStatusCode.OK, holder.Status);
        Assert.Equal(TestOrganisations.Id(TestOrganisations.OtherDesk).ToString(), (await holder.GetAsync($"/api/v1/people/{person}"))!["holder"]!.ToString());

        var seen = await former.GetAsync($"/api/v1/people/{person}");
        Assert.Equal("架継", seen!["name"]!["family"]!.ToString());
        Assert.Null(seen["location"]);
        Assert.Empty(seen["phones"]!.AsArray());
        await CorrectAsync(former, person, "別の住所");
        Assert.Equal(HttpStatusCode.Forbidden, former.Status);

        // Found by the name in its own old consultation, and not by a number it has no business with any more.
        Assert.Single((await former.PostAsync("/api/v1/search", new { query = "架継 一子" }))!["people"]!.AsArray());
        Assert.Empty((await former.PostAsync("/api/v1/search", new { query = "03-5550-1111" }))!["people"]!.AsArray());
        Assert.Single((await holder.PostAsync("/api/v1/search", new { query = "03-5550-1111" }))!["people"]!.AsArray());
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/consultations/{consultation}");
        Assert.Contains("架継 一子", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync("/consultations");
        Assert.Contains("架継 一子", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/people/{person}");
        Assert.DoesNotContain("5550", desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("架空の新しい住所", desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relatives_go_along_and_the_former_one_is_not_told_what_is_written_of_the_family_afterwards()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (id, person, _) = await KeepAsync(former, "架継 十子");
        var household = (await former.PostAsync("/api/v1/households", new { person }))!["id"]!.ToString();
        await former.PostAsync($"/api/v1/people/{person}/kin", new { role = "parent", name = "架継 祖父", gender = "男" });
        await former.PostAsync($"/api/v1/people/{person}/ties", new { contact = "架継の集い", kind = "place" });
        await HandOverAsync(former, holder, id, TestOrganisations.OtherDesk);
        Assert.Equal((true, true), await SeesAsync(holder));
        await holder.PostAsync($"/api/v1/people/{person}/kin", new { role = "sibling", name = "架継 後妹", gender = "女" });
        Assert.Equal(HttpStatusCode.OK, holder.Status);
        Assert.Equal((false, false), await SeesAsync(former));
        Assert.DoesNotContain("後妹", (await former.GetAsync($"/api/v1/people/{person}"))!.ToJsonString(Plain), StringComparison.Ordinal);

        async Task<(bool Kin, bool Tie)> SeesAsync(TestApi api)
        {
            var family = (await api.GetAsync($"/api/v1/households/{household}/family"))!.ToJsonString(Plain);
            Assert.DoesNotContain("後妹", family, StringComparison.Ordinal);
            return (family.Contains("架継 祖父", StringComparison.Ordinal), family.Contains("架継の集い", StringComparison.Ordinal));
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Whoever_still_works_with_the_person_goes_on_writing()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (id, person, _) = await KeepAsync(former, "架継 二子");
        await ReceiveAsync(former, new { personId = person, ownWords = "別の困りごと", next = "Later" });
        await HandOverAsync(former, holder, id, TestOrganisations.OtherDesk);
        foreach (var api in (TestApi[])[former, holder])
        {
            await CorrectAsync(api, person, api == former ? "元の窓口の書く住所" : "新しい窓口の書く住所");
            Assert.Equal(HttpStatusCode.OK, api.Status);
        }
    }

    [Fact]
    public async Task A_chain_of_handovers_leaves_nobody_in_between_with_more_than_the_name()
    {
        using var first = await TestApi.AsAsync(app, TestTown.Desk);
        using var second = await TestApi.AsAsync(app, TestTown.OtherDesk);
        using var third = await TestApi.AsAsync(app, TestTown.Hub);
        var (id, person, consultation) = await KeepAsync(first, "架継 三子");
        await HandOverAsync(first, second, id, TestOrganisations.OtherDesk);
        await HandOverAsync(second, third, id, TestOrganisations.Hub);
        await CorrectAsync(third, person, "三番目の住所");
        Assert.Equal(HttpStatusCode.OK, third.Status);
        foreach (var api in (TestApi[])[first, second]) Assert.Null((await api.GetAsync($"/api/v1/people/{person}"))!["location"]);
        await third.GetAsync($"/api/v1/consultations/{consultation}");
        Assert.Equal(HttpStatusCode.OK, third.Status);
        await second.GetAsync($"/api/v1/consultations/{consultation}");
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        // And back to where it began.
        await HandOverAsync(third, first, id, TestOrganisations.Desk);
        await CorrectAsync(first, person, "また最初の窓口");
        Assert.Equal(HttpStatusCode.OK, first.Status);
    }

    [Fact]
    public async Task The_household_goes_along_when_everybody_does_and_is_only_read_when_somebody_stays()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (whole, person, _) = await KeepAsync(former, "架継 四子", "架継 四郎");
        var household = await HouseholdOfAsync(former, person);
        await HandOverAsync(former, holder, whole, TestOrganisations.OtherDesk);
        await holder.PostAsync($"/api/v1/households/{household}/members", new { name = "架継 四美", relation = "長女", living = "Together" });
        Assert.Equal(HttpStatusCode.OK, holder.Status);
        await former.PostAsync($"/api/v1/households/{household}/members", new { name = "架継 四太", relation = "次男", living = "Together" });
        Assert.Equal(HttpStatusCode.Forbidden, former.Status);

        var (part, staying, _) = await KeepAsync(former, "架継 五子", "架継 五郎");
        using (var desk = await app.SignInAsync(TestTown.Desk))
        {
            await desk.OpenAsync($"/cases/{part}/people");
            await desk.SubmitAsync(desk.FormWithButton("外す（架継 五郎）"), ("Input.Reason", "別の世帯になった"));
        }
        household = await HouseholdOfAsync(former, staying);
        await HandOverAsync(former, holder, part, TestOrganisations.OtherDesk);
        var read = await holder.GetAsync($"/api/v1/households/{household}");
        Assert.Equal("架継 五子", Assert.Single(read!["members"]!.AsArray())!["name"]!.ToString());
        await holder.PostAsync($"/api/v1/households/{household}/members", new { name = "架継 五美", relation = "長女", living = "Together" });
        Assert.Equal(HttpStatusCode.Forbidden, holder.Status);
        Assert.Equal(2, (await former.GetAsync($"/api/v1/households/{household}"))!["members"]!.AsArray().Count);
    }

    [Fact]
    public async Task Protection_goes_along_and_its_readers_do_not()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        using var holder = await TestApi.AsAsync(app, TestTown.Hub);
        using var newChief = await TestApi.AsAsync(app, TestTown.HubChief);
        var (id, person, _) = await KeepAsync(former, "架継 六子");
        var today = app.Services.GetRequiredService<JapanTime>().Today;
        await former.PostAsync($"/api/v1/people/{person}/protection", new { ground = "配偶者からの暴力", certifiedBy = "架空の相談支援センター", from = Day(today.AddDays(-1)), reviewOn = Day(today.AddMonths(6)) });
        Assert.Equal(HttpStatusCode.OK, former.Status);
        var naming = new { account = (await app.AccountAsync(TestTown.Desk2)).ToString(), purpose = "同行支援", reason = "担当", until = Day(today.AddDays(7)) };
        await chief.PostAsync($"/api/v1/people/{person}/protection/readers", naming);
        Assert.Equal(HttpStatusCode.OK, chief.Status);
        using var reader = await app.SignInAsync(TestTown.Desk2);
        await reader.OpenAsync($"/people/{person}/protection");
        Assert.Contains("居場所を閲覧する", reader.Text, StringComparison.Ordinal);

        await HandOverAsync(former, holder, id, TestOrganisations.Hub);
        await reader.OpenAsync($"/people/{person}/protection");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        await reader.OpenAsync($"/people/{person}");
        Assert.DoesNotContain("支援措置", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await chief.PostAsync($"/api/v1/people/{person}/protection/readers", naming);
        Assert.Equal(HttpStatusCode.Forbidden, chief.Status);
        await newChief.PostAsync($"/api/v1/people/{person}/protection/readers", naming with { account = (await app.AccountAsync(TestTown.Hub)).ToString() });
        Assert.Equal(HttpStatusCode.OK, newChief.Status);
    }

    [Fact]
    public async Task Nobody_gives_on_more_than_the_name_they_kept()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        using var third = await TestApi.AsAsync(app, TestTown.Hub);
        var (id, person, _) = await KeepAsync(former, "架継 七子");
        await HandOverAsync(former, holder, id, TestOrganisations.OtherDesk);
        await CorrectAsync(holder, person, "七子の新しい住所");

        var again = await ReceiveAsync(former, new { personId = person, ownWords = "また来た", next = "Keep" });
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/new?consultation={again}&kind=ToDesk");
        Assert.DoesNotContain("七子の新しい住所", desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var second = Id<Case>.Parse((await former.GetAsync($"/api/v1/consultations/{again}"))!["case"]!.ToString(), null);
        foreach (var protection in (bool[])[false, true])
        {
            if (protection)
            {
                var today = app.Services.GetRequiredService<JapanTime>().Today;
                await holder.PostAsync($"/api/v1/people/{person}/protection", new { ground = "配偶者からの暴力", certifiedBy = "架空の相談支援センター", from = Day(today.AddDays(-1)), reviewOn = Day(today.AddMonths(6)) });
                Assert.Equal(HttpStatusCode.OK, holder.Status);
            }
            var body = ToDesk(second, TestOrganisations.Hub);
            body["enclosures"] = new JsonArray(Enclosure("contact", "架継 七子：元の住所", "consent"));
            var refused = await former.PostAsync("/api/v1/handoffs?send=true", body);
            Assert.Equal("PlaceNotHeld", refused!["refusals"]!.AsArray().Single()!["code"]!.ToString());
        }
        await HandOverAsync(former, third, second, TestOrganisations.Hub);
        var seen = await third.GetAsync($"/api/v1/people/{person}");
        Assert.Equal("架継", seen!["name"]!["family"]!.ToString());
        Assert.Null(seen["location"]);
    }

    private static async Task<string> HouseholdOfAsync(TestApi api, string person) =>
        (await api.GetAsync($"/api/v1/people/{person}"))!["households"]!.AsArray().Single()!["household"]!.ToString();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(Id<Case> Case, string Person, string Consultation)> KeepAsync(TestApi api, string name, string? member = null, string? phone = null)
    {
        var consultation = await ReceiveAsync(api, new
        {
            visitorName = name,
            visitorRelation = "self",
            visitorContact = phone,
            personAddress = "架空町1-2-3",
            ownWords = "相談したい",
            next = "Keep",
            members = new[] { member }.OfType<string>().Select(m => new { name = m, relation = "長男", living = "Together" }),
        });
        var shown = await api.GetAsync($"/api/v1/consultations/{consultation}");
        var subject = shown!["persons"]!.AsArray().Single(p => p!["as"]!.ToString() == "subject")!["person"]!.ToString();
        return (Id<Case>.Parse(shown["case"]!.ToString(), null), subject, consultation);
    }

    private async Task<string> ReceiveAsync(TestApi api, object fields)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(fields)!.AsObject();
        body["date"] = Day(app.Services.GetRequiredService<JapanTime>().Today);
        body["channel"] = "phone";
        var made = await api.PostAsync("/api/v1/consultations", body);
        Assert.Equal(HttpStatusCode.Created, api.Status);
        return made!["id"]!.ToString();
    }

    private static async Task HandOverAsync(TestApi sender, TestApi receiver, Id<Case> id, string to)
    {
        var made = await sender.PostAsync($"/api/v1/cases/{id}/handovers", new { to = TestOrganisations.Id(to).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
        Assert.Equal(HttpStatusCode.Created, sender.Status);
        await receiver.PostAsync($"/api/v1/handovers/{made!["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.NoContent, receiver.Status);
    }

    private static async Task CorrectAsync(TestApi api, string person, string address)
    {
        var shown = await api.GetAsync($"/api/v1/people/{person}");
        var name = shown!["name"]!;
        await api.PutAsync($"/api/v1/people/{person}", new JsonObject
        {
            ["version"] = shown["version"]?.DeepClone() ?? 1,
            ["reason"] = "転居",
            ["family"] = name["family"]?.DeepClone(),
            ["given"] = name["given"]?.DeepClone(),
            ["source"] = "Self",
            ["address"] = address,
            ["phones"] = shown["phones"]!.DeepClone(),
        });
    }
}
