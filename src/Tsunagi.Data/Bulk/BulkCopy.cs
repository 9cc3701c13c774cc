using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Tsunagi.Data.Search;

namespace Tsunagi.Data.Bulk;

/// <summary>
/// Writes what is new in a context by COPY instead of an INSERT each. Tables, columns and conversions are the model's own, so the
/// rows are those a save would have written, and every constraint and trigger of the database sees them.
/// </summary>
public sealed class BulkCopy(AppDb db)
{
    private readonly Dictionary<ITable, CopiedTable> tables = [];

    /// <summary>Copies every new entity and forgets it. The connection must be the owner's: COPY does not go through row-level security.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        PersonIndex.Write(db);
        // An owned value in its owner's table completes the owner's row, so owners come first.
        foreach (var entry in db.ChangeTracker.Entries().OrderBy(e => e.Metadata.IsOwned()))
        {
            if (entry.State != EntityState.Added) throw new InvalidOperationException($"Only what is new can be copied: {entry}");
            TableOf(entry.Metadata).Take(entry);
        }
        await db.Database.OpenConnectionAsync(ct);
        var written = 0;
        foreach (var table in InOrder([.. tables.Values.Where(t => t.HasRows)]))
            written += await table.CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), ct);
        await db.Database.CloseConnectionAsync();
        db.ChangeTracker.Clear();
        return written;
    }

    private CopiedTable TableOf(IEntityType entity)
    {
        var table = entity.GetTableMappings().Single().Table;
        if (!tables.TryGetValue(table, out var copied)) tables.Add(table, copied = new(table));
        return copied;
    }

    // What is pointed at comes before what points at it; a table may point at itself.
    private static List<CopiedTable> InOrder(List<CopiedTable> waiting)
    {
        List<CopiedTable> ordered = [];
        while (waiting.Count > 0)
        {
            var names = waiting.Select(t => t.Table).ToHashSet();
            var next = waiting.First(t => t.Table.ForeignKeyConstraints.All(k => k.PrincipalTable == t.Table || !names.Contains(k.PrincipalTable)));
            ordered.Add(next);
            waiting.Remove(next);
        }
        return ordered;
    }
}

/// <summary>The rows of one table that wait to be copied.</summary>
sealed class CopiedTable
{
    private readonly List<IColumn> columns;
    private readonly Dictionary<IEntityType, List<(IProperty Property, int At)>> properties = [];
    private readonly List<object?[]> rows = [];
    private readonly Dictionary<object, object?[]> byKey = [];
    private readonly bool isShared;

    public CopiedTable(ITable table)
    {
        Table = table;
        columns = [.. table.Columns.Where(c => c.PropertyMappings.All(m => m.Property.ValueGenerated == ValueGenerated.Never))];
        isShared = table.EntityTypeMappings.Count() > 1;
    }

    public ITable Table { get; }

    public bool HasRows => rows.Count > 0;

    public void Take(EntityEntry entry)
    {
        if (!properties.TryGetValue(entry.Metadata, out var known)) properties.Add(entry.Metadata, known = PropertiesOf(entry.Metadata));
        var row = RowOf(entry);
        var values = entry.CurrentValues;
        foreach (var (property, at) in known) row[at] = Stored(property, values[property]);
    }

    public async Task<int> CopyAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync($"copy \"{Table.Name}\" ({names}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value) await writer.WriteAsync(value, columns[i].StoreType, ct);
                else await writer.WriteNullAsync(ct);
            }
        }
        await writer.CompleteAsync(ct);
        var written = rows.Count;
        rows.Clear();
        byKey.Clear();
        return written;
    }

    private object?[] RowOf(EntityEntry entry)
    {
        var key = isShared ? entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue! : null;
        if (key is not null && byKey.TryGetValue(key, out var begun)) return begun;
        var row = new object?[columns.Count];
        rows.Add(row);
        if (key is not null) byKey.Add(key, row);
        return row;
    }

    private List<(IProperty, int)> PropertiesOf(IEntityType entity) =>
        [.. entity.GetFlattenedProperties().Select(p => (p, columns.IndexOf(Table.FindColumn(p)!))).Where(p => p.Item2 >= 0)];

    private static object? Stored(IProperty property, object? value)
    {
        var mapping = property.GetRelationalTypeMapping();
        var stored = mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
        // Lists of the model are arrays of the database, whatever kind of list they are in memory.
        return stored switch
        {
            IEnumerable<string> list => list.ToArray(),
            IEnumerable<int> list => list.ToArray(),
            IEnumerable<Guid> list => list.ToArray(),
            _ => stored,
        };
    }
}
