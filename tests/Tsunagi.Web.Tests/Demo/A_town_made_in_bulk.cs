using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Hosting.Auditing;
using Tsunagi.Web.Tests.Hosting;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Demo;

/// <summary>A town that is bulk for the most part, on a database of its own: its rows are as good as played ones.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of our own tables.")]
public sealed class A_town_made_in_bulk : IAsyncLifetime
{
    static readonly TownWish Wish = new(Persons: 1200, Seed: 3, Today: new DateOnly(2026, 11, 18), Played: 40);

    readonly TemporaryData data = new();
    PrivateCluster? cluster;

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster = await data.StartAsync();
        await using var db = OpenAsOwner();
        await Schema.MigrateAsync(db, Ending);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster is not null) await cluster.DisposeAsync();
        await data.DisposeAsync();
    }

    [Fact]
    public async Task Is_whole_seen_by_the_same_rules_opened_like_any_other_and_the_same_twice()
    {
        Assert.Empty((await MakeAsync()).Broken);
        await AskAsync("select seal_audit(1000000)");
        await IsWholeAsync();
        await IsSeenByTheSameRulesAsync();
        await IsOpenedAsync();

        var first = await ContentAsync();
        await using (var owner = OpenAsOwner()) await DemoData.EmptyAsync(owner, Ending);
        await MakeAsync();
        Assert.Equal(first, await ContentAsync());
    }

    async Task IsWholeAsync()
    {
        // What the constraints prove at every commit is proven for copied rows too; these they do not reach.
        Assert.Equal("0", await AskAsync("select count(*) from support_case c where (select count(*) from responsibility_period p where p.case_id = c.id and p.ends_at = 'infinity') <> (c.state <> 'Closed')::int"));
        Assert.Equal("0", await AskAsync("select count(*) from support_case c where not exists (select 1 from access_grant g where g.root_id = c.id)"));
        Assert.Equal("0", await AskAsync("select count(*) from support_case c where not exists (select 1 from audit_entry e where e.root_id = c.id and e.kind = 'CaseOpened')"));
        Assert.Equal("0", await AskAsync("select count(*) from person p where not exists (select 1 from audit_entry e where e.root_id = p.id and e.kind = 'PersonWritten') or not exists (select 1 from person_search s where s.person_id = p.id and s.subjects @> array[p.holder_id] and cardinality(s.terms) > 0)"));
        Assert.Equal("0", await AskAsync("select count(*) from case_number_counter n where n.last <> (select max(sequence) from support_case c where c.fiscal_year = n.fiscal_year)"));
        Assert.Equal("0", await AskAsync($"select count(*) from audit_entry where at >= '{Wish.Today:yyyy-MM-dd} 00:00+09'"));
        Assert.Equal("0", await AskAsync("select count(*) from handoff h where h.state = 'Accepted' and not exists (select 1 from support_case c where c.id = h.receiver_case_id and c.handoff_id = h.id)"));
        await using var connection = new NpgsqlConnection(cluster!.OwnerConnectionString);
        await connection.OpenAsync(Ending);
        var audit = await AuditChain.VerifyAsync(connection, DateTimeOffset.MinValue, Ending);
        Assert.True(audit is { BrokenAt: null, Checked: > 5000 }, audit.ToString());
    }

    async Task IsSeenByTheSameRulesAsync()
    {
        await using var db = OpenAsOwner();
        var (grants, all) = (await db.Grants.AsNoTracking().ToListAsync(Ending), await db.Cases.IgnoreQueryFilters().AsNoTracking().Select(c => c.Id).ToListAsync(Ending));
        var byRoot = grants.ToLookup(g => g.RootId);
        var now = JapanTime.StartOf(Wish.Today);
        foreach (var account in await db.Accounts.Include(a => a.Memberships).AsNoTracking().Where(a => a.Login.StartsWith("load.") || a.Login.StartsWith("demo.")).ToListAsync(Ending))
        {
            var actor = new Actor(account.Id, account.Memberships[0].OrganisationId, account.Memberships.Select(m => m.Role).ToHashSet());
            db.Scope = AccessScope.Of(actor, now);
            var listed = (await db.Cases.AsNoTracking().Select(c => c.Id).ToListAsync(Ending)).ToHashSet();
            Assert.True(listed.SetEquals(all.Where(id => AccessPolicy.Decide(actor, byRoot[id.Value], false, now).IsVisible)), account.Login);
        }
    }

    async Task IsOpenedAsync()
    {
        var clock = JapanTime.StartOf(Wish.Today) - TimeProvider.System.GetUtcNow();
        await using var app = TsunagiHost.Build(new ServeOptions { ConnectionString = cluster!.ProgramConnectionString, Data = data.Folder, Urls = "http://127.0.0.1:0", Demo = true, ClockOffset = clock });
        await app.StartAsync(Ending);
        using var browser = new TestBrowser(new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        await browser.OpenAsync("/sign-in");
        await browser.SubmitAsync(browser.Form("login", DemoAccounts.Desk), ("login", DemoAccounts.Desk));
        foreach (var path in new[]
        {
            "/", "/cases", "/handoffs", await PathAsync("cases", "support_case", "c.organisation_id"), await PathAsync("people", "person", "c.holder_id"), await PathAsync("consultations", "consultation", "c.organisation_id"),
        })
        {
            await browser.OpenAsync(path);
            Assert.True(browser.Status == System.Net.HttpStatusCode.OK, $"{path}: {browser.Status}");
        }
    }

    async Task<string> PathAsync(string path, string table, string organisation) =>
        $"/{path}/" + await AskAsync($"select c.id from {table} c join membership m on m.organisation_id = {organisation} join account a on a.id = m.account_id where a.login = '{DemoAccounts.Desk}' order by c.id desc limit 1");

    async Task<TownMade> MakeAsync()
    {
        await using var owner = OpenAsOwner();
        var profile = ProfileReader.Read(ProfileFolder.Find("setagaya")).Required();
        return await FoundTown.RunAsync(
            owner, new ServeOptions { ConnectionString = cluster!.ProgramConnectionString, Data = data.Folder, Demo = true }, profile, Wish, null, Ending);
    }

    async Task<string> ContentAsync() => string.Join("\n", await Task.WhenAll(
        new[] { "person", "household_member", "consultation", "support_case", "worker_assignment", "note_paragraph", "case_task", "assessment_version", "handoff", "access_grant" }
            .Select(t => AskAsync($"select '{t} ' || md5(string_agg(t::text, '|' order by t::text)) from {t} t"))));

    async Task<string> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(cluster!.OwnerConnectionString);
        await connection.OpenAsync(Ending);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(Ending), System.Globalization.CultureInfo.InvariantCulture) switch { "True" => "t", "False" => "f", var text => text ?? "" };
    }

    AppDb OpenAsOwner() => AppDb.Open(cluster!.OwnerConnectionString);
}
