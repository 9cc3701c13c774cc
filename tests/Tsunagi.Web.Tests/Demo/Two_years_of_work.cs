using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Hosting.Auditing;
using Tsunagi.Web.Tests.Hosting;

namespace Tsunagi.Web.Tests.Demo;

/// <summary>The demonstration's town, made on a database of its own: small, but with every story in it.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of our own tables.")]
public sealed class Two_years_of_work : IAsyncLifetime
{
    static readonly TownWish Wish = new(Persons: 400, Seed: 7, Today: new DateOnly(2026, 11, 18));

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
    public async Task Reach_every_state_keep_the_audit_whole_and_come_about_the_same_twice()
    {
        var made = await MakeAsync();

        Assert.Equal("", string.Join("\n", made.Broken));
        Assert.Empty(await StatesMissingAsync());
        Assert.Equal("0", await AskAsync("select count(*) from audit_entry where kind = 'Refused'"));
        Assert.Equal("0", await AskAsync($"select count(*) from audit_entry where at >= '{Wish.Today:yyyy-MM-dd} 00:00+09'"));
        await AskAsync("select seal_audit(1000000)");
        var audit = await VerifyAsync();
        Assert.Null(audit.BrokenAt);
        Assert.True(audit.Checked > 3000);
        var first = await ContentAsync();

        await using (var owner = OpenAsOwner())
        {
            Assert.Equal(DemoState.Demo, await DemoData.StateAsync(owner, Ending));
            await DemoData.EmptyAsync(owner, Ending);
            Assert.Equal(DemoState.Empty, await DemoData.StateAsync(owner, Ending));
        }

        await MakeAsync();
        Assert.Equal(first, await ContentAsync());
    }

    async Task<TownMade> MakeAsync()
    {
        await using var owner = OpenAsOwner();
        var profile = ProfileReader.Read(ProfileFolder.Find("setagaya")).Required();
        return await FoundTown.RunAsync(
            owner, new ServeOptions { ConnectionString = cluster!.ProgramConnectionString, Data = data.Folder, Demo = true }, profile, Wish, null, Ending);
    }

    /// <summary>The states of every machine that no record is in.</summary>
    async Task<List<string>> StatesMissingAsync()
    {
        List<string> missing = [];
        foreach (var machine in StateMachines.All)
        {
            var found = (await AskAsync($"select coalesce(string_agg(distinct state, ' '), '') from {TableOf(machine.Name)}")).Split(' ');
            var all = machine.Initial.Concat(machine.Transitions.SelectMany(t => new[] { t.From, t.To })).Distinct();
            missing.AddRange(all.Except(found).Select(state => $"{machine.Name}.{state}"));
        }
        return missing;
    }

    static string TableOf(string machine) => machine == "Case" ? "support_case"
        : string.Concat(machine.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>
    /// Everything but the audit (whose lines carry transaction numbers), the settings, and the sealed places (whose nonces must
    /// never come twice), as one digest per table.
    /// </summary>
    async Task<string> ContentAsync()
    {
        var tables = (await AskAsync("""
            select string_agg(tablename, ' ' order by tablename) from pg_tables
            where schemaname = 'public' and tablename not like 'audit%' and tablename not in ('setting', '__EFMigrationsHistory', 'protected_location')
            """)).Split(' ');
        List<string> content = [];
        foreach (var table in tables)
            content.Add($"{table} {await AskAsync($"select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t")}");
        return string.Join('\n', content);
    }

    async Task<AuditFinding> VerifyAsync()
    {
        await using var connection = new NpgsqlConnection(cluster!.OwnerConnectionString);
        await connection.OpenAsync(Ending);
        return await AuditChain.VerifyAsync(connection, DateTimeOffset.UnixEpoch, Ending);
    }

    Task<string> AskAsync(string sql) => TemporaryData.AskAsync(cluster!.OwnerConnectionString, sql);

    AppDb OpenAsOwner() => AppDb.Open(cluster!.OwnerConnectionString);
}
