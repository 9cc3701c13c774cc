namespace Tsunagi.Domain.Profiles;

/// <summary>有効期間: a span of days. Both ends are included; a missing end is open.</summary>
public static class Validity
{
    /// <summary>Whether <paramref name="day"/> lies in the span. Both ends are included.</summary>
    public static bool Covers(DateOnly? from, DateOnly? to, DateOnly day) =>
        (from is null || from <= day) && (to is null || day <= to);

    /// <summary>Whether two spans share at least one day.</summary>
    public static bool Overlap(DateOnly? from1, DateOnly? to1, DateOnly? from2, DateOnly? to2) =>
        (to2 is null || from1 is null || from1 <= to2) && (to1 is null || from2 is null || from2 <= to1);
}
