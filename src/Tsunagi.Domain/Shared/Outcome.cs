namespace Tsunagi.Domain.Shared;

/// <summary>A refusal: the rule that stood in the way, and the field it concerns if one does.</summary>
/// <remarks>A refusal is an expected answer, never an exception. Its words are made in the web project.</remarks>
/// <param name="Code">Why.</param>
/// <param name="Field">The input it concerns, by its English property name; null when it concerns the act as a whole.</param>
/// <param name="About">What the words of this reason name: a value on record, or who is meant; null where they name nothing.</param>
public sealed record Refusal(RefusalCode Code, string? Field = null, string? About = null);

/// <summary>What came of an act: done, or refused with one or more reasons.</summary>
public class Outcome
{
    private protected Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    /// <summary>Empty when the act was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when nothing stood in the way.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>The act was done.</summary>
    public static Outcome Done { get; } = new([]);

    /// <summary>The act was refused for one reason.</summary>
    public static Outcome Refused(RefusalCode code, string? field = null) => new([new(code, field)]);

    /// <summary>The act was refused; <paramref name="refusals"/> must not be empty.</summary>
    public static Outcome Refused(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    /// <summary>Done when <paramref name="refusals"/> is empty, refused otherwise.</summary>
    public static Outcome From(IReadOnlyList<Refusal> refusals) => refusals.Count == 0 ? Done : new(refusals);
}

/// <summary>What came of an act that yields a value.</summary>
/// <typeparam name="T">What a done act yields.</typeparam>
public sealed class Outcome<T> : Outcome
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals) : base(refusals) => this.value = value;

    /// <summary>What the act yielded.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => IsDone ? value! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    /// <summary>A done act.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A refused act.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);

    /// <summary>A refused act, carried over from another.</summary>
    public static Outcome<T> Carry(Outcome refused) =>
        refused.IsDone ? throw new ArgumentException("Only a refusal can be carried.", nameof(refused)) : new(default, refused.Refusals);
}
