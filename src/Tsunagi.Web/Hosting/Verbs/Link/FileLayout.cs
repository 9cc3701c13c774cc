using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Hosting;

/// <summary>The first line of a file.</summary>
/// <param name="File">Which file.</param>
/// <param name="Headings">Its headings, in order.</param>
/// <param name="Id">Which of them names a record.</param>
sealed record FileLayout(FileInfo File, IReadOnlyList<string> Headings, int Id)
{
    /// <exception cref="VerbException">The file is empty, two headings are the same, or the id column is not there.</exception>
    public static FileLayout Read(FileInfo file, string? id)
    {
        using var text = new TextFile(file);
        if (!text.Next()) throw new VerbException($"{file} is empty: the first line must have the headings.");
        var headings = Enumerable.Range(0, text.Csv.FieldCount).Select(i => text.Csv.Field(i).Trim().ToString()).ToList();
        if (headings.GroupBy(h => h).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1) is { } twice)
            throw new VerbException($"{file}, line {text.Csv.Line}: two columns are called {twice.Key}. Give each a name of its own.");
        var layout = new FileLayout(file, headings, 0);
        if (id is null) return layout;
        return layout.IndexOf(id) is >= 0 and var at ? layout with { Id = at } : throw new VerbException($"{file} has no column {id}. There are: {string.Join(", ", headings)}");
    }

    /// <summary>Which column is called so, or -1.</summary>
    public int IndexOf(string heading) => Headings.ToList().IndexOf(heading);
}

/// <summary>The columns of one file or two, brought together by heading, or where that differs by what they hold.</summary>
/// <param name="Kinds">What each column of the table holds, by its name there.</param>
/// <param name="Targets">For each file and each of its fields the column of the table, or -1.</param>
/// <param name="LeftOut">The headings of fields that go nowhere.</param>
sealed record JoinedColumns(IReadOnlyDictionary<string, ColumnKind> Kinds, IReadOnlyList<int[]> Targets, IReadOnlyList<string> LeftOut)
{
    public static JoinedColumns Of(IReadOnlyList<FileLayout> layouts, Func<string, ColumnKind?> kindOf)
    {
        var kinds = new OrderedDictionary<string, ColumnKind>();
        List<string> leftOut = [];
        List<int[]> targets = [];
        foreach (var layout in layouts)
        {
            HashSet<int> taken = [];
            var fields = layout.Headings.Select((heading, at) => (heading, kind: at == layout.Id ? null : kindOf(heading))).ToList();
            targets.Add([.. fields.Select(f => f.kind is { } kind ? TargetOf(kinds, taken, f.heading, kind, isFirst: targets.Count == 0) : -1)]);
            leftOut.AddRange(fields.Where((f, at) => f.kind is null && at != layout.Id).Select(f => f.heading).Except(leftOut));
        }
        return new(kinds, targets, leftOut);
    }

    private static int TargetOf(OrderedDictionary<string, ColumnKind> kinds, HashSet<int> taken, string heading, ColumnKind kind, bool isFirst)
    {
        var at = kinds.IndexOf(heading);
        if (at < 0 && !isFirst) at = Enumerable.Range(0, kinds.Count).FirstOrDefault(i => kinds.GetAt(i).Value == kind && !taken.Contains(i), -1);
        if (at < 0)
        {
            kinds.Add(heading, kind);
            at = kinds.Count - 1;
        }
        taken.Add(at);
        return at;
    }
}
