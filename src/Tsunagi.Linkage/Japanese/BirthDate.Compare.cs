namespace Tsunagi.Linkage.Japanese;

/// <summary>How far two birth dates agree, from the strongest to none.</summary>
public enum BirthDateAgreement
{
    /// <summary>One of them is unknown, or they know no part in common.</summary>
    Unknown,
    /// <summary>Every figure is the same; of an ambiguous date, in either order.</summary>
    Same,
    /// <summary>The parts both know are the same, and one of them knows less.</summary>
    SameButPartial,
    /// <summary>Day and month have changed places.</summary>
    DayMonthSwapped,
    /// <summary>The year has the same number in another era (昭和23年, 平成23年); month and day are the same.</summary>
    EraSlip,
    /// <summary>One figure is another, or two neighbours have changed places, in the western year or in the era's.</summary>
    DigitSlip,
    /// <summary>Month and day are the same, the year is another.</summary>
    YearOff,
    /// <summary>The same year and one of them says 1 January, which stands for an unknown day in many registers.</summary>
    YearAndPlaceholder,
    /// <summary>Year and month are the same and the days are more than a slip apart, or the dates are at most three days apart.</summary>
    CloseDay,
    /// <summary>Nothing of the above.</summary>
    Different,
}

public readonly partial record struct BirthDate
{
    /// <summary>How far two dates agree. Symmetric.</summary>
    public static BirthDateAgreement Compare(BirthDate a, BirthDate b)
    {
        if (a.IsUnknown || b.IsUnknown) return BirthDateAgreement.Unknown;
        if (!a.IsFull || !b.IsFull) return ComparePartial(a, b);
        var (sameYear, sameDay) = (a.Year == b.Year, a.Month == b.Month && a.Day == b.Day);
        var swapped = a.Month == b.Day && a.Day == b.Month;
        if (sameYear && (sameDay || (swapped && (a.IsAmbiguous || b.IsAmbiguous)))) return BirthDateAgreement.Same;
        if (sameYear && swapped) return BirthDateAgreement.DayMonthSwapped;
        if (sameDay && JapaneseEras.AreSlip(a.Year!.Value, b.Year!.Value)) return BirthDateAgreement.EraSlip;
        if (IsSlip(a.Digits, b.Digits) || (sameDay && IsSlipInEra(a.Year!.Value, b.Year!.Value))) return BirthDateAgreement.DigitSlip;
        if (sameDay) return BirthDateAgreement.YearOff;
        if (sameYear && (IsPlaceholder(a) || IsPlaceholder(b))) return BirthDateAgreement.YearAndPlaceholder;
        return (sameYear && a.Month == b.Month) || AreClose(a, b) ? BirthDateAgreement.CloseDay : BirthDateAgreement.Different;
    }

    private static BirthDateAgreement ComparePartial(BirthDate a, BirthDate b)
    {
        var years = SameYear(a, b);
        var (months, days) = (Same(a.Month, b.Month), Same(a.Day, b.Day));
        if (years is null && months is null && days is null) return BirthDateAgreement.Unknown;
        if (years != false && months != false && days != false) return BirthDateAgreement.SameButPartial;
        return years == false && months == true && days == true ? BirthDateAgreement.YearOff : BirthDateAgreement.Different;
    }

    private static bool? Same(int? a, int? b) => a is null || b is null ? null : a == b;

    private static bool? SameYear(BirthDate a, BirthDate b) =>
        (a.ShortYear ?? b.ShortYear) is not { } shorter ? Same(a.Year, b.Year)
        : (a.Year ?? b.Year) is { } year ? CanBe(shorter, year)
        : Same(a.ShortYear, b.ShortYear);

    private static bool CanBe(int shorter, int year)
    {
        if (year % 100 == shorter) return true;
        for (var era = JapaneseEra.Meiji; era <= JapaneseEra.Reiwa; era++)
        {
            if (JapaneseEras.YearOf(era, shorter) == year) return true;
        }
        return false;
    }

    private static bool IsPlaceholder(BirthDate date) => date is { Month: 1, Day: 1 };

    private static bool IsSlipInEra(int a, int b)
    {
        var era = JapaneseEras.At(a);
        return era != JapaneseEra.None && era == JapaneseEras.At(b) && IsSlip(JapaneseEras.EraYearOf(era, a), JapaneseEras.EraYearOf(era, b));
    }

    /// <summary>Whether two numbers differ in one of them, or by two neighbours changed.</summary>
    private static bool IsSlip(int a, int b)
    {
        while (a > 0 && a % 10 == b % 10) (a, b) = (a / 10, b / 10);
        if (a == b || a == 0 || b == 0) return false;
        if (a / 10 == b / 10) return true;
        return a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;
    }

    private static bool AreClose(BirthDate a, BirthDate b) =>
        a.IsOnCalendar && b.IsOnCalendar && Math.Abs(DayNumber(a) - DayNumber(b)) <= 3;

    private static int DayNumber(BirthDate date) => new DateOnly(date.Year!.Value, date.Month!.Value, date.Day!.Value).DayNumber;
}
