using System.Globalization;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Data.Search;

/// <summary>住所 as terms, and what of them a part of an address asks for.</summary>
static class PlaceTerms
{
    private const int MostInARow = 4;

    /// <summary>The terms of an address: its town and building, every row of neighbouring numbers in it, and the municipality.</summary>
    public static void Add(string? address, ICollection<int> terms)
    {
        var read = Read(address);
        foreach (var name in read.Names) SearchTerm.Pairs(TermKind.Town, name, terms);
        for (var from = 0; from < read.Numbers.Count; from++)
            for (var count = 1; count <= MostInARow && from + count <= read.Numbers.Count; count++)
                terms.Add(Row(read.Numbers.GetRange(from, count)));
        if (read.City.Length > 0) terms.Add(SearchTerm.Of(TermKind.City, read.City));
    }

    /// <summary>What an address must have when this is a part of it, nothing when this is none; and whether it plainly is one.</summary>
    public static (IReadOnlyList<int> Terms, bool IsPlain) Asked(string part)
    {
        var read = Read(part);
        List<int> terms = [];
        foreach (var name in read.Names) SearchTerm.Pairs(TermKind.Town, name, terms);
        if (read.Numbers.Count is > 0 and <= MostInARow) terms.Add(Row(read.Numbers));
        if (read.City.Length > 0) terms.Add(SearchTerm.Of(TermKind.City, read.City));
        return (terms, read.Numbers.Count > 0 || read.City.Length > 0);
    }

    /// <summary>The term of numbers that stand one after the other (2-3).</summary>
    public static int Row(IEnumerable<int> numbers) => SearchTerm.Of(TermKind.Numbers, string.Join('-', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))));

    private static (List<string> Names, List<int> Numbers, string City) Read(string? text)
    {
        List<string> names = [];
        List<int> numbers = [];
        var address = Address.Read(text);
        var city = address.City;
        // A word between the numbers (a 字, 架空 in a demonstration) does not part them.
        for (var parts = 0; parts < 3 && !address.IsUnknown; parts++)
        {
            names.Add(Kana.ToKatakana(address.Town));
            numbers.AddRange(new[] { address.Chome, address.Block, address.Lot }.OfType<int>());
            if (address.Building.AsSpan().ContainsAnyInRange('0', '9'))
            {
                address = Address.Read(address.Building + address.Room);
                continue;
            }
            names.Add(Kana.ToKatakana(address.Building));
            if (int.TryParse(address.Room, NumberStyles.None, CultureInfo.InvariantCulture, out var room)) numbers.Add(room);
            break;
        }
        names.RemoveAll(name => name.Length < 2);
        return (names, numbers, city);
    }
}
