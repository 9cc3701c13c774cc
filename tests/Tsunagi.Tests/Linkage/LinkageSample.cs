using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Tsunagi.Linkage;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Tests.Linkage;

/// <summary>Records with the truth beside them (Samples/NOTICE.md).</summary>
internal sealed class LinkageSample
{
    private readonly List<string> persons = [];
    private readonly Dictionary<string, ColumnKind> kinds;

    private LinkageSample(string path, string truth, string pattern)
    {
        using var reader = new StreamReader(path);
        var csv = new CsvReader(reader);
        csv.Read();
        var headings = Enumerable.Range(0, csv.FieldCount).Select(i => csv.Field(i).Trim().ToString()).ToList();
        var builder = new RecordTableBuilder(headings);
        while (csv.Read())
        {
            builder.Add(csv.Field(0).Trim().ToString());
            for (var field = 0; field < csv.FieldCount; field++) builder.Set(field, csv.Field(field));
            persons.Add(Regex.Match(csv.Field(headings.IndexOf(truth)).Trim().ToString(), pattern).Groups[1].Value);
        }
        Table = builder.Build();
        kinds = headings.Where(h => h != truth && ColumnNames.Recognise(h) is not null).ToDictionary(h => h, h => ColumnNames.Recognise(h)!.Value);
    }

    public RecordTable Table { get; }

    public static LinkageSample Read(string name, string truth, string pattern = "(.*)", [CallerFilePath] string here = "") =>
        new(Path.Combine(Path.GetDirectoryName(here)!, "Samples", name), truth, pattern);

    public LinkageResult Link(params string[] ignored) => Linker.Link(Table, new(kinds.Where(k => !ignored.Contains(k.Key)).ToDictionary()));

    public (double Precision, double Recall, double F1) Measure(LinkageResult result)
    {
        var right = result.Pairs.Count(p => persons[p.Left] == persons[p.Right]);
        var all = persons.GroupBy(p => p).Sum(g => g.Count() * (g.Count() - 1) / 2);
        var (precision, recall) = (result.Pairs.Count == 0 ? 1 : (double)right / result.Pairs.Count, (double)right / all);
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }
}
