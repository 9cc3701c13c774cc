namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>One rule of the reviewed table: why, for whom, and which endpoints follow it.</summary>
internal sealed record AccessRule(string Group, string Title, string Reason, IReadOnlyList<MatrixDecision> Expected, IReadOnlyList<string> Endpoints);

/// <summary>
/// The reviewed expectation, written by people in AccessRules.txt and by nobody else: the matrix compares what the host
/// answers with it, and never the other way round.
/// </summary>
internal static class AccessRules
{
    private static readonly Dictionary<char, MatrixDecision> Marks = new()
    {
        ['○'] = MatrixDecision.Allowed,
        ['◇'] = MatrixDecision.Blank,
        ['－'] = MatrixDecision.Absent,
        ['×'] = MatrixDecision.NotAllowed,
        ['入'] = MatrixDecision.SignIn,
    };

    public static IReadOnlyList<AccessRule> Load() => Read(File.ReadAllLines(Repository.File("tests/Tsunagi.Web.Tests/Access/Matrix/AccessRules.txt")));

    public static IReadOnlyList<AccessRule> Read(IEnumerable<string> lines)
    {
        List<AccessRule> rules = [];
        var (group, title, reason) = ("", "", "");
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) (title, reason) = (line[3..], "");
            else if (line.StartsWith("# ", StringComparison.Ordinal)) group = line[2..];
            else if (line.StartsWith("= ", StringComparison.Ordinal)) rules.Add(new(group, title, reason, Decisions(title, line[2..]), []));
            else if (line.StartsWith("- ", StringComparison.Ordinal)) rules[^1] = rules[^1] with { Endpoints = [.. rules[^1].Endpoints, line[2..]] };
            else reason += line;
        }
        return rules;
    }

    /// <summary>How a decision is written in the table and in the document.</summary>
    public static string MarkOf(MatrixDecision decision) => Marks.ContainsValue(decision) ? Marks.Single(m => m.Value == decision).Key.ToString() : $"{decision}";

    private static List<MatrixDecision> Decisions(string title, string marks)
    {
        var decisions = marks.Where(m => m != ' ').Select(m => Marks[m]).ToList();
        return decisions.Count == MatrixRelation.All.Count ? decisions
            : throw new InvalidDataException($"The rule 「{title}」 decides for {decisions.Count} relations, there are {MatrixRelation.All.Count}.");
    }
}
