using System.Diagnostics;
using Tsunagi.Linkage.Blocking;
using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Scoring;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Bench.Linkage;

/// <summary>Our own blocking, comparing and scoring.</summary>
sealed class Engine : ISide
{
    private RecordTable table = new RecordTableBuilder([]).Build();
    private FieldSet set = new([], []);
    private PairWeights? weights;
    private BlockingRule[] rules = [];
    private (List<ScoredPair> Pairs, long Compared) last;

    public string Name => "Tsunagi";

    public Task<Cost> LoadAsync(string path, int count) => Timed(() =>
    {
        table = Read(path);
        set = new([.. Plan.Fields.Select(FieldOf)], []);
        rules = [.. Plan.Rules.Select(columns => new BlockingRule([.. columns.Select(KeyOf)]))];
        weights = new(set, Learned(), persons: 1);
    });

    public Task<Cost> ScoreAsync() => Timed(() =>
    {
        var blocks = rules.AsParallel().AsOrdered().Select(rule => new Blocks(rule, table.Count, int.MaxValue)).ToList();
        last = new Scan(table, set).Score(blocks, weights!, Plan.Least);
    });

    public Task<long> PairsAsync() => Task.FromResult(last.Compared);

    public Task<Checksum> ChecksumAsync() => Task.FromResult(new Checksum(
        last.Pairs.Count,
        last.Pairs.Sum(Mixed),
        last.Pairs.Sum(p => Mixed(p) * (long)MathF.Floor(p.Weight.Match * 4096) % 1_000_003)));

    /// <summary>What each level of a field weighs, from "same" on.</summary>
    public IReadOnlyList<float> WeightsOf(int slot)
    {
        var known = Array.FindIndex(set.Fields[slot].Codes, code => code >= 0);
        var levels = new byte[set.SlotCount];
        return [.. Enumerable.Range(1, set.LevelCount(slot) - 1).Select(level =>
        {
            levels[slot] = (byte)level;
            return weights!.WeightOf(known, known, slot, levels);
        })];
    }

    private static long Mixed(ScoredPair pair) => (pair.Left * 31L + pair.Right * 17L) % 1_000_003;

    private static RecordTable Read(string path)
    {
        var records = new CsvReader(new StreamReader(path));
        records.Read();
        var builder = new RecordTableBuilder(PreparedRecords.Columns);
        while (records.Read())
        {
            builder.Add(records.Field(0).ToString());
            for (var column = 1; column < records.FieldCount; column++) builder.Set(column, records.Field(column));
        }
        return builder.Build();
    }

    private Column ColumnOf(string name) => table.Columns[Array.IndexOf(PreparedRecords.Columns, name)];

    private Field FieldOf(Compared field)
    {
        var column = ColumnOf(field.Column);
        return new(field.Column, FieldScope.Person, field.IsDate ? new DateLevels(column.Texts) : new EditLevels(column.Texts, field.Edits), column.CodeArray);
    }

    private BlockingKey KeyOf(string column) => new(Array.FindIndex(Plan.Fields, f => f.Column == column), "same", true, ColumnOf(column).CodeArray);

    private Probabilities Learned()
    {
        var fixedOnes = new Probabilities(set);
        for (var slot = 0; slot < Plan.Fields.Length; slot++)
        {
            Plan.Fields[slot].M.CopyTo(fixedOnes.M[slot], 1);
            Plan.Fields[slot].U.CopyTo(fixedOnes.U[slot], 1);
        }
        return fixedOnes;
    }

    private static Task<Cost> Timed(Action act)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        act();
        var wall = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return Task.FromResult(new Cost(wall, (process.TotalProcessorTime - before).TotalSeconds));
    }
}
