using System.Globalization;

namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>架空の住所: the town's name begins with 架空, so that the numbers behind it can be those of an address and still nobody's.</summary>
/// <param name="Ward">The ward.</param>
/// <param name="Town">The town without 丁目, beginning with 架空.</param>
/// <param name="Chome">丁目, in figures.</param>
/// <param name="Block">番.</param>
/// <param name="Lot">号.</param>
/// <param name="Building">The building; null for a house.</param>
/// <param name="Room">The room; null for a house, or where it was left out.</param>
public sealed record Residence(string Ward, string Town, int Chome, int Block, int Lot, string? Building, int? Room)
{
    private const string Kanji = "〇一二三四五六七八九十";
    private static readonly string[] Buildings = ["架空ハイツ", "架空コーポ", "架空マンション", "架空アパート", "架空住宅", "架空荘", "架空タワー", "架空レジデンス"];

    /// <summary>A postcode that no place has: the first three figures are 0.</summary>
    public string Postcode => string.Create(CultureInfo.InvariantCulture, $"000-{Town.Sum(c => c) * 31 % 1000:000}{Chome % 10}");

    /// <summary>A place to live in one of a ward's towns; everybody at the same numbers lives in the same building.</summary>
    /// <param name="ward">The ward.</param>
    /// <param name="town">A town with its 丁目 (太子堂三丁目).</param>
    /// <param name="random">Where it lies.</param>
    public static Residence At(string ward, string town, Random random)
    {
        var (block, lot) = (random.Next(1, 60), random.Next(1, 30));
        var name = town.EndsWith("丁目", StringComparison.Ordinal) ? town[..^3] : town;
        var chome = town.EndsWith("丁目", StringComparison.Ordinal) ? Math.Max(1, Kanji.IndexOf(town[^3], StringComparison.Ordinal)) : 1;
        var place = (block * 31) + lot;
        var building = place % 100 < 55 ? Buildings[place % Buildings.Length] : null;
        return new(ward, "架空" + name, chome, block, lot, building, building is null ? null : (random.Next(1, 9) * 100) + random.Next(1, 11));
    }

    /// <summary>The address in one of the ways that desks write one.</summary>
    public string Write(Random random)
    {
        var ward = random.Next(100) < 45 ? "東京都" + Ward : Ward;
        var building = Building is null ? "" : (random.Next(2) == 0 ? " " : "") + Building;
        var room = Room is { } number ? Figure(number) + (random.Next(100) < 40 ? "号室" : "") : "";
        var chome = Kanji[Chome].ToString();
        return random.Next(100) switch
        {
            < 35 => $"{ward}{Town}{chome}丁目{Figure(Block)}番{Figure(Lot)}号{building}{room}",
            < 60 => $"{ward}{Town}{Figure(Chome)}-{Figure(Block)}-{Figure(Lot)}{building}{room}",
            < 72 => Wide($"{ward}{Town}{Figure(Chome)}丁目{Figure(Block)}-{Figure(Lot)}{building}{room}"),
            < 82 => $"{ward}{Town}{Figure(Chome)}丁目{Figure(Block)}番{Figure(Lot)}号{building}{room}",
            < 90 when Room is { } flat => $"{ward}{Town}{Figure(Chome)}-{Figure(Block)}-{Figure(Lot)}-{Figure(flat)}",
            < 95 => $"{Town}{Figure(Chome)}-{Figure(Block)}-{Figure(Lot)}{building}{room}",
            _ => Wide($"{ward} {Town}{Figure(Chome)}-{Figure(Block)}-{Figure(Lot)} {Building}{room}").TrimEnd('　'),
        };
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Wide(string text) =>
        string.Create(text.Length, text, static (wide, from) =>
        {
            for (var i = 0; i < wide.Length; i++) wide[i] = from[i] switch { '-' => '－', ' ' => '　', >= '0' and <= '9' => (char)(from[i] + 0xFEE0), _ => from[i] };
        });
}
