namespace Tsunagi.Data.Search;

/// <summary>What a term says of a person. The numbers are stored: a kind keeps its own.</summary>
enum TermKind : byte
{
    /// <summary>Two neighbouring characters of a name.</summary>
    Name = 1,
    /// <summary>A whole 姓 or 名.</summary>
    NamePart = 2,
    /// <summary>A whole name, or it without one character.</summary>
    NameSlip = 3,
    /// <summary>Two neighbouring sounds of a reading.</summary>
    Reading = 4,
    /// <summary>A whole reading of 姓 or 名.</summary>
    ReadingPart = 5,
    /// <summary>A reading of 姓 or 名, or it without one letter.</summary>
    ReadingSlip = 6,
    /// <summary>The record knows the name in kana alone.</summary>
    InKana = 7,
    /// <summary>A birth date as far as it is known, in one of its parts.</summary>
    Birth = 8,
    /// <summary>Four neighbouring digits of a telephone number.</summary>
    Phone = 9,
    /// <summary>Two neighbouring characters of a town or building.</summary>
    Town = 10,
    /// <summary>市区町村.</summary>
    City = 11,
    /// <summary>Neighbouring numbers of an address.</summary>
    Numbers = 12,
}

/// <summary>A name or reading, letter by letter, as slips in it are looked for.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Letters">Its letters.</param>
readonly record struct Spelling(TermKind Kind, string Letters);

/// <summary>
/// A term of the search index: what a person is found by, as a number. The lowest bit is set in those that tell where somebody is, so that
/// the database itself can refuse them for who is under 支援措置. Two texts may share a number; what is found is looked at once more.
/// </summary>
static class SearchTerm
{
    /// <summary>The number of a text. Stored: it must never come out otherwise.</summary>
    public static int Of(TermKind kind, ReadOnlySpan<char> text)
    {
        // FNV-1a, its bits mixed as in MurmurHash3, for the texts are short.
        var hash = (2166136261u ^ (byte)kind) * 16777619u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        hash ^= hash >> 16;
        return unchecked((int)(TellsPlace(kind) ? hash | 1 : hash & ~1u));
    }

    /// <summary>The terms of every two neighbouring characters.</summary>
    public static void Pairs(TermKind kind, ReadOnlySpan<char> text, ICollection<int> terms)
    {
        for (var i = 0; i + 1 < text.Length; i++) terms.Add(Of(kind, text.Slice(i, 2)));
    }

    /// <summary>The terms of a text and of it without each one of its characters: two texts one slip apart share one.</summary>
    public static void Slips(TermKind kind, string text, ICollection<int> terms)
    {
        if (text.Length is < 2 or > Longest) return;
        terms.Add(Of(kind, text));
        // Of two characters without one nothing is left that says anything.
        for (var i = 0; i < text.Length && text.Length > 2; i++) terms.Add(Of(kind, text.Remove(i, 1)));
    }

    private const int Longest = 16;

    private static bool TellsPlace(TermKind kind) => kind is TermKind.Phone or TermKind.Town or TermKind.City or TermKind.Numbers;
}
