namespace Tsunagi.Linkage.Japanese;

/// <summary>Which part of a person's name a text is.</summary>
public enum NamePart
{
    /// <summary>姓.</summary>
    Surname,
    /// <summary>名.</summary>
    GivenName,
}

/// <summary>Whether a reading fits a name written in kanji.</summary>
public enum ReadingAgreement
{
    /// <summary>The dictionary does not know the name.</summary>
    Unknown,
    /// <summary>It is one of the name's readings (see <see cref="Kana.Phonetic"/>).</summary>
    Same,
    /// <summary>It sounds like one of the name's readings (see <see cref="Kana.PhoneticLoose"/>).</summary>
    Close,
    /// <summary>The dictionary knows the name, by other readings only.</summary>
    Different,
}

/// <summary>A whole name parted in two.</summary>
/// <param name="Surname">姓; the whole name when it could not be parted.</param>
/// <param name="GivenName">名; empty when the name could not be parted.</param>
/// <param name="Confidence">From 0 (not parted) to 1: 0.9 and more when the dictionary knows both parts.</param>
public readonly record struct NameSplit(string Surname, string GivenName, double Confidence);

/// <summary>読み: which readings a name in kanji may have, for records that know it in kana only.</summary>
/// <remarks>
/// A dictionary of about 11,000 surnames and 75,000 given names, loaded on the first question (about 0.1 s). It says what is possible, not
/// what is right: 幸子 is さちこ, ゆきこ and more.
/// </remarks>
public static class Readings
{
    /// <summary>The readings of a surname in katakana, the usual one first; empty if it is unknown.</summary>
    /// <param name="folded">A surname folded by <see cref="CharacterFolding.Fold"/>.</param>
    public static IReadOnlyList<string> Surname(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return NameDictionary.OfSurnames.ReadingsOf(folded);
    }

    /// <summary>The readings of a given name in katakana, in no order; empty if it is unknown.</summary>
    /// <param name="folded">A given name folded by <see cref="CharacterFolding.Fold"/>.</param>
    public static IReadOnlyList<string> GivenName(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        return NameDictionary.OfGivenNames.ReadingsOf(folded);
    }

    /// <summary>Whether a reading fits a name.</summary>
    /// <param name="kanji">A surname or given name, folded.</param>
    /// <param name="kana">A reading in kana of any kind.</param>
    /// <param name="part">Which of both.</param>
    public static ReadingAgreement Agree(string kanji, string kana, NamePart part)
    {
        ArgumentNullException.ThrowIfNull(kana);
        var readings = part == NamePart.Surname ? Surname(kanji) : GivenName(kanji);
        if (readings.Count == 0) return ReadingAgreement.Unknown;
        var sound = Kana.Phonetic(kana);
        foreach (var reading in readings)
        {
            if (Kana.Phonetic(reading) == sound) return ReadingAgreement.Same;
        }
        sound = Kana.PhoneticLoose(kana);
        foreach (var reading in readings)
        {
            if (Kana.PhoneticLoose(reading) == sound) return ReadingAgreement.Close;
        }
        return ReadingAgreement.Different;
    }

    /// <summary>Parts a whole name without a blank (渡辺花子, わたなべはなこ) where the dictionary of names says it is likeliest.</summary>
    /// <param name="folded">A whole name, folded.</param>
    /// <returns>The likeliest parts; a name of one character, or of anything but kanji and kana, is not parted.</returns>
    public static NameSplit Split(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var name = Kana.IsKana(folded) ? Kana.ToKatakana(folded) : folded;
        var (best, second, at) = (0.0, 0.0, 0);
        for (var i = 1; i < name.Length && name.Length <= 20 && IsJapanese(name); i++)
        {
            var score = Score(name.AsSpan(0, i), name.AsSpan(i));
            if (score > best) (best, second, at) = (score, best, i);
            else second = Math.Max(second, score);
        }
        // Two parts that the dictionary knows score more than 1; another parting as good takes from what is sure.
        return at == 0 || best < Whole(name) ? new(folded, "", 0) : new(folded[..at], folded[at..], Math.Round(Math.Min(1, best) * (best / (best + (second * second * 0.25))), 2));
    }

    private static double Score(ReadOnlySpan<char> surname, ReadOnlySpan<char> givenName)
    {
        var known = NameDictionary.OfGivenNames.RankOf(givenName) > 0;
        // Most names have two characters in either part.
        var usual = 0.1 + (surname.Length == 2 ? 0.1 : 0) + (givenName.Length == 2 ? 0.1 : 0) - (0.02 * Math.Abs(surname.Length - givenName.Length));
        return Likely(surname) + (known ? 0.35 : 0) + Math.Max(0.01, usual);
    }

    // 長谷川 alone is a surname, and not somebody called 川.
    private static double Whole(string name) => Likely(name) is var likely and > 0 ? likely + 0.6 : 0;

    private static double Likely(ReadOnlySpan<char> surname) =>
        NameDictionary.OfSurnames.RankOf(surname) is var rank and > 0 ? 0.75 - (0.02 * Math.Log2(rank)) : 0;

    private static bool IsJapanese(string name)
    {
        foreach (var c in name)
        {
            if (!CharacterFolding.IsKanji(c) && !Kana.IsLetter(c) && c is not ('々' or '〆') && !char.IsSurrogate(c)) return false;
        }
        return true;
    }
}
