using System.CommandLine;
using System.Diagnostics;
using Tsunagi.Linkage;

namespace Tsunagi.Web.Hosting;

/// <summary>link: finds the records of one person in a file, or between two, without a database.</summary>
static class LinkVerb
{
    // With what is told of exchanged fields they fit the patterns of the linkage.
    private const int MostColumns = 19;

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("A.csv [B.csv]") { Description = "One file: its duplicates. Two files: what they have in common", Arity = new(1, 2) };
        var output = new Option<FileInfo>("--out") { Description = "Where the pairs are written", HelpName = "PAIRS.csv", Required = true };
        var id = new Option<string?>("--id") { Description = "The column that names a record (the first)", HelpName = "COLUMN" };
        var columns = new Option<FileInfo?>("--columns") { Description = "What the columns hold, where the heading does not say it: {\"heading\": \"kind\"}", HelpName = "MAP.json" };
        var ignore = new Option<string[]>("--ignore") { Description = "Columns to leave out", HelpName = "COLUMN,…", AllowMultipleArgumentsPerToken = true };
        var threshold = new Option<double>("--threshold") { Description = "From which probability on two records are taken for one person (0.9)", HelpName = "P", DefaultValueFactory = _ => 0.9 };
        var truth = new Option<string?>("--truth") { Description = "A column that tells the persons apart, for measuring alone; after a colon which part of it, as a pattern with one group", HelpName = "COLUMN[:PATTERN]" };
        threshold.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double>() is not (> 0 and < 1)) result.AddError("--threshold must lie between 0 and 1, for example 0.9.");
        });
        var verb = new Command("link", "Find records of the same person in one file or two, by probability") { files, output, id, columns, ignore, threshold, truth };
        verb.SetAction(parsed => Run(new(
            parsed.GetRequiredValue(files), parsed.GetRequiredValue(output), parsed.GetValue(id), parsed.GetValue(columns),
            [.. (parsed.GetValue(ignore) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
            parsed.GetValue(threshold), TruthColumn.Parse(parsed.GetValue(truth)))));
        return verb;
    }

    internal sealed record Wish(
        IReadOnlyList<FileInfo> Files, FileInfo Output, string? Id, FileInfo? Columns, IReadOnlyList<string> Ignored, double Threshold, TruthColumn? Truth);

    private static int Run(Wish wish)
    {
        var watch = Stopwatch.StartNew();
        var files = LinkFiles.Read(wish);
        Tell($"Compared by: {string.Join(", ", files.Kinds.Select(k => $"{k.Key} ({LinkColumns.NameOf(k.Value)})"))}");
        if (files.LeftOut.Count > 0) Tell($"Left out: {string.Join(", ", files.LeftOut)}");
        if (files.RepeatedId is { } repeated) Tell($"The id {repeated} occurs more than once: the pairs do not say which record is meant. Name another column with --id.");
        if (files.Kinds.Count == 0)
            throw new VerbException("No column was recognised by which persons could be compared. Say with --columns what they hold; see docs/linkage.md.");
        if (files.Kinds.Count > MostColumns) throw new VerbException($"{files.Kinds.Count} columns are too many to compare: leave some out with --ignore, so that {MostColumns} remain.");
        var result = Linker.Link(files.Table, new(files.Kinds, wish.Threshold));
        PairFile.Write(wish.Output, files.Table, result.Pairs);
        Tell(FormattableString.Invariant($"{files.Table.Count} records, {result.Compared} pairs compared, {result.Pairs.Count} pairs found, {watch.Elapsed.TotalSeconds:F1} seconds"));
        if (files.Truth is { } truth) Tell(TruthFigures.Of(files.Table, truth, result.Pairs));
        return 0;
    }

    private static void Tell(string line) => Console.Error.WriteLine(line);
}
