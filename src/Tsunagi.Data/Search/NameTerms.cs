using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Japanese;
using PersonName = Tsunagi.Domain.People.PersonName;

namespace Tsunagi.Data.Search;

/// <summary>氏名・ふりがな・通称・旧姓 as terms.</summary>
static class NameTerms
{
    private const int MostReadings = 3;

    /// <summary>The terms of all names somebody goes by.</summary>
    public static void Add(PersonName name, ICollection<int> terms)
    {
        HashSet<Spelling> spellings = [];
        Add(name, terms, spellings);
        foreach (var spelling in spellings) SearchTerm.Slips(spelling.Kind, spelling.Letters, terms);
    }

    /// <summary>Whether one of the names or readings of somebody is spelled so, but for one letter more, less, other or exchanged with its neighbour.</summary>
    public static bool IsNear(PersonName name, Spelling spelling)
    {
        HashSet<Spelling> spellings = [];
        Add(name, new HashSet<int>(), spellings);
        return spellings.Any(known => known.Kind == spelling.Kind && Distances.Edits(known.Letters, spelling.Letters, 1) <= 1);
    }

    private static void Add(PersonName name, ICollection<int> terms, HashSet<Spelling> spellings)
    {
        var (family, given) = (ReadingsOf(name.Family, name.FamilyKana, NamePart.Surname), ReadingsOf(name.Given, name.GivenKana, NamePart.GivenName));
        Written(name.Family, name.Given, terms, spellings);
        Read(family, given, terms, spellings);
        if (IsInKana(name.Family) && IsInKana(name.Given)) terms.Add(SearchTerm.Of(TermKind.InKana, ""));
        if (name.Former is { } former)
        {
            Written(former, name.Given, terms, spellings);
            Read(ReadingsOf(former, null, NamePart.Surname), given, terms, spellings);
        }
        if (name.Common is not { } common) return;
        var (first, second) = Halves(common);
        Written(first, second, terms, spellings);
        Read(ReadingsOf(first, null, NamePart.Surname), ReadingsOf(second, null, NamePart.GivenName), terms, spellings);
    }

    /// <summary>A name as it is compared: variants of characters and those taken for each other folded, kana in one script.</summary>
    public static string Key(string? text) => text is null ? "" : Kana.ToKatakana(CharacterFolding.LooseKey(CharacterFolding.Fold(text)));

    private static void Written(string? family, string? given, ICollection<int> terms, HashSet<Spelling> spellings)
    {
        var (first, second) = (Key(family), Key(given));
        SearchTerm.Pairs(TermKind.Name, first + second, terms);
        if (first.Length > 0) terms.Add(SearchTerm.Of(TermKind.NamePart, first));
        if (second.Length > 0) terms.Add(SearchTerm.Of(TermKind.NamePart, second));
        // Further names, as in NGUYEN VAN AN.
        if (given?.IndexOf(' ', StringComparison.Ordinal) > 0)
            foreach (var further in given.Split(' ')) terms.Add(SearchTerm.Of(TermKind.NamePart, Key(further)));
        // A reading has slips of its own, and two characters leave too little.
        if (first.Length + second.Length >= 3 && !Kana.IsKana(first + second)) spellings.Add(new(TermKind.NameSlip, first + second));
    }

    private static void Read(IReadOnlyList<string> family, IReadOnlyList<string> given, ICollection<int> terms, HashSet<Spelling> spellings)
    {
        foreach (var reading in family.Concat(given))
        {
            var (sound, letters) = (Kana.PhoneticLoose(reading), Kana.Unvoiced(reading));
            SearchTerm.Pairs(TermKind.Reading, sound, terms);
            // A part may begin in the middle of a long sound (かくうだに: うだに).
            SearchTerm.Pairs(TermKind.Reading, letters, terms);
            terms.Add(SearchTerm.Of(TermKind.ReadingPart, sound));
            spellings.Add(new(TermKind.ReadingSlip, letters));
        }
        if (family.Count == 0 || given.Count == 0) return;
        // Typed without a blank: where 姓 and 名 meet, a vowel may become one long sound.
        SearchTerm.Pairs(TermKind.Reading, Kana.PhoneticLoose(family[0]) + Kana.PhoneticLoose(given[0]), terms);
        SearchTerm.Pairs(TermKind.Reading, Kana.PhoneticLoose(family[0] + given[0]), terms);
    }

    // The reading that was written down; else the name itself where it is one; else those it may have.
    private static IReadOnlyList<string> ReadingsOf(string? written, string? kana, NamePart part)
    {
        if (!string.IsNullOrEmpty(kana)) return [Kana.ToKatakana(kana)];
        if (string.IsNullOrEmpty(written)) return [];
        if (Kana.IsKana(written)) return [Kana.ToKatakana(written)];
        if (Kana.IsRomaji(written)) return Kana.FromRomaji(written) is { } read ? [read] : [];
        var folded = CharacterFolding.Fold(written);
        var known = part == NamePart.Surname ? Readings.Surname(folded) : Readings.GivenName(folded);
        return known.Count <= MostReadings ? known : [.. known.Take(MostReadings)];
    }

    private static bool IsInKana(string? part) => part is null || Kana.IsKana(part);

    private static (string First, string? Second) Halves(string name)
    {
        var parts = name.Split([' ', '　', '・'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 ? (name, null) : (parts[0], parts.Length > 1 ? parts[1] : null);
    }
}
