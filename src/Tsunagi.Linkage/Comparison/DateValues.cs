using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Dates of birth as they were written, in any era; a day that no calendar has is compared by its figures.</summary>
sealed class DateValues(IReadOnlyList<BirthDate> dates) : ValueSet
{
    private const byte Partial = 2, Slip = 3, TwoParts = 4, OnePart = 5;
    private readonly BirthDate[] dates = [.. dates];

    public override IReadOnlyList<string> Levels { get; } =
        ["missing", "same", "the same as far as known", "one slip", "two of three parts the same", "the year the same", "different"];

    public override int Count => dates.Length;

    public override IReadOnlyList<(string, int[])> Keys =>
    [
        ("same", Key(d => d is { Year: { } y, Month: { } m, Day: { } d2 } ? y * 10_000 + m * 100 + d2 : -1)),
        ("year and month", Key(d => d is { Year: { } y, Month: { } m } ? y * 100 + m : -1)),
        ("month and day", Key(d => d is { Month: { } m, Day: { } d2 } ? m * 100 + d2 : -1)),
        ("year and day", Key(d => d is { Year: { } y, Day: { } d2 } ? y * 100 + d2 : -1)),
    ];

    private int[] Key(Func<BirthDate, int> key) => [.. dates.Select(key)];

    protected override byte CompareDifferent(int left, int right) => BirthDate.Compare(dates[left], dates[right]) switch
    {
        BirthDateAgreement.Unknown => Missing,
        BirthDateAgreement.Same => Same,
        BirthDateAgreement.SameButPartial => Partial,
        BirthDateAgreement.DayMonthSwapped or BirthDateAgreement.EraSlip or BirthDateAgreement.DigitSlip => Slip,
        BirthDateAgreement.YearOff => TwoParts,
        BirthDateAgreement.YearAndPlaceholder or BirthDateAgreement.CloseDay or BirthDateAgreement.Different => CompareParts(dates[left], dates[right]),
    };

    private byte CompareParts(BirthDate a, BirthDate b)
    {
        var year = a.Year is { } y && y == b.Year;
        if (year && ((a.Month is { } m && m == b.Month) || (a.Day is { } d && d == b.Day))) return TwoParts;
        return year ? OnePart : Different;
    }
}
