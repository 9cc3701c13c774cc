using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>訂正: one field written anew, with what stood there before. Nothing is overwritten silently .</summary>
public sealed class Correction
{
    private Correction() { }

    internal Correction(int number, FieldChange change, string? reason, Stamp by) =>
        (Number, Field, OldValue, NewValue, Reason, By, At) =
        (number, change.Field, change.OldValue, change.NewValue, reason, by.Account, by.At);

    /// <summary>From 1, counted up within the record.</summary>
    public int Number { get; private set; }

    /// <summary>The field, by its English property name.</summary>
    public string Field { get; private set; } = "";

    /// <summary>What stood there; null when the field was blank, so this is an addition (補記).</summary>
    public string? OldValue { get; private set; }

    /// <summary>What stands there since.</summary>
    public string? NewValue { get; private set; }

    /// <summary>Why; always given where something stood before.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who corrected.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>True when the values were taken out because they tell where a protected person is .</summary>
    public bool IsWithheld { get; private set; }

    internal void Withhold() => (OldValue, NewValue, IsWithheld) = (null, null, true);
}

/// <summary>A field's value before and after, as text.</summary>
internal sealed record FieldChange(string Field, string? OldValue, string? NewValue)
{
    internal bool IsAddition => OldValue is null;

    /// <summary>The fields of two states of a record that differ.</summary>
    internal static IReadOnlyList<FieldChange> Between(
        IEnumerable<(string Field, string? Value)> before, IEnumerable<(string Field, string? Value)> after) =>
        [.. before.Zip(after)
            .Select(pair => new FieldChange(pair.First.Field, Blank(pair.First.Value), Blank(pair.Second.Value)))
            .Where(change => change.OldValue != change.NewValue)];

    /// <summary>Refusals of a correction as such: nothing changed, or something replaced without a reason.</summary>
    internal static FieldChecks Check(IReadOnlyList<FieldChange> changes, string? reason) =>
        new FieldChecks()
            .RefuseIf(changes.Count == 0, RefusalCode.NothingChanged)
            .RefuseIf(changes.Any(change => !change.IsAddition) && string.IsNullOrWhiteSpace(reason), RefusalCode.Required, "Reason")
            .Text("Reason", reason, FieldChecks.Short);

    private static string? Blank(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
