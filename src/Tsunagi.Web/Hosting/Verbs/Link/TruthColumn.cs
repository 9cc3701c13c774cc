using System.Text.RegularExpressions;
using Tsunagi.Linkage;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Hosting;

/// <summary>A column that says which person a record is of. It measures a linkage and takes no part in it.</summary>
/// <param name="Column">Its heading.</param>
/// <param name="Pattern">Which part of it names the person, if not all of it.</param>
sealed partial record TruthColumn(string Column, Regex? Pattern)
{
    /// <summary>Reads COLUMN or COLUMN:PATTERN.</summary>
    /// <exception cref="VerbException">The pattern is none.</exception>
    public static TruthColumn? Parse(string? text)
    {
        if (text is null) return null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new(text, null);
        try
        {
            return new(text[..colon], new(text[(colon + 1)..], RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new VerbException($"--truth {text}: what follows the colon is no pattern: {e.Message}");
        }
    }

    /// <summary>The person that a text names: the first group of the pattern, or the whole text.</summary>
    public string PersonIn(ReadOnlySpan<char> text)
    {
        var whole = text.Trim().ToString();
        if (Pattern is null) return whole;
        var match = Pattern.Match(whole);
        return match.Success ? match.Groups[match.Groups.Count > 1 ? 1 : 0].Value : whole;
    }
}

/// <summary>How good a linkage was, where the truth is known.</summary>
static class TruthFigures
{
    /// <summary>Precision, recall and F1 over pairs of records, as one line.</summary>
    public static string Of(RecordTable table, IReadOnlyList<string> persons, IReadOnlyList<LinkedPair> pairs)
    {
        var right = pairs.Count(p => persons[p.Left].Length > 0 && persons[p.Left] == persons[p.Right]);
        var all = TruePairs(table, persons);
        var (precision, recall) = (pairs.Count == 0 ? 1 : (double)right / pairs.Count, all == 0 ? 1 : (double)right / all);
        return FormattableString.Invariant(
            $"Against the truth: {all} true pairs, {right} found, precision {precision:F4}, recall {recall:F4}, F1 {(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)):F4}");
    }

    private static long TruePairs(RecordTable table, IReadOnlyList<string> persons) =>
        persons.Select((person, record) => (person, second: record >= table.SecondFrom)).Where(r => r.person.Length > 0).GroupBy(r => r.person)
            .Sum(g => table.HasTwoSources ? (long)g.Count(r => r.second) * g.Count(r => !r.second) : (long)g.Count() * (g.Count() - 1) / 2);
}
