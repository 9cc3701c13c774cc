namespace Tsunagi.Linkage.Japanese;

/// <summary>元号 since 明治, as a written date names them.</summary>
public enum JapaneseEra
{
    /// <summary>No era was written.</summary>
    None,
    /// <summary>明治, year 1 is 1868.</summary>
    Meiji,
    /// <summary>大正, year 1 is 1912.</summary>
    Taisho,
    /// <summary>昭和, year 1 is 1926.</summary>
    Showa,
    /// <summary>平成, year 1 is 1989.</summary>
    Heisei,
    /// <summary>令和, year 1 is 2019.</summary>
    Reiwa,
}

/// <summary>The arithmetic of eras; only years count here, for a written date is compared and not judged.</summary>
static class JapaneseEras
{
    // The year before year 1, at the era's own place; years run on past an era's end because people write them on (昭和65年).
    private static readonly int[] YearZero = [0, 1867, 1911, 1925, 1988, 2018];
    private const string Letters = "-MTSHR";
    private const string Kanji = "-明大昭平令";

    /// <summary>The year of the western calendar.</summary>
    internal static int YearOf(JapaneseEra era, int eraYear) => YearZero[(int)era] + eraYear;

    /// <summary>The number of a year within an era, from 1; 0 or less before the era, and any number after it.</summary>
    internal static int EraYearOf(JapaneseEra era, int year) => year - YearZero[(int)era];

    /// <summary>The era a year begins in (1989: 昭和).</summary>
    internal static JapaneseEra At(int year)
    {
        for (var i = YearZero.Length - 1; i > 0; i--)
        {
            if (year > YearZero[i] + 1 || (i == 1 && year > YearZero[i])) return (JapaneseEra)i;
        }
        return JapaneseEra.None;
    }

    /// <summary>Whether the years have the same number in two different eras (昭和23年, 平成23年).</summary>
    internal static bool AreSlip(int a, int b)
    {
        for (var one = 1; one < YearZero.Length; one++)
        {
            for (var other = 1; other < YearZero.Length; other++)
            {
                if (one != other && (IsIn(a, one) || IsIn(b, other)) && a - YearZero[one] == b - YearZero[other]) return true;
            }
        }
        return false;
    }

    /// <summary>The era a letter of either case, or the first kanji of its name, stands for.</summary>
    internal static JapaneseEra Named(char letter)
    {
        var at = Letters.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
        return (JapaneseEra)Math.Max(0, at > 0 ? at : Kanji.IndexOf(letter, StringComparison.Ordinal));
    }

    private static bool IsIn(int year, int era) =>
        year > YearZero[era] && (era == YearZero.Length - 1 || year <= YearZero[era + 1] + 1);
}
