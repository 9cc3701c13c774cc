using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Hosting;

/// <summary>What was read for a linkage.</summary>
/// <param name="Table">The records of one file or two.</param>
/// <param name="Kinds">What each column that is compared holds.</param>
/// <param name="LeftOut">The headings that are not compared.</param>
/// <param name="RepeatedId">An id that two records of a file have, if any.</param>
/// <param name="Truth">For each record the person it is of, if a column says it.</param>
sealed record LinkFiles(
    RecordTable Table, IReadOnlyDictionary<string, ColumnKind> Kinds, IReadOnlyList<string> LeftOut, string? RepeatedId, IReadOnlyList<string>? Truth)
{
    /// <summary>Reads the files.</summary>
    /// <exception cref="VerbException">A file cannot be read, or a column that is named is not there.</exception>
    public static LinkFiles Read(LinkVerb.Wish wish)
    {
        var columns = LinkColumns.Read(wish.Columns, wish.Ignored);
        var layouts = wish.Files.Select(file => FileLayout.Read(file, wish.Id)).ToList();
        columns.RequireIn([.. layouts.SelectMany(l => l.Headings).Distinct()]);
        if (wish.Truth is { } truth && layouts.All(l => l.IndexOf(truth.Column) < 0)) throw new VerbException($"There is no column {truth.Column}.");
        var join = JoinedColumns.Of(layouts, heading => heading == wish.Truth?.Column ? null : columns.KindOf(heading));
        var builder = new RecordTableBuilder([.. join.Kinds.Keys]);
        List<string>? truths = wish.Truth is null ? null : [];
        string? repeated = null;
        for (var file = 0; file < layouts.Count; file++)
        {
            if (file == 1) builder.BeginSecondSource();
            repeated ??= AddAll(layouts[file], join.Targets[file], builder, wish.Truth, truths);
        }
        return new(builder.Build(), join.Kinds, join.LeftOut, repeated, truths);
    }

    private static string? AddAll(FileLayout layout, int[] targets, RecordTableBuilder builder, TruthColumn? truth, List<string>? truths)
    {
        using var file = new TextFile(layout.File);
        var csv = file.Csv;
        file.Next();
        HashSet<string> ids = [];
        string? repeated = null;
        var truthAt = truth is null ? -1 : layout.IndexOf(truth.Column);
        while (file.Next())
        {
            if (csv.FieldCount > layout.Headings.Count)
                throw new VerbException($"{layout.File}, line {csv.Line}: {csv.FieldCount} fields where the first line has {layout.Headings.Count}. Put fields that contain a separator in quotes.");
            var id = csv.FieldCount > layout.Id ? csv.Field(layout.Id).Trim().ToString() : "";
            if (!ids.Add(id)) repeated ??= id;
            builder.Add(id);
            for (var field = 0; field < csv.FieldCount; field++)
                if (targets[field] >= 0) builder.Set(targets[field], csv.Field(field));
            truths?.Add(truthAt >= 0 && truthAt < csv.FieldCount ? truth!.PersonIn(csv.Field(truthAt)) : "");
        }
        return repeated;
    }
}
