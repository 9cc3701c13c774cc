namespace Tsunagi.Web.Features.Demo.Population;

/// <summary>
/// Surnames by their frequency and given names by sex and generation (third-party/japanese-names, notices beside them).
/// Drawn apart from each other, so no line is a person.
/// </summary>
public sealed class NameLists
{
    private static readonly int[] Generations = [1930, 1950, 1970, 1990, 2010];
    private readonly Weighted<(string Name, string Kana)> surnames;
    private readonly Dictionary<(Sex, int), Weighted<(string Name, string Kana)>> given;
    private readonly RareNames? rare;

    private NameLists(string surnames, RareNames? rare)
    {
        this.surnames = new(DataFile.Rows(surnames).Select(r => ((r[0], r[1]), DataFile.Number(r[2]))));
        given = DataFile.Rows("japanese-names/given-names.tsv")
            .GroupBy(r => (r[2] == "female" ? Sex.Female : Sex.Male, DataFile.Number(r[3])))
            .ToDictionary(g => g.Key, g => new Weighted<(string, string)>(g.Select(r => ((r[0], r[1]), DataFile.Number(r[4])))));
        this.rare = rare;
    }

    /// <summary>Reads the lists that travel with the program: the names that are usual.</summary>
    public static NameLists Load() => new("japanese-names/surnames.tsv", null);

    /// <summary>Reads them with the names that are rare, for a population so large that it has them.</summary>
    public static NameLists LoadAll() => new("japanese-names/surnames-all.tsv", RareNames.Load());

    /// <summary>A surname.</summary>
    public (string Name, string Kana) Surname(Random random) => surnames.Draw(random);

    /// <summary>A given name that was usual about when somebody was born; of all names, a rare one for 45 in 100.</summary>
    public (string Name, string Kana) Given(Sex sex, int birthYear, Random random) =>
        rare is not null && random.Next(100) < 45
            ? rare.Draw(sex, birthYear, random)
            : given[(sex, Generations.MinBy(g => Math.Abs(g - birthYear)))].Draw(random);

    /// <summary>Another way to write a given name that is read the same; the name itself where there is none.</summary>
    public string Homophone(Sex sex, string name, string kana, Random random) => rare?.Homophone(sex, name, kana, random) ?? name;
}

/// <summary>Draws items as often as their weight says.</summary>
public sealed class Weighted<T>
{
    private readonly List<T> items = [];
    private readonly List<long> sums = [];

    public Weighted(IEnumerable<(T Item, int Weight)> weighted)
    {
        long sum = 0;
        foreach (var (item, weight) in weighted)
        {
            items.Add(item);
            sums.Add(sum += weight);
        }
        if (sum == 0) throw new ArgumentException("Nothing to draw from.", nameof(weighted));
    }

    public T Draw(Random random)
    {
        var at = sums.BinarySearch(random.NextInt64(sums[^1]) + 1);
        return items[at < 0 ? ~at : at];
    }
}

/// <summary>Small tables that travel with the program, with the notices of their sources beside them.</summary>
static class DataFile
{
    /// <summary>The rows below the heading, split at tabs.</summary>
    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(PathOf(path)).Skip(1).Select(line => line.Split('\t'));

    public static bool Exists(string path) => File.Exists(PathOf(path));

    public static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string PathOf(string path) => Path.Combine(AppContext.BaseDirectory, "third-party", path);
}
