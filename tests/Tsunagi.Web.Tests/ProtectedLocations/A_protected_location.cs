using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.ProtectedLocations;

/// <summary>
/// Promise 21: a protected address reaches no one outside its list. Canaries stand in every place field of a person; after
/// protection they are looked for in every row of every table, every answer to every role, and every line of the log.
/// </summary>
public sealed class A_protected_location(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Everyone =
    [
        TestTown.Desk, TestTown.Desk2, TestTown.DeskChief, TestTown.OtherDesk, TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.Secretary,
        TestTown.Chair, TestTown.AreaManager, TestTown.Privacy, TestTown.Auditor, TestTown.Administrator, TestTown.Policy,
    ];

    [Fact]
    public async Task Is_in_no_table_no_answer_and_no_log()
    {
        var log = new LogBook();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var (person, consultation) = await ReceiveAsync("架守 一子", "0398765431");
        string[] canaries = [.. Canaries("架守 一子", "0398765431"), "カナリア保育園", "カナリア橋で待ち合わせ"];
        await CorrectAddressAsync(person, "旧" + canaries[0]);
        var household = await TieAsync(person, canaries[^2], canaries[^1]);
        using (var noting = await TestApi.AsAsync(app, TestTown.Desk2))
            await noting.PostAsync("/api/v1/memos", new { message = "折り返しがほしい", from = "架守", phone = canaries[2], callBack = true });
        using (var correcting = await app.SignInAsync(TestTown.Desk))
        {
            await correcting.OpenAsync($"/consultations/{consultation}/correct");
            await correcting.SubmitAsync(correcting.Form("Reason"), ("Input.VisitorContact", "03-0000-0000"), ("Reason", "聞き違い"));
            Assert.Equal(HttpStatusCode.OK, correcting.Status);
        }
        Assert.NotEmpty(await TablesWithAsync(canaries));

        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync($"/api/v1/people/{person}/protection", await MeasureAsync(), key: "protect");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Empty(await TablesWithAsync(canaries));

        foreach (var login in Everyone)
        {
            using var browser = await app.SignInAsync(login);
            using var api = await TestApi.AsAsync(app, login);
            foreach (var page in (string[])["/", $"/people/{person}", $"/people/{person}/edit", $"/people/{person}/protection", $"/people/{person}/exclusion",
                $"/households/{household}", $"/households/{household}/kin", $"/households/{household}/ties",
                "/consultations", $"/consultations/{consultation}", $"/consultations/{consultation}/correct", await app.SearchPathAsync(login, "架守"), "/location-reads", "/exclusions", "/audit"])
            {
                await browser.OpenAsync(page);
                Assert.True((int)browser.Status < 500, $"{login} {page} {browser.Status}");
                Assert.All(canaries, canary => Assert.DoesNotContain(canary, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));
            }
            foreach (var path in (string[])[$"/api/v1/people/{person}", $"/api/v1/people/{person}/protection", $"/api/v1/consultations/{consultation}",
                $"/api/v1/households/{household}", $"/api/v1/households/{household}/family",
                "/api/v1/consultations", "/api/v1/search", "/api/v1/location-reads", "/api/v1/exclusions", "/api/v1/audit"])
            {
                var asked = path == "/api/v1/search" ? api.PostAsync(path, new { query = "架守" }) : api.GetAsync(path);
                var answer = (await asked)?.ToJsonString(Plain) ?? "";
                Assert.True((int)api.Status < 500, $"{login} {path} {api.Status}");
                Assert.All(canaries, canary => Assert.DoesNotContain(canary, answer, StringComparison.Ordinal));
            }
        }
        Assert.All(canaries, canary => Assert.DoesNotContain(log.Lines, line => line.Contains(canary, StringComparison.Ordinal)));

        // The scan sees: a canary put somewhere is found.
        await ExecuteAsync(app.Database.Owner, $"insert into setting (name, value) values ('leak', 'x{canaries[0]}x')");
        Assert.Equal(["setting"], await TablesWithAsync(canaries));
        await ExecuteAsync(app.Database.Owner, "delete from setting where name = 'leak'");
    }

    [Fact]
    public async Task Of_the_household_is_asked_about_one_by_one_and_begins_in_the_same_act()
    {
        var (person, _) = await ReceiveAsync("架守 七子", "0398765437");
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        await api.PostAsync("/api/v1/households", new { person = person.ToString() });
        await using var db = app.Database.OpenAsOwner();
        var household = await db.Households.IgnoreQueryFilters().AsNoTracking().SingleAsync(h => h.Members.Any(m => m.PersonId == person), TestContext.Current.CancellationToken);
        foreach (var (name, relation) in new[] { ("架守 八子", "長女"), ("架守 相手", "夫") })
        {
            await api.PostAsync($"/api/v1/households/{household.Id}/members", new { name, relation, living = "together" });
            Assert.Equal(HttpStatusCode.OK, api.Status);
        }
        var members = await db.Households.IgnoreQueryFilters().AsNoTracking().Where(h => h.Id == household.Id).SelectMany(h => h.Members).OrderBy(m => m.Number).Select(m => m.PersonId).ToListAsync(TestContext.Current.CancellationToken);
        var (daughter, husband) = (members[^2], members[^1]);

        await desk.OpenAsync($"/people/{person}/protection");
        Assert.Contains("架守 八子", desk.Text, StringComparison.Ordinal);
        // Nothing filled in: everything that is wanting is said at once.
        await desk.SubmitAsync(desk.FormWithButton("支援措置を始める"));
        Assert.Equal(5, desk.Page.QuerySelectorAll(".ds-error").Length);
        // Nobody is forgotten by not being mentioned.
        var silent = new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = await DayAsync(100) };
        var wanting = await api.PostAsync($"/api/v1/people/{person}/protection", silent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.Equal(new[] { daughter, husband }.Select(m => $"household[{m}].included"), wanting!["refusals"]!.AsArray().Select(r => r!["field"]!.ToString()));
        Assert.Equal(["架守 八子", "架守 相手"], (await api.GetAsync($"/api/v1/people/{person}/protection"))!["household"]!.AsArray().Select(h => h!["name"]!.ToString()));
        var bare = TestBrowser.Values(desk.FormWithButton("支援措置を始める"), null, ("Input.CertifiedBy", "架空警察署"), ("Input.From", "R8.4.1"), ("Input.ReviewOn", await DayAsync(100)))
            .Where(v => !v.Key.StartsWith("Input.Household", StringComparison.Ordinal));
        await desk.PostAsync($"/people/{person}/protection?handler=Begin", bare);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal(2, desk.Page.QuerySelectorAll(".ds-error").Length);
        Assert.False(await IsProtectedAsync(person));
        (string, string)[] terms = [("Input.CertifiedBy", "架空警察署"), ("Input.From", "R8.4.1"), ("Input.ReviewOn", await DayAsync(100))];
        await desk.SubmitAsync(desk.FormWithButton("支援措置を始める"), [.. terms, (ChoiceOf(desk, daughter), "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.False(await IsProtectedAsync(daughter));
        await desk.SubmitAsync(desk.FormWithButton("支援措置を始める"), [.. terms, (ChoiceOf(desk, daughter), "true"), (ChoiceOf(desk, husband), "false")]);
        Assert.Contains("同じ世帯の1人とあわせて", desk.Text, StringComparison.Ordinal);
        Assert.Equal((true, true, false), (await IsProtectedAsync(person), await IsProtectedAsync(daughter), await IsProtectedAsync(husband)));
        var measures = await db.ProtectionMeasures.IgnoreQueryFilters().AsNoTracking().Where(m => m.PersonId == person || m.PersonId == daughter).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Single(measures.Select(m => (m.CertifiedBy, m.From, m.ReviewOn)).Distinct());

        // Nobody is protected along who is not of the household.
        var (other, _) = await ReceiveAsync("架守 九子", "0398765438");
        await api.PostAsync($"/api/v1/people/{other}/protection", new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = await DayAsync(100), household = new[] { new { person = husband.ToString(), included = true } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.False(await IsProtectedAsync(other));

        static string ChoiceOf(TestBrowser page, Id<Person> member) =>
            page.Page.QuerySelector($"[name^='Input.Household'][value='{member}']")!.GetAttribute("name")!.Replace(".Person", ".Included", StringComparison.Ordinal);
        async Task<bool> IsProtectedAsync(Id<Person> who) =>
            await db.Persons.IgnoreQueryFilters().AsNoTracking().Where(p => p.Id == who).Select(p => p.IsLocationProtected).SingleAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Cannot_be_written_into_the_record_by_any_way()
    {
        var (person, _) = await ProtectAsync("架守 二子", "0398765432");
        string[] ways =
        [
            $"update person set address = 'どこか', address_kind = 'Known' where id = '{person}'",
            // A term whose lowest bit is set tells a place.
            $"update person_search set terms = terms || 4711 where person_id = '{person}'",
            $"update person set is_location_protected = false where id = '{person}'",
            $"insert into person_correction (person_id, number, field, old_value, by, at, is_withheld) values ('{person}', 90, 'Address', 'どこか', '{person}', now(), false)",
        ];
        foreach (var way in ways)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(app.Database.Owner, way));
            Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        }
    }

    [Fact]
    public async Task Is_shown_by_the_database_to_a_named_reader_who_wrote_the_look_down_and_to_nobody_else()
    {
        var (person, _) = await ProtectAsync("架守 三子", "0398765433");
        var count = $"select count(*) from protected_location where person_id = '{person}'";
        Assert.Equal(1L, await ScalarAsync(app.Database.Owner, count));
        Assert.Equal(0L, await ScalarAsync(app.Database.Program, count));
        var (desk, desk2) = (await AccountAsync(TestTown.Desk), await AccountAsync(TestTown.Desk2));
        string As(Id<Account> account) =>
            $"select set_config('tsunagi.account', '{account}', false), set_config('tsunagi.now', '{app.Services.GetRequiredService<JapanTime>().Now:O}', false); ";
        // The writer is no reader once it is stored.
        Assert.Equal(0L, await ScalarAsync(app.Database.Program, As(desk) + count));
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        await NameAsync(chief, person, desk2);
        Assert.Equal(HttpStatusCode.OK, chief.Status);
        // A named reader who writes nothing down sees nothing.
        Assert.Equal(0L, await ScalarAsync(app.Database.Program, As(desk2) + count));
        var look = $"""
            insert into protected_location_read (id, person_id, reader_id, account_id, organisation_id, purpose, at, version)
            select gen_random_uuid(), person_id, id, account_id, '{TestOrganisations.Id(TestOrganisations.Desk)}', '確かめ', now(), 1
            from protected_location_reader where person_id = '{person}';
            """;
        Assert.Equal(1L, await ScalarAsync(app.Database.Program, As(desk2) + "begin; " + look + count));
        Assert.Equal(0L, await ScalarAsync(app.Database.Program, As(desk2) + count));
        // Without the policy the row would be there: it is the policy that hides it.
        await ExecuteAsync(app.Database.Owner, "alter table protected_location disable row level security");
        Assert.Equal(1L, await ScalarAsync(app.Database.Program, count));
        await ExecuteAsync(app.Database.Owner, "alter table protected_location enable row level security");
        foreach (var change in (string[])["update protected_location set key_id = 'x'", "delete from protected_location", "update protected_location_read set purpose = 'x'"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(app.Database.Program, change))).SqlState);
    }

    [Fact]
    public async Task Is_read_on_screen_by_the_named_with_a_purpose_and_every_look_is_reported()
    {
        var (person, _) = await ProtectAsync("架守 四子", "0398765434");
        var canary = Canaries("架守 四子", "0398765434")[0];
        var page = $"/people/{person}/protection";
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync(page);
        await chief.SubmitAsync(chief.Form("Input.Until"), ("Input.Account", (await AccountAsync(TestTown.Desk2)).ToString()), ("Input.Purpose", "同行支援"),
            ("Input.Reason", "担当のため"), ("Input.Until", await DayAsync(7)));
        Assert.Contains("閲覧者を決めました", chief.Text, StringComparison.Ordinal);

        using var reader = await app.SignInAsync(TestTown.Desk2);
        await reader.OpenAsync(page);
        Assert.DoesNotContain(canary, reader.Text, StringComparison.Ordinal);
        var form = reader.FormWithButton("表示する");
        var asked = TestBrowser.Values(form, null, ("Input.Purpose", "通院の同行"));
        await reader.SubmitAsync(form, ("Input.Purpose", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.DoesNotContain(canary, reader.Text, StringComparison.Ordinal);
        await reader.SubmitAsync(reader.FormWithButton("表示する"), ("Input.Purpose", "通院の同行"));
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        var shown = reader.Page.QuerySelectorAll("*").Where(e => e.ChildElementCount == 0 && e.TextContent.Contains(canary, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, e => Assert.NotNull(e.Closest(".unprinted")));
        Assert.Contains("印刷できません", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync(page);
        Assert.DoesNotContain(canary, reader.Text, StringComparison.Ordinal);

        // Neither rank nor desk reads.
        foreach (var login in (string[])[TestTown.Desk, TestTown.DeskChief])
        {
            using var other = await app.SignInAsync(login);
            await other.OpenAsync(page);
            var forged = TestBrowser.Values(other.Page.Forms.First(f => f.Method == "post" && f.Elements.Any(e => e.GetAttribute("name") == "_once")), null)
                .Where(v => v.Key is "__RequestVerificationToken" or "_once").Append(new("Input.Purpose", "見たい"));
            await other.PostAsync(page + "?handler=Read", forged);
            Assert.Equal(HttpStatusCode.Forbidden, other.Status);
            Assert.DoesNotContain(canary, other.Text, StringComparison.Ordinal);
        }

        foreach (var login in (string[])[TestTown.DeskChief, TestTown.Privacy])
        {
            using var told = await app.SignInAsync(login);
            foreach (var report in (string[])[page, "/location-reads"])
            {
                await told.OpenAsync(report);
                Assert.Contains("架空 窓口二", told.Text, StringComparison.Ordinal);
                Assert.Contains("通院の同行", told.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(canary, told.Text, StringComparison.Ordinal);
            }
        }
        using var colleague = await app.SignInAsync(TestTown.Desk);
        await colleague.OpenAsync(page);
        Assert.DoesNotContain("通院の同行", colleague.Text, StringComparison.Ordinal);
        await using (var db = app.Database.OpenAsOwner())
            Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Kind == "ProtectedLocationRead" && a.RootId == person.Value && a.Reason == "通院の同行"));

        app.Wait(TimeSpan.FromDays(9));
        using var late = await app.SignInAsync(TestTown.Desk2);
        await late.OpenAsync(page);
        Assert.DoesNotContain("いま閲覧する目的", late.Text, StringComparison.Ordinal);
        var token = TestBrowser.Values(late.Page.Forms.First(f => f.Elements.Any(e => e.GetAttribute("name") == "_once")), null).Where(v => v.Key is "__RequestVerificationToken" or "_once");
        await late.PostAsync(page + "?handler=Read", [.. token, new("Input.Purpose", "もう一度")]);
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.DoesNotContain(canary, late.Text, StringComparison.Ordinal);
        Assert.NotEmpty(asked);
    }

    [Fact]
    public async Task Ends_by_two_different_people_only_and_does_not_come_back()
    {
        var (person, _) = await ProtectAsync("架守 五子", "0398765435");
        var path = $"/api/v1/people/{person}/protection";
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        using var stranger = await TestApi.AsAsync(app, TestTown.HubChief);
        await chief.PostAsync(path + "/end-proposal", new { text = "転出した" });
        Assert.Equal(HttpStatusCode.OK, chief.Status);
        await chief.PostAsync(path + "/end-decision", new { confirmed = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
        await desk.PostAsync(path + "/end-decision", new { confirmed = true });
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
        await stranger.PostAsync(path + "/end-decision", new { confirmed = true });
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.True((await desk.GetAsync(path))!["isProtected"]!.GetValue<bool>());

        var (other, _) = await ProtectAsync("架守 六子", "0398765436");
        await desk.PostAsync($"/api/v1/people/{other}/protection/end-proposal", new { text = "転出した" });
        await chief.PostAsync($"/api/v1/people/{other}/protection/end-decision", new { confirmed = true });
        Assert.Equal(HttpStatusCode.OK, chief.Status);
        await using var db = app.Database.OpenAsOwner();
        var lifted = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == other);
        Assert.False(lifted.IsLocationProtected);
        Assert.True(lifted.Location.IsEmpty);
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(app.Database.Owner,
            $"update protection_measure set state = 'Ended', decided_by = end_proposed_by where person_id = '{person}'"))).SqlState);
    }

    [Fact]
    public async Task Is_read_at_night_with_an_approver_on_the_telephone_who_is_asked_about_it()
    {
        var (person, _) = await ProtectAsync("架守 七子", "0398765437");
        var path = $"/api/v1/people/{person}/protection/readers/by-telephone";
        WaitUntil(new(22, 0));
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync(path, new { approver = (await AccountAsync(TestTown.HubChief)).ToString(), purpose = "救急搬送", reason = "夜間" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.PostAsync(path, new { approver = (await AccountAsync(TestTown.DeskChief)).ToString(), purpose = "救急搬送", reason = "夜間" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/");
        var asked = chief.Page.QuerySelector($"a[href='/people/{person}/protection']")!;
        Assert.Contains("あなたの電話での承認による閲覧者（架空 窓口一）", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync(asked.GetAttribute("href")!);
        Assert.Contains("架空 窓口係長（電話で承認）", chief.Text, StringComparison.Ordinal);
        // Who was not said to have agreed is asked nothing.
        using var other = await app.SignInAsync(TestTown.HubChief);
        await other.OpenAsync("/");
        Assert.DoesNotContain("電話での承認による閲覧者", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_opened_by_nobody_alone_while_the_office_is_open()
    {
        var (person, _) = await ProtectAsync("架守 十子", "0398765440");
        WaitUntil(new(10, 0));
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var refused = await api.PostAsync($"/api/v1/people/{person}/protection/readers/by-telephone",
            new { approver = (await AccountAsync(TestTown.DeskChief)).ToString(), purpose = "急ぎ", reason = "係長が席を外している" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.Equal("OfficeIsOpen", refused!["refusals"]![0]!["code"]!.ToString());
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/people/{person}/protection");
        Assert.DoesNotContain("電話で承認を得て閲覧する", desk.Text, StringComparison.Ordinal);
        Assert.Contains("係長・課長（架空 窓口係長）に閲覧者に決めてもらってください", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_sealed_with_a_key_only_the_program_may_read_and_for_one_person_only()
    {
        var (person, _) = await ProtectAsync("架守 八子", "0398765438");
        var (other, _) = await ProtectAsync("架守 九子", "0398765439");
        var key = new FileInfo(Path.Combine(app.Database.Data.FullName, "keys", "location.key"));
        Assert.Equal(32, key.Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, key.UnixFileMode);
        await ExecuteAsync(app.Database.Owner, $"update protected_location set person_id = '{other}' where person_id = '{person}'");
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        await NameAsync(chief, other, await AccountAsync(TestTown.Desk2));
        using var reader = await app.SignInAsync(TestTown.Desk2);
        await reader.OpenAsync($"/people/{other}/protection");
        await reader.SubmitAsync(reader.FormWithButton("表示する"), ("Input.Purpose", "訪問"));
        Assert.Equal(HttpStatusCode.InternalServerError, reader.Status);
        Assert.DoesNotContain(Canaries("架守 八子", "")[0], reader.Text, StringComparison.Ordinal);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string[] Canaries(string name, string digits) =>
        [.. new[] { $"カナリア台{name[^2..]}番地", digits, digits.Length == 10 ? $"{digits[..2]}-{digits[2..6]}-{digits[6..]}" : "" }.Where(c => c.Length > 0)];

    /// <summary>A person who called about themselves, with an address and a telephone number that are nobody else's.</summary>
    private async Task<(Id<Person> Person, Id<Consultation> Consultation)> ReceiveAsync(string name, string digits)
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/consultations/new");
        var canaries = Canaries(name, digits);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.OwnWords", "夫から逃げている"), ("Input.VisitorName", name),
            ("Input.VisitorRelation", "self"), ("Input.VisitorContact", canaries[2]), ("Input.PersonAddress", canaries[0]));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        Assert.True(Id<Consultation>.TryParse(desk.Url.AbsolutePath.Split('/')[^1], null, out var consultation));
        await using var db = app.Database.OpenAsOwner();
        return (await db.Set<ConsultationPerson>().IgnoreQueryFilters().Where(p => p.ConsultationId == consultation).Select(p => p.PersonId).FirstAsync(), consultation);
    }

    /// <summary>The person's household, with a tie of theirs that tells a place.</summary>
    private async Task<string> TieAsync(Id<Person> person, string contact, string what)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var household = (await desk.PostAsync("/api/v1/households", new { person = person.ToString() }))!["id"]!.ToString();
        await desk.PostAsync($"/api/v1/people/{person}/ties", new { contact, kind = "place", what });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        return household;
    }

    private async Task<(Id<Person> Person, Id<Consultation> Consultation)> ProtectAsync(string name, string digits)
    {
        var received = await ReceiveAsync(name, digits);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync($"/api/v1/people/{received.Person}/protection", await MeasureAsync());
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        return received;
    }

    private async Task<object> MeasureAsync() => new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = await DayAsync(200) };

    private async Task NameAsync(TestApi chief, Id<Person> person, Id<Account> reader) => await chief.PostAsync($"/api/v1/people/{person}/protection/readers",
        new { account = reader.ToString(), purpose = "同行支援", reason = "担当のため", until = await DayAsync(7) });

    /// <summary>Moves the clock on to this hour of the next weekday that is no holiday.</summary>
    private void WaitUntil(TimeOnly hour)
    {
        var now = app.Services.GetRequiredService<JapanTime>();
        var day = now.Today.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || NationalHolidays.Include(day) || day.Month is 12 or 1) day = day.AddDays(1);
        app.Wait(JapanTime.At(day, hour) - now.Now);
    }

    private Task<string> DayAsync(int days) => Task.FromResult(
        app.Services.GetRequiredService<JapanTime>().Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private async Task CorrectAddressAsync(Id<Person> id, string old)
    {
        await using var db = app.Database.OpenAsOwner();
        var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == id);
        var now = app.Services.GetRequiredService<JapanTime>();
        var stamp = new Stamp(await AccountAsync(TestTown.Desk), TestOrganisations.Id(TestOrganisations.Desk), now.Now);
        Assert.True(person.Correct(person.Details with { Location = person.Location with { Stay = old } }, "聞き取り", now.Today, stamp).IsDone);
        Assert.True(person.Correct(person.Details with { Location = person.Location with { Stay = null } }, "転居", now.Today, stamp).IsDone);
        await db.SaveAsync(new WorkContext(stamp, Permission.WritePerson), CancellationToken.None);
    }

    private async Task<Id<Account>> AccountAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Accounts.SingleAsync(a => a.Login == login)).Id;
    }

    /// <summary>Every table of which some row, as text with all its columns, holds a canary.</summary>
    private async Task<List<string>> TablesWithAsync(string[] canaries)
    {
        await using var connection = new NpgsqlConnection(app.Database.Owner);
        await connection.OpenAsync();
        List<string> tables = [], found = [];
        await using (var list = new NpgsqlCommand("select quote_ident(tablename) from pg_tables where schemaname = 'public' order by 1", connection))
        await using (var reader = await list.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        Assert.True(tables.Count > 20);
        foreach (var table in tables)
        {
#pragma warning disable CA2100 // Names from the catalogue.
            await using var scan = new NpgsqlCommand($"select exists (select 1 from {table} t where t::text like any (@canaries))", connection);
#pragma warning restore CA2100
            scan.Parameters.AddWithValue("canaries", canaries.Select(c => $"%{c}%").ToArray());
            if ((bool)(await scan.ExecuteScalarAsync())!) found.Add(table);
        }
        return found;
    }

#pragma warning disable CA2100 // Statements of the test itself.
    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        object? last = null;
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync()) last = reader.GetValue(0);
        }
        while (await reader.NextResultAsync());
        return last;
    }
#pragma warning restore CA2100

    private sealed class LogBook : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
        public void Dispose() { }
    }
}
