namespace Tsunagi.Linkage.Japanese;

/// <summary>Takes a written date apart: an era, and up to three numbers with their lengths.</summary>
ref struct DateReader(string text)
{
    private const string Months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private const int LongestNumber = 8;
    private Three values;
    private Three lengths;
    private int count;
    private int namedMonth;
    private JapaneseEra era;

    internal BirthDate Read()
    {
        Scan();
        if (Math.Max(lengths[0], Math.Max(lengths[1], lengths[2])) > LongestNumber) return default;
        if (namedMonth > 0) return WithNamedMonth();
        return (count, era) switch
        {
            (0, _) => default,
            (1, not JapaneseEra.None) => OneAfterEra(),
            (1, _) => One(values[0], lengths[0]),
            (_, not JapaneseEra.None) => Of(JapaneseEras.YearOf(era, values[0]), values[1], count > 2 ? values[2] : 0, era),
            (2, _) => Two(),
            _ => Of3(),
        };
    }

    private void Scan()
    {
        for (var i = 0; i < text.Length && count < 3;)
        {
            var c = Half(text[i]);
            if (IsFigure(c)) i = Number(i);
            // Brackets hold a weekday or the year in the other calendar.
            else if (c is '(' && count > 0) i = text.AsSpan(i).IndexOfAny(')', '）') is var end and > 0 ? i + end + 1 : text.Length;
            else if (c is ':' && count > 0) break;
            else if (char.IsAsciiLetter(c)) i = Word(i);
            else i = Era(i, c);
        }
    }

    private int Number(int at)
    {
        var (value, length, tens) = (0, 0, 0);
        for (; at < text.Length; at++)
        {
            var c = Half(text[at]);
            if (c is '十')
            {
                if (length < LongestNumber) (tens, value) = (tens + (Math.Max(1, value) * 10), 0);
                length++;
            }
            else if (Figure(c) is var figure and >= 0)
            {
                // 二十三 is 20 and 3; 一九四八 and 1948 are figures in a row.
                if (length < LongestNumber) value = (value * 10) + figure;
                length++;
            }
            else
            {
                break;
            }
        }
        (values[count], lengths[count]) = (tens + value, length);
        count++;
        return at;
    }

    private int Word(int at)
    {
        var end = at;
        Span<char> word = stackalloc char[60];
        while (end < text.Length && char.IsAsciiLetter(Half(text[end]))) word[end - at] = char.ToUpperInvariant(Half(text[end++]));
        var letters = word[..(end - at)];
        if (letters.Length == 1 && count == 0) era = JapaneseEras.Named(letters[0]);
        for (var month = 0; letters.Length >= 3 && month < 12; month++)
        {
            if (letters.StartsWith(Months.AsSpan(month * 3, 3))) namedMonth = month + 1;
        }
        return end;
    }

    private int Era(int at, char c)
    {
        if (count > 0) return at + 1;
        if (c is '元')
        {
            (values[0], lengths[0], count) = (1, 1, 1);
            return at + 1;
        }
        var named = c switch { '㍾' => JapaneseEra.Meiji, '㍽' => JapaneseEra.Taisho, '㍼' => JapaneseEra.Showa, '㍻' => JapaneseEra.Heisei, '㋿' => JapaneseEra.Reiwa, _ => JapaneseEras.Named(c) };
        if (named != JapaneseEra.None && era == JapaneseEra.None) era = named;
        return at + 1;
    }

    private readonly BirthDate OneAfterEra() =>
        lengths[0] switch
        {
            6 => Packed(era, values[0]),
            4 => Of(JapaneseEras.YearOf(era, values[0] / 100), values[0] % 100, 0, era),
            <= 2 when values[0] > 0 => Of(JapaneseEras.YearOf(era, values[0]), 0, 0, era),
            _ => default,
        };

    private static BirthDate One(int value, int length) => length switch
    {
        8 when value / 10_000 is >= 1800 and <= 2199 || value % 10_000 is < 1800 or > 2199 => Of(value / 10_000, value / 100 % 100, value % 100),
        8 => DayAndMonth(value / 1_000_000, value / 10_000 % 100, value % 10_000),
        7 when value / 1_000_000 is >= 1 and <= 5 => Packed((JapaneseEra)(value / 1_000_000), value % 1_000_000),
        6 when value / 100 is >= 1800 and <= 2199 && value % 100 is >= 1 and <= 12 => Of(value / 100, value % 100, 0),
        6 => Short(value / 10_000, value / 100 % 100, value % 100),
        4 => Of(value, 0, 0),
        _ => default,
    };

    private readonly BirthDate Two() =>
        lengths[0] == 4 ? Of(values[0], values[1], 0)
        : lengths[1] == 4 ? Of(values[1], values[0], 0)
        : lengths[0] <= 2 && lengths[1] <= 2 ? Short(values[0], values[1], 0)
        : default;

    private readonly BirthDate Of3() =>
        lengths[0] >= 3 ? Of(values[0], values[1], values[2])
        : lengths[2] == 4 ? DayAndMonth(values[0], values[1], values[2])
        : Short(values[0], values[1], values[2]);

    private readonly BirthDate WithNamedMonth()
    {
        var (first, second) = (count > 0 ? values[0] : 0, count > 1 ? values[1] : 0);
        if (count == 1) return lengths[0] == 4 ? Of(first, namedMonth, 0) : Of(0, namedMonth, first);
        return count == 0 ? default : lengths[0] == 4 ? Of(first, namedMonth, second) : Of(second, namedMonth, first);
    }

    private static BirthDate DayAndMonth(int first, int second, int year) =>
        first > 12 && second <= 12 ? Of(year, second, first) : Of(year, first, second) with { IsAmbiguous = first <= 12 && second <= 12 && first != second };

    private static BirthDate Packed(JapaneseEra era, int value) => Of(JapaneseEras.YearOf(era, value / 10_000), value / 100 % 100, value % 100, era);

    private static BirthDate Short(int year, int month, int day) => Of(0, month, day) with { ShortYear = year };

    private static BirthDate Of(int year, int month, int day, JapaneseEra era = JapaneseEra.None) =>
        new(year is 0 or > 9998 ? null : year, month is 0 or > 99 ? null : month, day is 0 or > 99 ? null : day) { Era = era };

    private static char Half(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;

    private static bool IsFigure(char c) => c == '十' || Figure(c) >= 0;

    private static int Figure(char c) => char.IsAsciiDigit(c) ? c - '0' : c is '零' ? 0 : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal);

    [System.Runtime.CompilerServices.InlineArray(3)]
    private struct Three
    {
        private int first;
    }
}
