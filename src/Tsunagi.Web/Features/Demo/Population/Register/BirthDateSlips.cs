namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>Birth dates with figures wrong or missing, on the calendar or not.</summary>
static class BirthDateSlips
{
    // The year before year 1 of 大正, 昭和, 平成, 令和.
    private static readonly int[] YearZero = [1911, 1925, 1988, 2018];

    internal static bool Partial(Draft draft, Random random)
    {
        if (!draft.IsFull) return false;
        draft.Day = null;
        if (random.Next(2) == 0) draft.Month = null;
        return true;
    }

    /// <summary>The year's number in the era before or after.</summary>
    internal static bool Era(Draft draft, Random random)
    {
        if (draft.Year is not { } year || !draft.IsFull) return false;
        var era = Array.FindLastIndex(YearZero, zero => year > zero);
        var other = random.Next(2) == 0 ? era - 1 : era + 1;
        if (era < 0 || other < 0 || other >= YearZero.Length) return false;
        draft.Year = YearZero[other] + (year - YearZero[era]);
        return true;
    }

    internal static bool Swap(Draft draft)
    {
        if (!draft.IsFull || draft.Day > 12 || draft.Day == draft.Month) return false;
        (draft.Month, draft.Day) = (draft.Day, draft.Month);
        return true;
    }

    /// <summary>One figure wrong, or two of the day changed.</summary>
    internal static bool Digit(Draft draft, Random random)
    {
        if (!draft.IsFull) return false;
        switch (random.Next(4))
        {
            case 0:
                draft.Year += random.Next(2) == 0 ? -1 : 1;
                return true;
            case 1:
                draft.Year += random.Next(2) == 0 ? -10 : 10;
                return true;
            case 2:
                draft.Month = draft.Month % 10 == 1 ? draft.Month + 1 : draft.Month - 1;
                return true;
            default:
                draft.Day = draft.Day is 12 or 13 or 23 ? (draft.Day % 10 * 10) + (draft.Day / 10) : draft.Day % 10 == 0 ? draft.Day + 1 : draft.Day - 1;
                if (draft.Day == 0) draft.Day = 3;
                return true;
        }
    }

    internal static bool Placeholder(Draft draft)
    {
        if (!draft.IsFull || draft is { Month: 1, Day: 1 }) return false;
        (draft.Month, draft.Day) = (1, 1);
        return true;
    }
}
