namespace Tsunagi.Linkage.Japanese;

/// <summary>Names and their readings, loaded when first asked for (third-party/japanese-readings).</summary>
sealed class NameDictionary
{
    private static readonly Lazy<NameDictionary> LoadedSurnames = new(() => Surnames(Resource.Rows("surnames.tsv")));
    private static readonly Lazy<NameDictionary> LoadedGivenNames = new(() => GivenNames(Resource.Rows("given-names.tsv")));

    private readonly Dictionary<string, (string[] Readings, int Rank)> names;
    private readonly Dictionary<string, int> readings;
    private readonly Dictionary<string, (string[] Readings, int Rank)>.AlternateLookup<ReadOnlySpan<char>> namesBySpan;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> readingsBySpan;

    private NameDictionary(int capacity)
    {
        names = new(capacity);
        readings = new(capacity / 4);
        namesBySpan = names.GetAlternateLookup<ReadOnlySpan<char>>();
        readingsBySpan = readings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal static NameDictionary OfSurnames => LoadedSurnames.Value;

    internal static NameDictionary OfGivenNames => LoadedGivenNames.Value;

    /// <summary>The readings of a folded name, the usual one first.</summary>
    internal string[] ReadingsOf(ReadOnlySpan<char> name) => namesBySpan.TryGetValue(name, out var found) ? found.Readings : [];

    /// <summary>How frequent a folded name or a reading in katakana is, 1 the most frequent; 0 when it is unknown.</summary>
    internal int RankOf(ReadOnlySpan<char> text) =>
        namesBySpan.TryGetValue(text, out var found) ? found.Rank : readingsBySpan.TryGetValue(text, out var rank) ? rank : 0;

    // One line a name, the most frequent first.
    private static NameDictionary Surnames(IEnumerable<string[]> rows)
    {
        var dictionary = new NameDictionary(13_000);
        foreach (var row in rows)
        {
            foreach (var reading in row[1].Split(' ')) dictionary.Add(CharacterFolding.Fold(row[0]), [reading]);
        }
        return dictionary;
    }

    // One line a reading; a name stands in the line of each of its readings.
    private static NameDictionary GivenNames(IEnumerable<string[]> rows)
    {
        var dictionary = new NameDictionary(80_000);
        foreach (var row in rows)
        {
            string[] reading = [row[0]];
            foreach (var name in row[1].Split(' ')) dictionary.Add(CharacterFolding.Fold(name), reading);
        }
        return dictionary;
    }

    private void Add(string name, string[] reading)
    {
        var known = names.TryGetValue(name, out var found);
        if (!known) names.Add(name, (reading, names.Count + 1));
        else if (!found.Readings.Contains(reading[0])) names[name] = ([.. found.Readings, reading[0]], found.Rank);
        readings.TryAdd(reading[0], names.Count);
    }
}
