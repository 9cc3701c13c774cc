using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tsunagi.Data;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Lists;

/// <summary>
/// The town of the access matrix, in which every record was played through the API; and then several of each, copied in the
/// database with the guards of the tables taken away – for who sees them, only their ids matter.
/// </summary>
public sealed class ListApp(TestCluster cluster) : TestApp(cluster)
{
    private const int Copies = 6;
    private readonly Random random = new(1);
    private readonly IdSource ids = IdSource.Seeded(new FixedClock(new(2026, 4, 3, 0, 0, 0, TimeSpan.Zero)), new Random(4));

    /// <summary>Every row of every protected table.</summary>
    internal List<Listed> Rows { get; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await MatrixWorld.PlayAsync(this);
        await using var db = Database.OpenAsOwner();
        var types = ListedTypes.Of(db);
        await DisarmAsync(db, types);
        Dictionary<RootKind, List<Guid>> roots = [];
        foreach (var type in types.OrderBy(t => t.ClrType.Name != nameof(RootKind.Case)))
            if (await SampleAsync(db, type) is { Parent: "Id" } sample) roots[sample.Root.Kind] = await CopyAsync(db, type, sample, roots);
        foreach (var type in types)
            if (await SampleAsync(db, type) is { Parent: not "Id" } sample) await CopyAsync(db, type, sample, roots);
        foreach (var type in types) Rows.AddRange(await ListedTypes.RowsAsync(db, type, pastTheFilter: true));
    }

    private readonly Dictionary<int, ListWorld> worlds = [];

    /// <summary>The random world of a seed; the same for all who ask.</summary>
    internal async Task<ListWorld> WorldAsync(AppDb db, int seed) =>
        worlds.TryGetValue(seed, out var world) ? world : worlds[seed] = await ListWorld.MakeAsync(db, Rows, seed);

    private static async Task<Listed?> SampleAsync(AppDb db, IEntityType type) => (await ListedTypes.RowsAsync(db, type, pastTheFilter: true)).FirstOrDefault();

    /// <summary>Triggers, unique indexes and exclusion constraints would not let a row be there twice.</summary>
    private static async Task DisarmAsync(AppDb db, IEnumerable<IEntityType> types)
    {
        foreach (var table in types.Select(t => t.GetTableName()).Distinct())
        {
            await DoAsync(db, $"""
                do $$ declare found record; begin
                  execute 'alter table {table} disable trigger user';
                  for found in select conname from pg_constraint where conrelid = '{table}'::regclass and contype in ('u', 'x', 'c') loop
                    execute format('alter table {table} drop constraint %I cascade', found.conname);
                  end loop;
                  for found in select indexrelid::regclass as name from pg_index where indrelid = '{table}'::regclass and indisunique and not indisprimary loop
                    execute 'drop index ' || found.name;
                  end loop;
                end $$
                """);
        }
    }

    private async Task<List<Guid>> CopyAsync(AppDb db, IEntityType type, Listed sample, Dictionary<RootKind, List<Guid>> roots)
    {
        var (table, store) = (type.GetTableName()!, StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value);
        var parent = type.FindProperty(sample.Parent)!.GetColumnName(store)!;
        var columns = string.Join(", ", await NamesAsync(db, $"select quote_ident(attname) as \"Value\" from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"));
        var hasCase = sample.Case is not null;
        List<Guid> copies = [sample.Root.Id];
        for (var i = 0; i < Copies; i++)
        {
            var id = ids.Next<Aggregate>().Value;
            Dictionary<string, Guid> changed = new() { ["id"] = id };
            if (sample.Parent == "AttachmentId") changed[parent] = await db.Attachments.IgnoreQueryFilters().OrderBy(a => a.Id).Skip(i + 1).Select(a => a.Id.Value).FirstAsync();
            else if (sample.Parent != "Id") changed[parent] = Pick(roots[sample.Root.Kind]);
            if (sample.Second is not null) changed["second_id"] = Pick(roots[RootKind.Person]);
            if (hasCase) changed["case_id"] = Pick(roots[RootKind.Case]);
            await DoAsync(db, $"insert into {table} ({columns}) select {string.Join(", ", columns.Split(", ").Select(c => $"r.{c}"))} from (select * from {table} limit 1) s, "
                + $"jsonb_populate_record(null::{table}, to_jsonb(s) || '{System.Text.Json.JsonSerializer.Serialize(changed)}') r on conflict do nothing");
            copies.Add(id);
        }
        return copies;
    }

    private T Pick<T>(List<T> items) => items[random.Next(items.Count)];

    private static async Task<List<string>> NamesAsync(AppDb db, string sql) => await db.Database.SqlQueryRaw<string>(sql).ToListAsync();

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "EF1002", Justification = "Names of the model's tables, no input.")]
    private static async Task DoAsync(AppDb db, string sql) => await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
}
