using System.Globalization;

namespace Tsunagi.Domain.Plans;

/// <summary>変更の種類.</summary>
public enum PlanChangeKind
{
    /// <summary>追加.</summary>
    Added,
    /// <summary>削除.</summary>
    Removed,
    /// <summary>変更.</summary>
    Changed,
}

/// <summary>変更点: one difference between two versions, with the name of the field.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Field">The field: a property of <see cref="PlanContent"/>, followed by a property of the entry where one entry changed.</param>
/// <param name="Entry">Which entry of a list: its number or name; null for a plain field.</param>
/// <param name="Before">The old value; null when added.</param>
/// <param name="After">The new value; null when removed.</param>
public sealed record PlanChange(PlanChangeKind Kind, string Field, string? Entry, string? Before, string? After);

/// <summary>版の違い: what changed from one version to another, readable line by line.</summary>
public static class PlanDifference
{
    /// <summary>The differences in the order the form shows them; empty when the two say the same.</summary>
    public static IReadOnlyList<PlanChange> Between(PlanContent before, PlanContent after) =>
    [
        .. Entries("Subjects", before.Subjects, after.Subjects, s => s.ToString(), []),
        .. Plain(nameof(PlanContent.MainAgency), before.MainAgency.ToString(), after.MainAgency.ToString()),
        .. Entries(nameof(PlanContent.Goals), before.Goals, after.Goals, g => Text(g.Number),
            [new("Words", g => g.Words), new("Horizon", g => g.Horizon.ToString()), new("Person", g => g.Person.ToString())]),
        .. Plain(nameof(PlanContent.Approach), before.Approach.ToString(), after.Approach.ToString()),
        .. Plain(nameof(PlanContent.Policy), before.Policy, after.Policy),
        .. Entries(nameof(PlanContent.Actions), before.Actions, after.Actions, a => Text(a.Number),
            [new("What", a => a.What), new("Who", a => a.Who), new("Until", a => Text(a.Until)), new("Goal", a => Text(a.Goal))]),
        .. Plain(nameof(PlanContent.InformalHelp), before.InformalHelp, after.InformalHelp),
        .. Entries(nameof(PlanContent.Roles), before.Roles, after.Roles, r => r.AgencyName,
            [new("Role", r => r.Role), new("Category", r => r.Category), new("Organisation", r => r.Organisation?.ToString())]),
        .. Plain(nameof(PlanContent.From), Text(before.From), Text(after.From)),
        .. Plain(nameof(PlanContent.Until), Text(before.Until), Text(after.Until)),
        .. Plain(nameof(PlanContent.MonitoringOn), Text(before.MonitoringOn), Text(after.MonitoringOn)),
    ];

    private sealed record Part<T>(string Name, Func<T, string?> Read);

    private static IEnumerable<PlanChange> Plain(string field, string? before, string? after)
    {
        if ((before ?? "") != (after ?? ""))
            yield return new(KindOf(before, after), field, null, before, after);
    }

    private static IEnumerable<PlanChange> Entries<T>(
        string field, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, IReadOnlyList<Part<T>> parts)
    {
        string? Whole(T entry) => parts.Count == 0 ? key(entry) : parts[0].Read(entry);
        foreach (var old in before)
        {
            if (after.Where(a => key(a) == key(old)).Take(1).ToList() is not [var now])
            {
                yield return new(PlanChangeKind.Removed, field, key(old), Whole(old), null);
                continue;
            }
            foreach (var part in parts.Where(p => (p.Read(old) ?? "") != (p.Read(now) ?? "")))
                yield return new(PlanChangeKind.Changed, $"{field}.{part.Name}", key(old), part.Read(old), part.Read(now));
        }
        foreach (var added in after.Where(a => before.All(b => key(b) != key(a))))
            yield return new(PlanChangeKind.Added, field, key(added), null, Whole(added));
    }

    private static PlanChangeKind KindOf(string? before, string? after) =>
        string.IsNullOrEmpty(before) ? PlanChangeKind.Added
        : string.IsNullOrEmpty(after) ? PlanChangeKind.Removed
        : PlanChangeKind.Changed;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
