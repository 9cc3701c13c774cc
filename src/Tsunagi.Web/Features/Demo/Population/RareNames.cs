namespace Tsunagi.Web.Features.Demo.Population;

/// <summary>Given names by reading and sex, as many as the source has (third-party/japanese-names, given-names-all.tsv).</summary>
public sealed class RareNames
{
    // Endings that were usual before about 1975 and are seldom given since.
    private const string OldFemale = "子江枝代恵美";
    private const string OldMale = "郎雄男夫一治二三司之吉蔵助義";
    private readonly Dictionary<(Sex, bool Old), (string Name, string Kana)[]> names;
    private readonly Dictionary<(Sex, string Kana), string[]> written;

    private RareNames(Dictionary<(Sex, string), string[]> written)
    {
        this.written = written;
        names = written
            .SelectMany(w => w.Value.Select(name => (Sex: w.Key.Item1, Name: name, Kana: w.Key.Item2)))
            .GroupBy(n => (n.Sex, (n.Sex == Sex.Female ? OldFemale : OldMale).Contains(n.Name[^1], StringComparison.Ordinal)))
            .ToDictionary(g => g.Key, g => g.Select(n => (n.Name, n.Kana)).ToArray());
    }

    internal static RareNames Load() => new(
        DataFile.Rows("japanese-names/given-names-all.tsv").ToDictionary(r => (r[0] == "female" ? Sex.Female : Sex.Male, r[1]), r => r[2].Split(' ')));

    /// <summary>A name; an old-fashioned one for most born before 1975.</summary>
    internal (string Name, string Kana) Draw(Sex sex, int birthYear, Random random)
    {
        var old = random.Next(100) < (birthYear < 1975 ? 80 : 15);
        var from = names[(sex, old)];
        return from[random.Next(from.Length)];
    }

    /// <summary>Another name with the same reading; null where the list has none.</summary>
    internal string? Homophone(Sex sex, string name, string kana, Random random)
    {
        var others = written.GetValueOrDefault((sex, kana), []).Where(other => other != name).ToArray();
        return others.Length == 0 ? null : others[random.Next(others.Length)];
    }
}
