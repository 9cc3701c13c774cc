using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>What was said, and that it was said at all, reaches nobody who was not named (rules §2; R-04, R-05).</summary>
public sealed class Sealed_information_stays_sealed(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Outsiders =
    [
        TestTown.DeskChief, TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.AreaManager, TestTown.Privacy, TestTown.Auditor,
        TestTown.Administrator, TestTown.Policy,
    ];

    private static readonly string[] Sealed =
    [
        "matter", "matter_paper", "matter_notice", "matter_participant", "matter_explanation", "matter_naming", "matter_session", "matter_seat", "matter_agenda", "matter_item",
        "matter_item_naming", "matter_request", "matter_sheet", "matter_information", "matter_information_correction", "matter_own_knowledge",
        "matter_watch", "matter_decision", "matter_outcome", "matter_direction", "matter_minutes_correction", "matter_copy", "matter_way_out",
    ];

    [Fact]
    public async Task To_everybody_not_named_the_matter_is_absent_by_api()
    {
        using var story = await SupportStory.HeldAsync(app);
        foreach (var login in Outsiders.Append(TestTown.Desk))
        {
            var client = await story.AsAsync(login);
            var denied = await client.GetAsync(story.Base);
            var status = client.Status;
            var absent = await client.GetAsync("/api/v1/support-conferences/01990000-0000-7000-8000-000000000001");
            Assert.Equal(client.Status, status);
            Assert.Equal(absent?.ToString(), denied?.ToString());
            Assert.NotEqual(HttpStatusCode.OK, status);
            foreach (var path in new[] { "leaving", "minutes", "ways-out/law", "requests/declined", "chair", "secretary" })
            {
                await client.PostAsync($"{story.Base}/{path}", new { });
                var onIt = client.Status;
                await client.PostAsync($"/api/v1/support-conferences/01990000-0000-7000-8000-000000000001/{path}", new { });
                Assert.Equal(client.Status, onIt);
            }
            if (login == TestTown.Desk) continue;
            Assert.DoesNotContain(SupportStory.Canary, SupportStory.Plain(denied), StringComparison.Ordinal);
            foreach (var path in new[] { "/api/v1/support-conferences", "/api/v1/work-orders" })
                Assert.DoesNotContain(SupportStory.Canary, SupportStory.Plain(await client.GetAsync(path)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_everybody_not_named_the_matter_is_absent_on_every_page()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.FixAsync();
        var page = $"/conferences/support/{story.Matter}";
        foreach (var login in Outsiders.Append(TestTown.Desk))
        {
            using var browser = await app.SignInAsync(login);
            foreach (var path in new[] { "", "/members", "/requests", "/hold", "/minutes/1", "/ways-out", "/copies", "/copies/1" })
            {
                await browser.OpenAsync(page + path);
                var (status, text) = (browser.Status, browser.Text);
                await browser.OpenAsync($"/conferences/support/01990000-0000-7000-8000-000000000001{path}");
                Assert.Equal(browser.Status, status);
                Assert.Equal(browser.Text, text);
            }
            foreach (var path in login == TestTown.Desk ? ["/work-orders", "/"] : new[] { "/conferences/support", "/work-orders", "/" })
                Assert.DoesNotContain(SupportStory.Canary, (await browser.OpenAsync(path)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Row_security_shows_the_programs_role_only_what_the_account_may_read()
    {
        using var story = await SupportStory.HeldAsync(app);
        foreach (var login in Outsiders)
            foreach (var table in Sealed)
                Assert.Equal(0, await CountAsync(story, login, table));
        Assert.True(await CountAsync(story, TestTown.Chair, "matter_information") == 2);
        Assert.Equal(1, await CountAsync(story, TestTown.OtherDesk, "matter_information"));
        Assert.Equal(1, await CountAsync(story, TestTown.Desk2, "matter_information"));
        Assert.Equal(0, await CountAsync(story, TestTown.Desk2, "matter_decision"));
        Assert.Equal(1, await CountAsync(story, TestTown.OtherDesk, "matter_direction"));
        Assert.Equal(0, await CountAsync(story, TestTown.Desk2, "matter_direction"));
        Assert.Equal(0, await CountAsync(story, TestTown.Desk2, "matter_paper"));
        // The proposer sees their own paper and nothing that came of it.
        Assert.Equal(1, await CountAsync(story, TestTown.Desk, "matter_paper"));
        Assert.Equal(0, await CountAsync(story, TestTown.Desk, "matter_session"));
        // Nobody at all: no account, no rows.
        Assert.Equal(0, await CountAsync(story, null, "matter"));
    }

    [Fact]
    public async Task The_count_finds_a_table_whose_row_security_was_forgotten()
    {
        using var story = await SupportStory.HeldAsync(app);
        await using var db = app.Database.OpenAsOwner();
        await db.Database.ExecuteSqlRawAsync("alter table matter_information disable row level security");
        var leaked = await CountAsync(story, TestTown.Auditor, "matter_information");
        await db.Database.ExecuteSqlRawAsync("alter table matter_information enable row level security");
        Assert.Equal(2, leaked);
    }

    [Fact]
    public async Task Row_security_and_the_domain_tell_the_same_rule()
    {
        using var story = await SupportStory.HeldAsync(app);
        await using var db = app.Database.OpenAsOwner();
        var matter = await db.Matters.IgnoreQueryFilters().AsSplitQuery()
            .Include(m => m.Participants).Include(m => m.Explanations).Include(m => m.Namings)
            .Include(m => m.Sessions).ThenInclude(s => s.Agenda).Include(m => m.Items).ThenInclude(i => i.Named).Include(m => m.Information)
            .SingleAsync(m => m.Id == story.MatterId);
        var now = JapanTime.StartOf(story.Today.AddDays(1));
        foreach (var login in new[] { TestTown.Chair, TestTown.Secretary, TestTown.OtherDesk, TestTown.Desk2, TestTown.Desk, TestTown.Hub })
        {
            var reading = MatterAccess.Read(matter, story.AccountOf(login), now);
            Assert.Equal(matter.Information.Count(i => reading.ReadsItem(i.SessionNumber, i.ItemId)), await CountAsync(story, login, "matter_information"));
            Assert.Equal(matter.Sessions.SelectMany(s => s.Agenda).Count(a => reading.ReadsItem(a.SessionNumber, a.ItemId)), await CountAsync(story, login, "matter_agenda"));
        }
    }

    [Fact]
    public async Task The_program_cannot_write_over_what_was_said_or_fixed()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.FixAsync();
        await RefusedAsync(story, "update matter_information set text = 'x'", "42501");
        await RefusedAsync(story, "delete from matter_decision", "42501");
        await RefusedAsync(story, "update matter_agenda set discussion = 'x'", "23514");
        await RefusedAsync(story, "update matter_direction set direction = 'x'", "23514");
        await RefusedAsync(story, "update matter_session set next_date = null, fixed_at = null", "23514");
    }

    [Fact]
    public async Task The_audit_hides_the_matter_from_its_readers_and_no_line_names_both_sides_of_a_work_order()
    {
        using var story = await SupportStory.HeldAsync(app);
        foreach (var login in new[] { TestTown.Auditor, TestTown.Privacy, TestTown.Desk })
            Assert.Equal(0, await ScalarAsync(story, login, $"select count(*) from audit_entry where root_kind = 'Matter' and root_id = '{story.Matter}'"));
        Assert.True(await ScalarAsync(story, TestTown.Chair, $"select count(*) from audit_entry where root_kind = 'Matter' and root_id = '{story.Matter}'") > 0);
        Assert.Equal(0, await ScalarAsync(story, TestTown.Auditor, $"select count(*) from audit_entry where payload::text like '%{story.Matter}%'"));
        await using var db = app.Database.OpenAsOwner();
        var lines = await db.AuditEntries.IgnoreQueryFilters().Select(e => e.Payload).ToListAsync();
        Assert.DoesNotContain(lines, l => l.Contains(SupportStory.Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_named_reader_sees_their_part_and_no_more_so_the_canaries_can_sing()
    {
        using var story = await SupportStory.HeldAsync(app);
        var whole = SupportStory.Plain(await story.SeeAsync(TestTown.OtherDesk));
        Assert.Contains(SupportStory.Canary + "情報一", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(SupportStory.Canary + "情報二", whole, StringComparison.Ordinal);
        Assert.DoesNotContain(SupportStory.Canary + "秘項目", whole, StringComparison.Ordinal);
        var part = SupportStory.Plain(await story.SeeAsync(TestTown.Desk2));
        Assert.Contains(SupportStory.Canary + "情報二", part, StringComparison.Ordinal);
        foreach (var closed in new[] { "件名", "内容", "情報一", "話し合い", "決定", "合図", "方向性", "緊急時" })
            Assert.DoesNotContain(SupportStory.Canary + closed, part, StringComparison.Ordinal);
        using var browser = await app.SignInAsync(TestTown.Desk2);
        foreach (var path in new[] { "", "/requests", "/hold", "/ways-out" })
        {
            await browser.OpenAsync($"/conferences/support/{story.Matter}{path}");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            foreach (var closed in new[] { "件名", "内容", "情報一", "話し合い", "決定", "合図", "方向性", "緊急時" })
                Assert.DoesNotContain(SupportStory.Canary + closed, browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_outside_the_sealed_tables_leads_back_to_a_matter()
    {
        await using var db = app.Database.OpenAsOwner();
        var columns = await db.Database.SqlQueryRaw<string>(
            "select column_name as \"Value\" from information_schema.columns where table_name in ('work_order', 'work_order_answer')").ToListAsync();
        Assert.DoesNotContain(columns, c => c.Contains("matter", StringComparison.Ordinal) || c.Contains("item", StringComparison.Ordinal) || c.Contains("way", StringComparison.Ordinal));
    }

    private Task<long> CountAsync(SupportStory story, string? login, string table) => ScalarAsync(story, login,
        $"select count(*) from {table} where {(table == "matter" ? "id" : "matter_id")} = '{story.Matter}'");

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Written above, no input.")]
    private async Task<long> ScalarAsync(SupportStory story, string? login, string sql)
    {
        await using var connection = new NpgsqlConnection(app.Database.Program);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await EnterAsync(connection, story, login);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Written above, no input.")]
    private async Task RefusedAsync(SupportStory story, string sql, string state)
    {
        await using var connection = new NpgsqlConnection(app.Database.Program);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await EnterAsync(connection, story, TestTown.Chair);
        await using var command = new NpgsqlCommand($"{sql} where matter_id = '{story.Matter}'", connection);
        Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    private static async Task EnterAsync(NpgsqlConnection connection, SupportStory story, string? login)
    {
        await using var enter = new NpgsqlCommand("select set_config('tsunagi.account', @account, true), set_config('tsunagi.now', @now, true)", connection);
        enter.Parameters.AddWithValue("account", login is null ? "" : story.AccountOf(login).ToString());
        enter.Parameters.AddWithValue("now", JapanTime.StartOf(story.Today.AddDays(1)).UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await enter.ExecuteNonQueryAsync();
    }
}
