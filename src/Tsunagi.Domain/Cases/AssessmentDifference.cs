namespace Tsunagi.Domain.Cases;

/// <summary>項目の変更: what one question said before and after.</summary>
public sealed record AnswerChange(string Code, AssessmentAnswer Before, AssessmentAnswer After);

/// <summary>版の違い: what changed between two versions of an assessment, question by question.</summary>
/// <param name="Answers">Questions whose answer changed.</param>
/// <param name="IssuesAdded">課題 newly seen.</param>
/// <param name="IssuesRemoved">課題 no longer seen.</param>
/// <param name="DocumentsAdded">Papers newly accepted.</param>
/// <param name="DocumentsRemoved">Papers no longer relied on.</param>
public sealed record AssessmentDifference(
    IReadOnlyList<AnswerChange> Answers, IReadOnlyList<string> IssuesAdded, IReadOnlyList<string> IssuesRemoved,
    IReadOnlyList<EquivalentDocument> DocumentsAdded, IReadOnlyList<EquivalentDocument> DocumentsRemoved)
{
    /// <summary>Nothing changed.</summary>
    public bool IsEmpty =>
        Answers.Count + IssuesAdded.Count + IssuesRemoved.Count + DocumentsAdded.Count + DocumentsRemoved.Count == 0;

    /// <summary>Compares two sheets.</summary>
    public static AssessmentDifference Between(AssessmentSheet before, AssessmentSheet after) => new(
        [.. before.Answers.Concat(after.Answers).Select(a => a.Code).Distinct()
            .Select(code => new AnswerChange(code, before[code], after[code]))
            .Where(change => change.Before != change.After)],
        [.. after.Issues.Except(before.Issues)], [.. before.Issues.Except(after.Issues)],
        [.. after.Documents.Except(before.Documents)], [.. before.Documents.Except(after.Documents)]);
}

/// <summary>食い違い: a question two editors answered differently at the same time.</summary>
/// <param name="Code">The question.</param>
/// <param name="Base">What both had read.</param>
/// <param name="Theirs">What the other saved meanwhile.</param>
/// <param name="Mine">What this editor wrote.</param>
public sealed record AnswerConflict(string Code, AssessmentAnswer Base, AssessmentAnswer Theirs, AssessmentAnswer Mine);

/// <summary>
/// 同時編集の突き合わせ: puts together what two editors made of the same version, so that nothing either typed is lost.
/// Where only one of them changed something, that change stands; where both did, the conflict is shown with all three words.
/// </summary>
/// <param name="Sheet">Everything that could be put together; at a conflict it holds this editor's words.</param>
/// <param name="Conflicts">What a human has to choose.</param>
public sealed record AssessmentMerge(AssessmentSheet Sheet, IReadOnlyList<AnswerConflict> Conflicts)
{
    /// <summary>Puts two sheets grown from one base together.</summary>
    public static AssessmentMerge Of(AssessmentSheet @base, AssessmentSheet theirs, AssessmentSheet mine)
    {
        List<AssessmentAnswer> answers = [];
        List<AnswerConflict> conflicts = [];
        foreach (var code in @base.Answers.Concat(theirs.Answers).Concat(mine.Answers).Select(a => a.Code).Distinct())
        {
            var (was, their, own) = (@base[code], theirs[code], mine[code]);
            answers.Add(own == was ? their : own);
            if (own != was && their != was && own != their)
                conflicts.Add(new(code, was, their, own));
        }
        var sheet = new AssessmentSheet(
            answers, Both(@base.Issues, theirs.Issues, mine.Issues), Both(@base.Documents, theirs.Documents, mine.Documents));
        return new(sheet.Normal(), conflicts);
    }

    /// <summary>What either added is in; what either took away is out.</summary>
    private static List<T> Both<T>(IReadOnlyList<T> @base, IReadOnlyList<T> theirs, IReadOnlyList<T> mine) =>
        [.. theirs.Union(mine).Where(item => (theirs.Contains(item) && mine.Contains(item)) || !@base.Contains(item))];
}
