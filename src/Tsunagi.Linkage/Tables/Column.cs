namespace Tsunagi.Linkage.Tables;

/// <summary>One column of a table, each distinct text kept once.</summary>
/// <remarks>Immutable. Texts are as they were written, trimmed; an empty text is no text.</remarks>
public sealed class Column
{
    internal Column(string name, int[] codes, IReadOnlyList<string> texts) => (Name, CodeArray, Texts) = (name, codes, texts);

    /// <summary>The heading.</summary>
    public string Name { get; }

    /// <summary>The distinct texts, in the order of their first appearance.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>For each record the index of its text in <see cref="Texts"/>, or -1 where it has none.</summary>
    public IReadOnlyList<int> Codes => CodeArray;

    internal int[] CodeArray { get; }

    /// <summary>What a record has in this column, or null.</summary>
    /// <param name="record">Its index, from 0.</param>
    public string? TextOf(int record) => CodeArray[record] is >= 0 and var code ? Texts[code] : null;
}
