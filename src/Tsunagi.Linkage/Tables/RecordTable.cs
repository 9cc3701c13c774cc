namespace Tsunagi.Linkage.Tables;

/// <summary>The records that are compared with one another, column by column.</summary>
/// <remarks>Immutable. Records are known by their index from 0, in the order in which they were read.</remarks>
public sealed class RecordTable
{
    internal RecordTable(string[] ids, IReadOnlyList<Column> columns, int secondFrom) =>
        (Ids, Columns, SecondFrom) = (ids, columns, secondFrom);

    /// <summary>What each record is called by whoever gave it.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The columns but that of the ids.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>How many records there are.</summary>
    public int Count => Ids.Count;

    /// <summary>
    /// The index of the first record of the second source, or <see cref="Count"/> when there is one source only: then every record
    /// is compared with every other, otherwise those of the first with those of the second.
    /// </summary>
    public int SecondFrom { get; }

    /// <summary>True when two sources are linked, false when one is searched for duplicates.</summary>
    public bool HasTwoSources => SecondFrom < Count;

    /// <summary>True when these two are of the kind that is asked about.</summary>
    public bool MayPair(int left, int right) => left != right && (!HasTwoSources || (left < SecondFrom) != (right < SecondFrom));
}

/// <summary>Collects records into a <see cref="RecordTable"/>.</summary>
/// <param name="columns">The headings of the columns, in the order in which every record gives its texts.</param>
public sealed class RecordTableBuilder(IReadOnlyList<string> columns)
{
    private readonly List<string> ids = [];
    private readonly ColumnBuilder[] builders = [.. columns.Select(name => new ColumnBuilder(name))];
    private int? secondFrom;

    /// <summary>How many records were added.</summary>
    public int Count => ids.Count;

    /// <summary>The records added from now on are those of the second source.</summary>
    /// <exception cref="InvalidOperationException">There is a second source already.</exception>
    public void BeginSecondSource() => secondFrom = secondFrom is null ? Count : throw new InvalidOperationException("There are at most two sources.");

    /// <summary>Begins a record; its texts follow.</summary>
    public void Add(string id) => ids.Add(id);

    /// <summary>Adds a record with all its texts.</summary>
    public void Add(string id, params ReadOnlySpan<string?> texts)
    {
        Add(id);
        for (var column = 0; column < texts.Length; column++) Set(column, texts[column]);
    }

    /// <summary>What the record begun last has in a column; what is not set is missing.</summary>
    public void Set(int column, ReadOnlySpan<char> text) => builders[column].Set(ids.Count - 1, text.Trim());

    /// <summary>The table of all that was added.</summary>
    public RecordTable Build() => new([.. ids], [.. builders.Select(b => b.Build(ids.Count))], secondFrom ?? ids.Count);

    private sealed class ColumnBuilder(string name)
    {
        private readonly List<string> texts = [];
        private readonly List<int> codes = [];
        private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

        public void Set(int record, ReadOnlySpan<char> text)
        {
            while (codes.Count <= record) codes.Add(-1);
            codes[record] = text.IsEmpty ? -1 : CodeOf(text);
        }

        public Column Build(int count)
        {
            while (codes.Count < count) codes.Add(-1);
            return new(name, [.. codes], texts);
        }

        private int CodeOf(ReadOnlySpan<char> text)
        {
            var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(text, out var code)) return code;
            texts.Add(text.ToString());
            known.Add(texts[^1], texts.Count - 1);
            return texts.Count - 1;
        }
    }
}
