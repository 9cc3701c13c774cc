using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>説明の記録: one explanation, as it took place.</summary>
/// <param name="Explainer">Name and post of who explained; not always the one who writes it down.</param>
/// <param name="At">When, an instant.</param>
/// <param name="Language">The language as it is called: 日本語, やさしい日本語, 手話.</param>
/// <param name="Interpreter">Who interpreted, if anybody.</param>
/// <param name="Words">What was explained in which way, if noted.</param>
public sealed record ConsentExplanation(
    string Explainer, DateTimeOffset At, string Language, Interpreter? Interpreter, string? Words)
{
    internal IReadOnlyList<Refusal> Check(Stamp by)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(Explainer))
            refusals.Add(new(RefusalCode.Required, nameof(Explainer)));
        if (string.IsNullOrWhiteSpace(Language))
            refusals.Add(new(RefusalCode.Required, nameof(Language)));
        if (At > by.At)
            refusals.Add(new(RefusalCode.DateInFuture, nameof(At)));
        refusals.AddRange(Consents.Interpreter.Check(Interpreter));
        return refusals;
    }
}

/// <summary>通訳: who interpreted.</summary>
/// <param name="Name">The interpreter's name.</param>
/// <param name="Affiliation">Where from: an agency, a volunteer group, the family.</param>
/// <param name="IsChild">Whether the interpreter is a child; a child never interprets for the family (rules §3).</param>
public sealed record Interpreter(string Name, string Affiliation, bool IsChild)
{
    internal static IEnumerable<Refusal> Check(Interpreter? interpreter)
    {
        if (interpreter is null)
            yield break;
        if (string.IsNullOrWhiteSpace(interpreter.Name))
            yield return new(RefusalCode.Required, nameof(Interpreter));
        if (interpreter.IsChild)
            yield return new(RefusalCode.ConsentChildInterpreter, nameof(Interpreter));
    }
}
