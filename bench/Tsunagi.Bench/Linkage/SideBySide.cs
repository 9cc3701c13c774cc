using System.Globalization;

namespace Tsunagi.Bench.Linkage;

/// <summary>Our engine, DuckDB and PostgreSQL at the same pairs of the same records.</summary>
static class SideBySide
{
    private const int Times = 3;

    public static async Task RunAsync(DirectoryInfo folder, int persons)
    {
        var (raw, prepared) = (Path.Combine(folder.FullName, "records.csv"), Path.Combine(folder.FullName, "prepared.csv"));
        PreparedRecords.Generate(raw, persons);
        var count = PreparedRecords.Prepare(raw, prepared);
        var engine = new Engine();
        await LoadAsync(engine, prepared, count);
        using var duck = new DuckDb(Path.Combine(folder.FullName, "duckdb"), engine.WeightsOf);
        await using var postgres = await Postgres.StartAsync(Path.Combine(folder.FullName, "postgres"), engine.WeightsOf);
        await LoadAsync(duck, prepared, count);
        await LoadAsync(postgres, prepared, count);
        ISide[] sides = [engine, duck, postgres];
        var costs = sides.ToDictionary(side => side, _ => new List<Cost>());
        for (var time = 0; time < Times; time++)
        {
            foreach (var side in sides)
            {
                costs[side].Add(await side.ScoreAsync());
                Say($"{side.Name}: {costs[side][^1].Wall:0.00} s, processor {costs[side][^1].Processor:0.00} s, load average {Machine.Load}");
            }
        }
        await SameAsync(sides, count);
        Table(sides, costs);
    }

    private static async Task LoadAsync(ISide side, string path, int count)
    {
        var cost = await side.LoadAsync(path, count);
        Say($"{side.Name}: read in {cost.Wall:0.0} s");
    }

    private static async Task SameAsync(ISide[] sides, int count)
    {
        List<(long Pairs, Checksum Sum)> all = [];
        foreach (var side in sides) all.Add((await side.PairsAsync(), await side.ChecksumAsync()));
        foreach (var (side, (pairs, sum)) in sides.Zip(all)) Say($"{side.Name}: {pairs} pairs, {sum.Kept} kept, checksums {sum.Indexes} and {sum.Bound}");
        if (all.Distinct().Count() > 1) throw new InvalidOperationException("They do not come to the same pairs and weights.");
        Say($"{count} records, the same {all[0].Pairs} pairs and weights everywhere");
    }

    private static void Table(ISide[] sides, Dictionary<ISide, List<Cost>> costs)
    {
        double Of(ISide side, Func<Cost, double> what, int rank) => costs[side].Select(what).Order().ElementAt(rank);
        Say($"\n| | best s | median s | processor, best s | median, times ours | processor, times ours |\n|---|---|---|---|---|---|");
        foreach (var side in sides)
        {
            var (best, median, processor) = (Of(side, c => c.Wall, 0), Of(side, c => c.Wall, Times / 2), Of(side, c => c.Processor, 0));
            Say($"| {side.Name} | {best:0.00} | {median:0.00} | {processor:0.00} | {median / Of(sides[0], c => c.Wall, Times / 2):0.0} | {processor / Of(sides[0], c => c.Processor, 0):0.0} |");
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
