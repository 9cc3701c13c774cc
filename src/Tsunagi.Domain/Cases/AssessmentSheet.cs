namespace Tsunagi.Domain.Cases;

/// <summary>アセスメントの答え: one answer. A question without one is a blank, which nobody hides (W2 flags them).</summary>
/// <param name="Code">The question.</param>
/// <param name="Text">The words; may be empty where it does not apply.</param>
/// <param name="DoesNotApply">該当なし: asked, and there is nothing to say.</param>
public sealed record AssessmentAnswer(string Code, string Text, bool DoesNotApply = false)
{
    /// <summary>Nothing was said.</summary>
    public bool IsBlank => Text.Length == 0 && !DoesNotApply;
}

/// <summary>同等の書類: another agency's paper with the same contents, accepted instead of a section so that nobody asks twice.</summary>
/// <param name="Section">The section it stands for.</param>
/// <param name="Name">What it is.</param>
/// <param name="IssuedOn">When it was made.</param>
/// <param name="IssuedBy">The agency that made it.</param>
/// <param name="Attachment">The attached copy, by its id, if there is one.</param>
public sealed record EquivalentDocument(
    AssessmentSection Section, string Name, DateOnly IssuedOn, string IssuedBy, Guid? Attachment = null);

/// <summary>アセスメントの中身: everything one version says.</summary>
/// <param name="Answers">The answers, at most one for a question.</param>
/// <param name="Issues">課題と特性 (codes).</param>
/// <param name="Documents">Papers accepted instead of a section.</param>
public sealed record AssessmentSheet(
    IReadOnlyList<AssessmentAnswer> Answers, IReadOnlyList<string> Issues, IReadOnlyList<EquivalentDocument> Documents)
{
    /// <summary>A sheet that says nothing yet.</summary>
    public static AssessmentSheet Empty { get; } = new([], [], []);

    /// <summary>The answer to a question; a blank one where there is none.</summary>
    public AssessmentAnswer this[string code] => Answers.FirstOrDefault(a => a.Code == code) ?? new(code, "");

    /// <summary>未記入: the questions without an answer, save where a paper stands for their section.</summary>
    public IReadOnlyList<AssessmentField> Blanks(AssessmentCatalogue catalogue) =>
        [.. catalogue.Fields.Where(f => this[f.Code].IsBlank && Documents.All(d => d.Section != f.Section))];

    /// <summary>The same sheet in the one form that is stored: trimmed, without blanks and repetitions, in a fixed order.</summary>
    internal AssessmentSheet Normal() => new(
        [.. Answers.Select(a => a with { Text = CaseText.Stored(a.Text) }).Where(a => !a.IsBlank)
            .GroupBy(a => a.Code).Select(g => g.Last()).OrderBy(a => a.Code, StringComparer.Ordinal)],
        [.. Issues.Distinct().Order(StringComparer.Ordinal)],
        [.. Documents.Select(d => d with { Name = CaseText.Stored(d.Name), IssuedBy = CaseText.Stored(d.IssuedBy) }).Distinct()]);
}
