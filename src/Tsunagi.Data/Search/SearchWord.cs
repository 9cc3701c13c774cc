using System.Globalization;
using System.Text.RegularExpressions;
using Tsunagi.Domain.People;
using Tsunagi.Linkage.Japanese;
using PersonName = Tsunagi.Linkage.Japanese.PersonName;

namespace Tsunagi.Data.Search;

/// <summary>What one word may mean: a name, a reading, a number, a date, a place – often more than one of them.</summary>
static partial class SearchWord
{
    // A whole 姓 or 名 before a part of a name, a part before two halves typed as one word, those before places and readings looked up.
    private const int Whole = 0, Numbered = 1, Part = 2, Halves = 3, Place = 5, LookedUp = 6, Slip = 8;
    private const int LongestInHalves = 10, LongestName = 30, MostReadings = 4, PhoneRun = 4;

    /// <summary>The meanings of a folded word, the likeliest first.</summary>
    /// <param name="word">The word.</param>
    /// <param name="alone">Whether it is all that was typed.</param>
    /// <param name="isWhole">Whether a whole name may stand in it: no other word is one.</param>
    public static IReadOnlyList<Meaning> MeaningsOf(string word, bool alone, bool isWhole)
    {
        List<Meaning> meanings = [];
        if (Date().IsMatch(word)) meanings.AddRange(BirthTerms.Asked(word).Select((term, i) => new Meaning(FoundBy.BirthDate, i, [term])));
        var isDate = meanings.Count > 0;
        if (Digits(word) is { } digits) Add(meanings, FoundBy.Phone, 1, terms => PersonTerms.Phone(digits, terms));
        // Two numbers alone would be half the town.
        if (!alone && NumberRow().IsMatch(word)) meanings.Add(new(FoundBy.Address, Numbered, [PlaceTerms.Row(NumbersIn(word))]));
        var name = PersonName.WithoutHonorific(word);
        if (IsName(word) && !isDate)
        {
            if (Kana.IsKana(name)) Read(meanings, name, isWhole);
            else if (Kana.IsRomaji(name)) Romaji(meanings, name, isWhole);
            else Written(meanings, name, isWhole);
        }
        if (word.AsSpan().IndexOfAnyInRange('ぁ', '\u9FFF') < 0) return [.. meanings.OrderBy(m => m.Cost)];
        var place = PlaceTerms.Asked(word);
        if (place.Terms.Count > 0) meanings.Add(new(FoundBy.Address, place.IsPlain ? Numbered : Place, place.Terms));
        return [.. meanings.OrderBy(m => m.Cost)];
    }

    /// <summary>Whether a folded word can be a name or reading.</summary>
    public static bool IsName(string word) => word.Length <= LongestName && word.Any(char.IsLetter) && !word.Any(char.IsAsciiDigit);

    /// <summary>The meanings of a folded word in which one letter is a slip.</summary>
    public static IReadOnlyList<Meaning> SlipsOf(string word)
    {
        if (SlipOf(PersonName.WithoutHonorific(word)) is not { } spelling) return [];
        List<int> terms = [];
        SearchTerm.Slips(spelling.Kind, spelling.Letters, terms);
        return [.. terms.Select(term => new Meaning(FoundBy.Similar, Slip, [term]) { Near = spelling })];
    }

    private static Spelling? SlipOf(string name) =>
        Kana.IsKana(name) ? new(TermKind.ReadingSlip, Kana.Unvoiced(name))
        : Kana.IsRomaji(name) && Kana.FromRomaji(name) is { } read ? new(TermKind.ReadingSlip, Kana.Unvoiced(read))
        : name.Any(CharacterIsKanji) && name.Length >= 3 ? new(TermKind.NameSlip, NameTerms.Key(name))
        : null;

    private static void Written(List<Meaning> meanings, string name, bool isWhole)
    {
        var key = NameTerms.Key(name);
        meanings.Add(new(FoundBy.Name, Whole, [SearchTerm.Of(TermKind.NamePart, key)]));
        Add(meanings, FoundBy.Name, Part, terms => SearchTerm.Pairs(TermKind.Name, key, terms));
        if (isWhole) InHalves(key, (left, right) => meanings.Add(new(FoundBy.Name, Halves, [SearchTerm.Of(TermKind.NamePart, left), SearchTerm.Of(TermKind.NamePart, right)])));
        foreach (var reading in LookUp(name)) meanings.Add(new(FoundBy.Reading, LookedUp, [.. reading, SearchTerm.Of(TermKind.InKana, "")]));
    }

    // Of records that know the name in kana alone; of others the characters were asked for, and are others.
    private static IEnumerable<IEnumerable<int>> LookUp(string name)
    {
        var folded = CharacterFolding.Fold(name);
        foreach (var reading in Readings.Surname(folded).Concat(Readings.GivenName(folded)).Distinct().Take(MostReadings)) yield return [Sounds(reading)];
        if (Readings.Split(folded) is not { GivenName.Length: > 0 } split) yield break;
        foreach (var surname in Readings.Surname(split.Surname).Take(2))
            foreach (var given in Readings.GivenName(split.GivenName).Take(MostReadings)) yield return [Sounds(surname), Sounds(given)];
    }

    private static int Sounds(string reading) => SearchTerm.Of(TermKind.ReadingPart, Kana.PhoneticLoose(reading));

    private static void Read(List<Meaning> meanings, string kana, bool isWhole)
    {
        var (sound, letters) = (Kana.PhoneticLoose(kana), Kana.Unvoiced(kana));
        meanings.Add(new(FoundBy.Reading, Whole, [SearchTerm.Of(TermKind.ReadingPart, sound)]));
        Add(meanings, FoundBy.Reading, Part, terms => SearchTerm.Pairs(TermKind.Reading, sound, terms));
        if (letters != sound) Add(meanings, FoundBy.Reading, Part, terms => SearchTerm.Pairs(TermKind.Reading, letters, terms));
        if (isWhole) InHalves(Kana.ToKatakana(kana), (left, right) => meanings.Add(new(FoundBy.Reading, Halves, [Sounds(left), Sounds(right)])));
    }

    private static void Romaji(List<Meaning> meanings, string letters, bool isWhole)
    {
        // JUNICHI is ジュンイチ as well as ジュニチ.
        foreach (var spelled in new[] { letters, SyllabicN().Replace(letters, "N'") }.Distinct())
            if (Kana.FromRomaji(spelled) is { Length: > 0 } kana) Read(meanings, kana, isWhole);
        var key = NameTerms.Key(letters);
        meanings.Add(new(FoundBy.Name, Whole, [SearchTerm.Of(TermKind.NamePart, key)]));
        Add(meanings, FoundBy.Name, Part, terms => SearchTerm.Pairs(TermKind.Name, key, terms));
    }

    // A whole name without a blank, in either order.
    private static void InHalves(string name, Action<string, string> add)
    {
        for (var i = 1; i < name.Length && name.Length <= LongestInHalves; i++) add(name[..i], name[i..]);
    }

    private static void Add(List<Meaning> meanings, FoundBy by, int cost, Action<ICollection<int>> terms)
    {
        HashSet<int> asked = [];
        terms(asked);
        if (asked.Count > 0) meanings.Add(new(by, cost, [.. asked]));
    }

    private static string? Digits(string word)
    {
        if (!PhoneLike().IsMatch(word)) return null;
        var digits = Phone.Digits(word) is { Length: > 0 } number ? number : string.Concat(word.Where(char.IsAsciiDigit));
        return digits.Length >= PhoneRun ? digits : null;
    }

    private static IEnumerable<int> NumbersIn(string word) => word.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture));

    private static bool CharacterIsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    [GeneratedRegex("^(?=.*[0-9〇一二三四五六七八九十元])[MTSHR0-9〇一二三四五六七八九十元明治大正昭和平成令和年月日生頃./-]+$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex Date();

    [GeneratedRegex("^[0-9()./+-]+$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex PhoneLike();

    [GeneratedRegex("^[0-9]{1,4}(-[0-9]{1,4}){0,3}$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex NumberRow();

    [GeneratedRegex("N(?=[AIUEOY])", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex SyllabicN();
}
