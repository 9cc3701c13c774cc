namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>Holds what the host answered against the reviewed rules, and says every difference in a sentence.</summary>
internal static class MatrixReview
{
    public static IReadOnlyList<string> Differences(
        IReadOnlyList<AccessRule> rules, IReadOnlyList<MatrixEndpoint> endpoints, Func<MatrixEndpoint, MatrixRelation, MatrixCell> cellOf)
    {
        var listed = rules.SelectMany(r => r.Endpoints.Select(e => (Endpoint: e, Rule: r))).ToLookup(l => l.Endpoint, l => l.Rule);
        var known = endpoints.Select(e => e.Name).ToHashSet();
        return
        [
            .. listed.Where(l => !known.Contains(l.Key)).Select(l => $"{l.Key}: AccessRules.txt lists it under 「{l.First().Title}」, but the host answers no such thing."),
            .. listed.Where(l => l.Count() > 1).Select(l => $"{l.Key}: AccessRules.txt lists it {l.Count()} times."),
            .. endpoints.Where(e => !listed.Contains(e.Name)).Select(e => $"{e.Name}: no rule in AccessRules.txt. Decide for every relation who may, and list it there."),
            .. endpoints.Where(e => listed.Contains(e.Name)).SelectMany(e => InRow(e, listed[e.Name].First(), cellOf)),
        ];
    }

    private static IEnumerable<string> InRow(MatrixEndpoint endpoint, AccessRule rule, Func<MatrixEndpoint, MatrixRelation, MatrixCell> cellOf)
    {
        foreach (var (relation, expected) in MatrixRelation.All.Zip(rule.Expected))
        {
            var cell = cellOf(endpoint, relation);
            if (cell.Decision != expected)
                yield return $"{endpoint.Name} for {relation.Japanese} ({relation.Key}): the rule 「{rule.Title}」 says {AccessRules.MarkOf(expected)}, the host answered {AccessRules.MarkOf(cell.Decision)}.{Difference(cell)}";
            else if (expected == MatrixDecision.Absent && !cell.TellsNothing)
                yield return $"{endpoint.Name} for {relation.Japanese} ({relation.Key}): denied is not the same as absent.{Difference(cell)}";
        }
    }

    private static string Difference(MatrixCell cell)
    {
        if (cell.OfNothing is not { } nothing || cell.TellsNothing) return "";
        var (of, none) = (cell.Answer.Seen.Split('\n'), nothing.Seen.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(of.Length, none.Length)).First(i => of.ElementAtOrDefault(i) != none.ElementAtOrDefault(i));
        return $" The record: 「{of.ElementAtOrDefault(at)?.Trim()}」. Nobody's: 「{none.ElementAtOrDefault(at)?.Trim()}」.";
    }
}
