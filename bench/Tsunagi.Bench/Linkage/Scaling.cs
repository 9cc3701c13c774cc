using System.Diagnostics;
using System.Globalization;

namespace Tsunagi.Bench.Linkage;

/// <summary>What linking so many records from file to file cost.</summary>
readonly record struct Measured(int Records, double Wall, double Processor, double Megabytes, string Load);

/// <summary>The whole program at ever more records.</summary>
static class Scaling
{
    // About 1.17 records for each person.
    private static readonly int[] Persons = [8_550, 25_600, 85_400, 256_000, 853_500];

    public static void Run(DirectoryInfo folder)
    {
        List<Measured> all = [];
        Console.WriteLine("| records | wall s | processor s | peak MB | load average |\n|---|---|---|---|---|");
        foreach (var persons in Persons)
        {
            var one = Measure(folder.FullName, persons);
            all.Add(one);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one.Records:N0} | {one.Wall:0.0} | {one.Processor:0.0} | {one.Megabytes:0} | {one.Load} |"));
        }
        File.WriteAllText(Path.Combine("docs", "linkage-scaling.svg"), ScalingPlot.Of(all));
    }

    private static Measured Measure(string folder, int persons)
    {
        var (records, pairs, figures) = (Path.Combine(folder, "records.csv"), Path.Combine(folder, "pairs.csv"), Path.Combine(folder, "figures"));
        PreparedRecords.Generate(records, persons);
        using var linking = Process.Start(new ProcessStartInfo("/usr/bin/time",
            ["-f", "%e %U %S %M", "-o", figures, "dotnet", Path.Combine(AppContext.BaseDirectory, "tsunagi.dll"), "link", records, "--out", pairs, "--ignore", "正解,差異"])
        { RedirectStandardError = true })!;
        linking.StandardError.ReadToEnd();
        linking.WaitForExit();
        if (linking.ExitCode != 0) throw new InvalidOperationException("The records could not be linked.");
        var found = File.ReadAllText(figures).Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new(File.ReadLines(records).Count() - 1, found[0], found[1] + found[2], found[3] / 1024, Machine.Load);
    }
}
