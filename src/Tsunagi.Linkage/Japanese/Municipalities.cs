namespace Tsunagi.Linkage.Japanese;

/// <summary>都道府県 and 市区町村 (third-party/japanese-municipalities), as they begin an address.</summary>
sealed class Municipalities
{
    private const int Longest = 10;
    private static readonly Lazy<Municipalities> Loaded = new(() => new());

    private readonly Dictionary<string, string> prefectures = [];
    private readonly Dictionary<string, List<string>> cities = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> prefecturesBySpan;
    private readonly Dictionary<string, List<string>>.AlternateLookup<ReadOnlySpan<char>> citiesBySpan;
    private readonly Dictionary<string, string> namesOf = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> namesBySpan;

    private Municipalities()
    {
        prefecturesBySpan = prefectures.GetAlternateLookup<ReadOnlySpan<char>>();
        citiesBySpan = cities.GetAlternateLookup<ReadOnlySpan<char>>();
        namesBySpan = namesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var row in Resource.Rows("municipalities.tsv"))
        {
            var prefecture = CharacterFolding.Fold(row[0]);
            prefectures[prefecture] = prefecture;
            foreach (var name in row[1].Split(' ').Select(n => TownName.Fold(CharacterFolding.Fold(n))))
            {
                if (!cities.TryGetValue(name, out var within)) cities[name] = within = [];
                within.Add(prefecture);
                namesOf[name] = name;
            }
        }
    }

    internal static Municipalities All => Loaded.Value;

    /// <summary>The prefecture a folded address begins with; empty if with none.</summary>
    internal string PrefectureAt(ReadOnlySpan<char> address)
    {
        for (var length = 3; length <= 4 && length <= address.Length; length++)
        {
            if (prefecturesBySpan.TryGetValue(address[..length], out var found)) return found;
        }
        return "";
    }

    /// <summary>The municipality a folded address begins with behind its prefecture, and the prefecture if only one has it.</summary>
    /// <param name="address">The address behind its prefecture and 郡, its town folded.</param>
    /// <param name="prefecture">The prefecture written; empty for none.</param>
    /// <param name="behindDistrict">Whether a 郡 was written.</param>
    internal (string City, string Prefecture) CityAt(ReadOnlySpan<char> address, string prefecture, bool behindDistrict)
    {
        for (var length = Math.Min(Longest, address.Length); length >= 2; length--)
        {
            // Without a prefecture or a 郡 a 町 or 村 is as likely a part of the town's name.
            if (address[length - 1] is not ('市' or '区') && ((prefecture == "" && !behindDistrict) || address[length - 1] is not ('町' or '村'))) continue;
            if (!citiesBySpan.TryGetValue(address[..length], out var within)) continue;
            if (prefecture != "" && !within.Contains(prefecture)) continue;
            namesBySpan.TryGetValue(address[..length], out var name);
            return (name!, prefecture != "" ? prefecture : within.Count == 1 ? within[0] : "");
        }
        return ("", prefecture);
    }
}
