using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Handoffs;

public sealed class Handing_off_through_the_api(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_desk_receives_at_once_and_acceptance_opens_its_own_case()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var id = await SendAsync(desk, ToDesk(source, Ikejiri));

        var received = await other.GetAsync($"/api/v1/handoffs/{id}");
        Assert.Equal(("received", "receiver"), (Text(received, "state"), Text(received, "side")));
        Assert.Equal(["ask", "accept", "acceptJointly", "redirect"], Texts(received, "acts"));
        Assert.DoesNotContain(source.ToString(), received!.ToJsonString(), StringComparison.Ordinal);
        await hub.GetAsync($"/api/v1/handoffs/{id}");
        Assert.Equal(HttpStatusCode.NotFound, hub.Status);

        var accepted = await other.PostAsync($"/api/v1/handoffs/{id}/acceptance");
        Assert.Equal("accepted", Text(accepted, "state"));
        var opened = Guid.Parse(Text(accepted, "ownCase"));

        await using var db = app.Database.OpenAsOwner();
        var grants = await db.Grants.Where(g => g.RootId == opened).Select(g => g.SubjectId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([TestOrganisations.Id(Ikejiri).Value], grants);
        var theirs = await db.Grants.Where(g => g.RootId == source.Value).Select(g => g.SubjectId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([TestOrganisations.Id(TestOrganisations.Desk).Value], theirs);
    }

    [Fact]
    public async Task The_receiver_reads_before_and_after_acceptance_only_what_was_ticked_for_it()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var body = ToDesk(source, Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("identity", "架空 花子", "consent"), Enclosure("narrative", "物忘れが増えた", "consent", "onReceipt"));
        var id = await SendAsync(desk, body);

        var before = await other.GetAsync($"/api/v1/handoffs/{id}");
        Assert.DoesNotContain("架空 花子", before!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("物忘れが増えた", before!["enclosures"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        var after = await other.PostAsync($"/api/v1/handoffs/{id}/acceptance");
        Assert.Contains("架空 花子", after!["enclosures"]!.AsArray().Select(e => e!["text"]!.GetValue<string>()));
        await AssertAuditSaysNothingOfAsync("架空 花子", id);
    }

    [Fact]
    public async Task Nothing_is_disclosed_without_a_basis_for_this_kind_of_holder()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        foreach (var (basis, code) in new[] { ("", "LegalBasisNeeded"), ("internal-69-2-2", "LegalBasisNotOffered"), ("support-conference", "LegalBasisNotOffered") })
        {
            var body = ToDesk(source, Ikejiri);
            body["enclosures"] = new JsonArray(Enclosure("identity", "架空 花子", basis));
            var refused = await desk.PostAsync("/api/v1/handoffs?send=true", body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
            Assert.Equal(code, refused!["refusals"]![0]!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_hub_judges_asks_returns_by_decision_and_the_sender_acknowledges()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var bare = ToHub(source);
        bare.Remove("assessment");
        var refused = await desk.PostAsync("/api/v1/handoffs?send=true", bare);
        Assert.Equal("AssessmentNeeded", refused!["refusals"]![0]!["code"]!.GetValue<string>());
        var id = await SendAsync(desk, ToHub(source));
        var path = $"/api/v1/handoffs/{id}";

        await hub.PostAsync($"{path}/acceptance");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        var judged = await hub.PostAsync($"{path}/judgement", new JsonObject { ["criteria"] = Criteria("yes", "no", "yes") });
        Assert.Equal(["judge", "ask", "proposeReturn", "redirect"], Texts(judged, "acts"));

        await hub.PostAsync($"{path}/questions", new JsonObject { ["questions"] = new JsonArray("家族の意向は", "通院先は") });
        var partly = await desk.PostAsync($"{path}/answers", new JsonObject { ["answers"] = new JsonObject { ["2"] = "月に一度" } });
        Assert.Equal("questioned", Text(partly, "state"));
        var answered = await desk.PostAsync($"{path}/answers", new JsonObject { ["answers"] = new JsonObject { ["1"] = "在宅を望む" } });
        Assert.Equal("screening", Text(answered, "state"));

        var proposed = await hub.PostAsync($"{path}/return", new JsonObject { ["whatToDo"] = "地域ケア会議に諮ってください" });
        Assert.Equal("inDecision", Text(proposed, "state"));
        await hub.PostAsync($"{path}/approval");
        Assert.Equal(HttpStatusCode.Forbidden, hub.Status);
        var returned = await chief.PostAsync($"{path}/approval");
        Assert.Equal("returned", Text(returned, "state"));
        Assert.Equal("roles", returned!["return"]!["failing"]![0]!.GetValue<string>());

        var acknowledged = await desk.PostAsync($"{path}/return-acknowledgement");
        Assert.True(acknowledged!["mustTell"]!.GetValue<bool>());
        var told = await desk.PostAsync($"{path}/told", new JsonObject { ["told"] = true, ["how"] = "電話" });
        Assert.False(told!["mustTell"]!.GetValue<bool>());

        var again = ToHub(source);
        again["after"] = id;
        var second = await desk.GetAsync($"/api/v1/handoffs/{await SendAsync(desk, again)}");
        Assert.Equal(1, second!["bounces"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_hub_accepts_when_all_three_hold_and_is_named()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var id = await SendAsync(desk, ToHub(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk)));
        await hub.PostAsync($"/api/v1/handoffs/{id}/judgement", new JsonObject { ["criteria"] = Criteria("yes", "yes", "yes") });
        var accepted = await hub.PostAsync($"/api/v1/handoffs/{id}/acceptance");
        Assert.Equal("accepted", Text(accepted, "state"));
        await using var db = app.Database.OpenAsOwner();
        var stored = await db.Handoffs.IgnoreQueryFilters().SingleAsync(h => h.Id == Domain.Shared.Id<Handoff>.Parse(id, null), TestContext.Current.CancellationToken);
        Assert.Equal(TestOrganisations.Id(Livelihood), stored.HubId);
    }

    [Fact]
    public async Task Advice_is_given_and_acknowledged_and_no_case_is_opened()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Livelihood);
        body["kind"] = "advice";
        var id = await SendAsync(desk, body);
        await hub.PostAsync($"/api/v1/handoffs/{id}/advice", new JsonObject { ["advice"] = "家計改善支援を案内してください" });
        var closed = await desk.PostAsync($"/api/v1/handoffs/{id}/advice-acknowledgement");
        Assert.Equal("closed", Text(closed, "state"));
        Assert.Null((await hub.GetAsync($"/api/v1/handoffs/{id}"))!["ownCase"]);
    }

    [Fact]
    public async Task A_receiver_outside_the_system_has_to_be_confirmed_by_name()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri);
        body.Remove("receiver");
        body["outside"] = new JsonObject { ["kind"] = "medical", ["name"] = "架空病院 相談室", ["contact"] = "FAX" };
        var id = await SendAsync(desk, body);
        var tried = await desk.PostAsync($"/api/v1/handoffs/{id}/attempts", new JsonObject { ["method"] = "phone", ["result"] = "担当者が不在" });
        Assert.Equal(("awaitingContact", "sender"), (Text(tried, "state"), Text(tried, "nextToAct")));
        await desk.PostAsync($"/api/v1/handoffs/{id}/confirmation", new JsonObject { ["method"] = "phone" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        var confirmed = await desk.PostAsync($"/api/v1/handoffs/{id}/confirmation", new JsonObject { ["name"] = "相談員 甲", ["method"] = "phone" });
        Assert.Equal("accepted", Text(confirmed, "state"));
    }

    [Fact]
    public async Task Nothing_is_tried_confirmed_or_told_before_the_handoff_was_sent()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri);
        body.Remove("receiver");
        body["outside"] = new JsonObject { ["kind"] = "medical", ["name"] = "架空病院 相談室" };
        var path = $"/api/v1/handoffs/{await SendAsync(desk, body)}";
        foreach (var at in (string[])["2001-01-01T10:00:00+09:00", "0001-01-01T00:00:00Z"])
        {
            await RefusedAsync($"{path}/attempts", new JsonObject { ["method"] = "phone", ["result"] = "不在", ["at"] = at }, "at");
            await RefusedAsync($"{path}/confirmation", new JsonObject { ["name"] = "相談員 甲", ["method"] = "phone", ["at"] = at }, "at");
        }
        await desk.PostAsync($"{path}/confirmation", new JsonObject { ["name"] = "相談員 甲", ["method"] = "phone", ["at"] = ThisMinute() });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await RefusedAsync($"{path}/told", new JsonObject { ["told"] = true, ["how"] = "電話", ["on"] = "2001-01-01" }, "on");

        async Task RefusedAsync(string act, JsonObject sent, string field)
        {
            var refused = await desk.PostAsync(act, sent);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "BeforeHandoffWasSent", field),
                (desk.Status, refused!["refusals"]![0]!["code"]!.GetValue<string>(), refused["refusals"]![0]!["field"]!.GetValue<string>()));
        }

        // As somebody types it who looks at the clock.
        string ThisMinute() => app.Services.GetRequiredService<JapanTime>().Now.ToString("yyyy-MM-dd'T'HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Bounces_reach_the_area_manager_as_counts_and_ages_without_content()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var area = await TestApi.AsAsync(app, TestTown.AreaManager);
        var id = await SendAsync(desk, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        var first = await other.PostAsync($"/api/v1/handoffs/{id}/redirect", Redirect(Livelihood));
        Assert.Equal("redirected", Text(first, "state"));
        // Who passed it on sees no more of it; the sender sees where it went.
        Assert.Empty(first!["later"]!.AsArray());
        var next = (await desk.GetAsync($"/api/v1/handoffs/{id}"))!["later"]![0]!.GetValue<string>();
        await other.GetAsync($"/api/v1/handoffs/{next}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        var before = (await area.GetAsync("/api/v1/handoffs/bounces"))!["items"]!.AsArray().Count;
        await hub.PostAsync($"/api/v1/handoffs/{next}/redirect", Redirect(Ikejiri));
        var bounces = await area.GetAsync("/api/v1/handoffs/bounces");
        Assert.Equal(before + 1, bounces!["items"]!.AsArray().Count);
        Assert.DoesNotContain("介護の手続き", Relaxed(bounces), StringComparison.Ordinal);
        Assert.DoesNotContain(next, Relaxed(bounces), StringComparison.Ordinal);
        await area.GetAsync($"/api/v1/handoffs/{next}");
        Assert.Equal(HttpStatusCode.Forbidden, area.Status);
    }

    [Fact]
    public async Task A_redirect_holds_the_copies_back_until_the_sender_names_a_basis()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("identity", "架空 太郎", "consent", "onReceipt"));
        var id = await SendAsync(desk, body);
        await other.PostAsync($"/api/v1/handoffs/{id}/redirect", Redirect(Livelihood));
        var next = (await desk.GetAsync($"/api/v1/handoffs/{id}"))!["later"]![0]!.GetValue<string>();
        Assert.Empty((await hub.GetAsync($"/api/v1/handoffs/{next}"))!["enclosures"]!.AsArray());
        await desk.PostAsync($"/api/v1/handoffs/{next}/released-enclosures", new JsonObject { ["part"] = "identity", ["legalBasis"] = "within-purpose" });
        Assert.Single((await hub.GetAsync($"/api/v1/handoffs/{next}"))!["enclosures"]!.AsArray());
    }

    [Fact]
    public async Task Simultaneous_acceptances_open_one_case()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendAsync(desk, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        var clients = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TestApi.AsAsync(app, TestTown.OtherDesk)));
        await Task.WhenAll(clients.Select(c => c.PostAsync($"/api/v1/handoffs/{id}/acceptance")));
        Assert.Equal(1, clients.Count(c => c.Status == HttpStatusCode.OK));
        Assert.Equal(4, clients.Count(c => c.Status == HttpStatusCode.Conflict));
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(1, await db.Cases.IgnoreQueryFilters().CountAsync(c => c.HandoffId == Domain.Shared.Id<Handoff>.Parse(id, null), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_place_of_a_protected_person_cannot_be_enclosed()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        await IncludeAsync(app, source, "架空 保護", isProtected: true);
        var body = ToDesk(source, Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("contact", "住所を書いてしまった", "consent"));
        var refused = await desk.PostAsync("/api/v1/handoffs?send=true", body);
        Assert.Equal("ProtectedLocation", refused!["refusals"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_address_not_yet_read_is_read_by_nobody_once_protection_begins()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        await IncludeAsync(app, source, "架空 措置子", isProtected: false);
        var body = ToDesk(source, Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("identity", "架空 措置子", "consent"), Enclosure("contact", "架空 措置子：隠した住所", "consent"));
        var id = await SendAsync(desk, body);
        var person = (await app.ReadCaseAsync(source)).CurrentPersons.Single().PersonId;
        var today = app.Services.GetRequiredService<Domain.Shared.JapanTime>().Today;
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await desk.PostAsync($"/api/v1/people/{person}/protection", new { ground = "配偶者からの暴力", certifiedBy = "架空の相談支援センター", from = Day(-1), reviewOn = Day(90) });
        Assert.Equal(System.Net.HttpStatusCode.OK, desk.Status);
        var accepted = await other.PostAsync($"/api/v1/handoffs/{id}/acceptance");
        Assert.DoesNotContain("隠した住所", Conferences.SupportStory.Plain(await other.GetAsync($"/api/v1/handoffs/{id}")), StringComparison.Ordinal);
        var received = (await app.ReadCaseAsync(Domain.Shared.Id<Domain.Cases.Case>.Parse(Text(accepted, "ownCase"), null))).CurrentPersons.Single().PersonId;
        Assert.Null((await other.GetAsync($"/api/v1/people/{received}"))!["location"]?["address"]);
    }

    [Theory]
    [InlineData("asked")]
    [InlineData("deskContact")]
    public async Task A_draft_keeps_no_individual_number(string field)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri);
        body[field] = "番号は１２３４ ５６７８ ９０１８";
        var refused = await desk.PostAsync("/api/v1/handoffs", body);
        Assert.Equal("IndividualNumber", refused!["refusals"]!.AsArray().Single()!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_enclosed_person_becomes_the_receivers_own_record()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("identity", "架空 受子（かくう うけこ）\n昭和20年生まれ", "consent"));
        var id = await SendAsync(desk, body);
        var accepted = await other.PostAsync($"/api/v1/handoffs/{id}/acceptance");
        var opened = Domain.Shared.Id<Domain.Cases.Case>.Parse(Text(accepted, "ownCase"), null);
        await using var db = app.Database.OpenAsOwner();
        var person = await db.Cases.IgnoreQueryFilters().Where(c => c.Id == opened).SelectMany(c => c.Persons).Select(p => p.PersonId).SingleAsync(TestContext.Current.CancellationToken);
        var written = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == person, TestContext.Current.CancellationToken);
        Assert.Equal(("架空", "受子", TestOrganisations.Id(Ikejiri)), (written.Name.Family, written.Name.Given, written.HolderId));
    }

    [Fact]
    public async Task Everybody_enclosed_is_written_down_with_telephone_address_and_household()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var received = await desk.PostAsync("/api/v1/consultations", new
        {
            date = "R8.4.1",
            channel = "phone",
            visitorName = "架封 母子",
            visitorKana = "かふう ははこ",
            visitorRelation = "self",
            visitorContact = "090-1111-2222",
            personBirth = "S23.5.3",
            personAddress = "架空町4-5-6、架空荘101",
            ownWords = "息子のこと",
            next = "Keep",
            members = new[] { new { name = "架封 一郎", relation = "長男", living = "Together" } },
        });
        var source = Text(await desk.GetAsync($"/api/v1/consultations/{received!["id"]}"), "case");
        // What the page offers is what travels, word for word.
        using var page = await app.SignInAsync(TestTown.Desk);
        await page.OpenAsync($"/handoffs/new?case={source}");
        string Offered(EnclosedPart part) => page.Page.QuerySelectorAll("textarea").Single(t => t.GetAttribute("name")!.Contains(part.ToString(), StringComparison.Ordinal)).TextContent.Trim();
        Assert.DoesNotContain("PhoneNumber", Offered(EnclosedPart.Contact), StringComparison.Ordinal);
        var body = ToDesk(Domain.Shared.Id<Domain.Cases.Case>.Parse(source, null), Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("identity", Offered(EnclosedPart.Identity), "consent"), Enclosure("contact", Offered(EnclosedPart.Contact), "consent"), Enclosure("household", Offered(EnclosedPart.Household), "consent"));
        var opened = Text(await other.PostAsync($"/api/v1/handoffs/{await SendAsync(desk, body)}/acceptance"), "ownCase");

        var people = await PeopleOfAsync(opened);
        var mother = await other.GetAsync($"/api/v1/people/{people[0].Person}");
        Assert.Equal(("架空町4-5-6、架空荘101", "090-1111-2222", "1948-05-03"), (Text(mother!["location"], "address"), Text(mother["phones"]![0], "number"), Text(mother, "birthDate")));
        Assert.Equal([CasePersonRole.Subject, CasePersonRole.HouseholdMember], people.Select(p => p.Role));
        var household = await other.GetAsync($"/api/v1/households/{mother["households"]!.AsArray().Single()!["household"]}");
        Assert.Equal(["本人", "長男"], household!["members"]!.AsArray().Select(m => m!["relation"]!.ToString()));
    }

    private async Task<List<(Domain.Shared.Id<Domain.People.Person> Person, CasePersonRole Role)>> PeopleOfAsync(string @case)
    {
        await using var db = app.Database.OpenAsOwner();
        var id = Domain.Shared.Id<Domain.Cases.Case>.Parse(@case, null);
        var found = await db.Cases.IgnoreQueryFilters().Where(c => c.Id == id).SelectMany(c => c.Persons).OrderBy(p => p.Number).Select(p => new { p.PersonId, p.Role }).ToListAsync();
        return [.. found.Select(p => (p.PersonId, p.Role))];
    }

    [Fact]
    public async Task A_case_is_not_closed_while_its_handoff_is_open_and_no_individual_number_is_kept()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var body = ToDesk(source, Ikejiri);
        body["asked"] = "番号は 123456789018 です";
        var refused = await desk.PostAsync("/api/v1/handoffs?send=true", body);
        Assert.Equal("IndividualNumber", refused!["refusals"]![0]!["code"]!.GetValue<string>());
        var handoff = await SendAsync(desk, ToDesk(source, Ikejiri));
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync($"/cases/{source}/handoffs");
        Assert.Contains("介護の手続きを一緒に見てほしい", browser.Text, StringComparison.Ordinal);
        var closing = new { outcome = "eased", words = "役割が決まった" };
        Assert.Equal("CaseHasOpenHandoff", (await desk.PostAsync($"/api/v1/cases/{source}/close", closing))!["refusals"]!.AsArray().Single()!["code"]!.ToString());
        await desk.PostAsync($"/api/v1/handoffs/{handoff}/withdrawal", new { reason = "本人が望まない" });
        await desk.PostAsync($"/api/v1/cases/{source}/close", closing);
        Assert.Equal(HttpStatusCode.NoContent, desk.Status);
    }

    /// <summary>The answer would come to an organisation that can no longer open the case, about a case that is closed.</summary>
    [Fact]
    public async Task A_case_handed_on_is_not_closed_while_the_former_organisation_waits_for_an_answer()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var present = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var handoff = await SendAsync(former, ToDesk(source, Livelihood));
        var handover = await former.PostAsync($"/api/v1/cases/{source}/handovers", new { to = TestOrganisations.Id(Ikejiri).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
        await present.PostAsync($"/api/v1/handovers/{Text(handover, "id")}/accept", new { });
        Assert.Equal(HttpStatusCode.NoContent, present.Status);

        var closing = new { outcome = "eased", words = "役割が決まった" };
        Assert.Equal("CaseHasFormerHandoff", (await present.PostAsync($"/api/v1/cases/{source}/close", closing))!["refusals"]!.AsArray().Single()!["code"]!.ToString());
        using var browser = await app.SignInAsync(TestTown.OtherDesk);
        await browser.OpenAsync($"/cases/{source}/course");
        Assert.Contains("引き継ぐ前の機関が出した「つなぎ」", browser.Text, StringComparison.Ordinal);

        await former.PostAsync($"/api/v1/handoffs/{handoff}/withdrawal", new { reason = "引き継いだため" });
        await present.PostAsync($"/api/v1/cases/{source}/close", closing);
        Assert.Equal(HttpStatusCode.NoContent, present.Status);
    }

    [Fact]
    public async Task A_draft_left_lying_while_its_case_was_handed_on_is_not_sent()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var present = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var draft = Text(await former.PostAsync("/api/v1/handoffs", ToDesk(source, Livelihood)), "id");
        var handover = await former.PostAsync($"/api/v1/cases/{source}/handovers", new { to = TestOrganisations.Id(Ikejiri).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
        await present.PostAsync($"/api/v1/handovers/{Text(handover, "id")}/accept", new { });
        Assert.Equal("SourceHandedOn", (await former.PostAsync($"/api/v1/handoffs/{draft}/send"))!["refusals"]!.AsArray().Single()!["code"]!.ToString());
    }

    [Fact]
    public async Task Somebody_elses_case_cannot_be_handed_off()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync("/api/v1/handoffs", ToDesk(await CaseOfAsync(app, TestTown.OtherDesk, TestOrganisations.OtherDesk), Livelihood));
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task A_draft_is_seen_by_the_sender_alone_until_it_is_sent()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var made = await desk.PostAsync("/api/v1/handoffs", ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        var id = Text(made, "id");
        await other.GetAsync($"/api/v1/handoffs/{id}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await desk.PostAsync($"/api/v1/handoffs/{id}/send");
        Assert.Equal("received", Text(await other.GetAsync($"/api/v1/handoffs/{id}"), "state"));
    }

    [Fact]
    public async Task The_inbox_pages_by_key_and_marks_what_waits_too_long()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        for (var i = 0; i < 52; i++) await SendAsync(desk, ToDesk(source, Ikejiri));
        var first = await other.GetAsync("/api/v1/handoffs?show=waiting");
        var second = await other.GetAsync($"/api/v1/handoffs?show=waiting&after={Text(first, "next")}");
        var ids = first!["items"]!.AsArray().Concat(second!["items"]!.AsArray()).Select(r => Text(r, "id")).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(first!["total"]!.GetValue<int>(), ids.Count);
        await other.GetAsync("/api/v1/handoffs?show=nonsense");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
    }

    private static JsonObject Redirect(string to) =>
        new() { ["receiver"] = TestOrganisations.Id(to).ToString(), ["reason"] = "生活費の相談が主" };

    private static string Relaxed(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private async Task AssertAuditSaysNothingOfAsync(string words, string id)
    {
        await using var db = app.Database.OpenAsOwner();
        var root = Guid.Parse(id);
        var lines = await db.AuditEntries.Where(e => e.RootId == root).Select(e => e.Kind + e.Payload).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Contains(lines, l => l.StartsWith(nameof(HandoffAccepted), StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith(AuditEntry.Seen, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(words, StringComparison.Ordinal));
    }
}
