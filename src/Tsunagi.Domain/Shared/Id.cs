using System.Diagnostics.CodeAnalysis;

namespace Tsunagi.Domain.Shared;

/// <summary>
/// The identity of one <typeparamref name="T"/>: a UUID version 7 made by <see cref="IdSource"/>, never by the database.
/// </summary>
/// <remarks>
/// Two ids are equal when their values are. Order by id follows creation order except within one millisecond,
/// so nothing that needs an exact order (the audit) may rely on it. <c>default</c> means "none yet".
/// </remarks>
/// <typeparam name="T">What is identified; an <c>Id&lt;Case&gt;</c> cannot stand where an <c>Id&lt;Person&gt;</c> is wanted.</typeparam>
/// <param name="Value">The UUID.</param>
public readonly record struct Id<T>(Guid Value) : IComparable<Id<T>>, IParsable<Id<T>>
{
    /// <summary>True when this is <c>default</c>.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <inheritdoc/>
    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    /// <summary>The 36-character lower-case form.</summary>
    public override string ToString() => Value.ToString("D");

    /// <summary>Reads the 36-character form.</summary>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static Id<T> Parse(string s, IFormatProvider? provider = null) => new(Guid.ParseExact(s, "D"));

    /// <summary>Reads the 36-character form; false for anything else, the nil UUID included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var ok = Guid.TryParseExact(s, "D", out var value) && value != Guid.Empty;
        result = new(ok ? value : Guid.Empty);
        return ok;
    }

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;
    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;
    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;
}
