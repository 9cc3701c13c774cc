namespace Tsunagi.Linkage.Japanese;

/// <summary>How far two addresses agree, from the strongest to none.</summary>
public enum AddressAgreement
{
    /// <summary>One of them is unknown, or they have no part to compare.</summary>
    Unknown,
    /// <summary>The same numbers, and the same room or none.</summary>
    Same,
    /// <summary>The same numbers, and only one of them says a room.</summary>
    SameWithoutRoom,
    /// <summary>The same numbers and two different rooms: neighbours in one building.</summary>
    SameBuilding,
    /// <summary>The same 丁目 and 番 (or 番地), or one of them says no more than that.</summary>
    SameBlock,
    /// <summary>The same 丁目.</summary>
    SameChome,
    /// <summary>The same 町字.</summary>
    SameTown,
    /// <summary>The same 市区町村.</summary>
    SameCity,
    /// <summary>Another municipality, or another town where a municipality is not known.</summary>
    Different,
}

public sealed partial record Address
{
    /// <summary>
    /// How far two addresses agree. Symmetric. A part that one of them leaves out (prefecture, municipality) is no
    /// disagreement; numbers are compared in a row, so that 三丁目12番 and 3-12 agree.
    /// </summary>
    /// <remarks>
    /// Addresses that are not Japanese are <see cref="AddressAgreement.Same"/> with the same words, <see cref="AddressAgreement.SameWithoutRoom"/>
    /// when one has all words of the other, <see cref="AddressAgreement.SameTown"/> with half of all words in common, else different.
    /// </remarks>
    public static AddressAgreement Compare(Address a, Address b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.IsUnknown || b.IsUnknown) return AddressAgreement.Unknown;
        if (a.Words.Count > 0 || b.Words.Count > 0) return CompareWords(a.Words, b.Words);
        if (Conflict(a.Prefecture, b.Prefecture) || CitiesConflict(a.City, b.City)) return AddressAgreement.Different;
        var sameCity = a.City.Length > 0 && b.City.Length > 0;
        if (a.Town.Length == 0 || b.Town.Length == 0) return sameCity ? AddressAgreement.SameCity : AddressAgreement.Unknown;
        if (a.Town != b.Town) return sameCity ? AddressAgreement.SameCity : AddressAgreement.Different;
        return CompareNumbers(a, b);
    }

    private static bool Conflict(string a, string b) => a.Length > 0 && b.Length > 0 && a != b;

    // 港北区 and 横浜市港北区 are the same.
    private static bool CitiesConflict(string a, string b) =>
        Conflict(a, b) && !a.EndsWith(b, StringComparison.Ordinal) && !b.EndsWith(a, StringComparison.Ordinal);

    private static AddressAgreement CompareNumbers(Address a, Address b)
    {
        Span<int> left = stackalloc int[3];
        Span<int> right = stackalloc int[3];
        left = left[..a.Row(left)];
        right = right[..b.Row(right)];
        var same = left.CommonPrefixLength(right);
        if (same == left.Length && same == right.Length && same > 0) return CompareRooms(a.Room, b.Room);
        var toBlock = a.Chome is null && b.Chome is null ? 1 : 2;
        if (same >= toBlock) return AddressAgreement.SameBlock;
        return same == 1 ? AddressAgreement.SameChome : AddressAgreement.SameTown;
    }

    private int Row(Span<int> row)
    {
        var count = 0;
        if (Chome is { } chome) row[count++] = chome;
        if (Block is { } block) row[count++] = block;
        if (Lot is { } lot) row[count++] = lot;
        return count;
    }

    private static AddressAgreement CompareRooms(string a, string b) =>
        a == b ? AddressAgreement.Same : Conflict(a, b) ? AddressAgreement.SameBuilding : AddressAgreement.SameWithoutRoom;

    private static AddressAgreement CompareWords(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return AddressAgreement.Unknown;
        var common = a.Intersect(b).Count();
        var (fewer, all) = (Math.Min(a.Distinct().Count(), b.Distinct().Count()), a.Union(b).Count());
        return common == all ? AddressAgreement.Same
            : common == fewer ? AddressAgreement.SameWithoutRoom
            : common * 2 >= all ? AddressAgreement.SameTown
            : AddressAgreement.Different;
    }
}
