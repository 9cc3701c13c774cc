using System.Text;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>「○○には伝えない」言葉: what a paragraph says, and whom it must not reach by plan, print or meeting (rules §8).</summary>
/// <param name="Text">The words.</param>
/// <param name="From">Who must not be told.</param>
public sealed record WithheldWords(string Text, IReadOnlyList<Id<Person>> From)
{
    /// <summary>So many letters in a row are no accident: they were taken over.</summary>
    public const int Passage = 12;

    private readonly string letters = LettersOf(Text);

    /// <summary>
    /// Whether a text takes them over: a passage of them, or all of them where they are shorter. Spaces, punctuation and the
    /// width of letters make no difference; what was put into other words is left to the writer.
    /// </summary>
    public bool AreIn(string? text)
    {
        var length = Math.Min(Passage, letters.Length);
        var other = LettersOf(text ?? "");
        if (length == 0 || other.Length < length) return false;
        HashSet<string> passages = [.. Enumerable.Range(0, letters.Length - length + 1).Select(i => letters.Substring(i, length))];
        return Enumerable.Range(0, other.Length - length + 1).Any(i => passages.Contains(other.Substring(i, length)));
    }

    private static string LettersOf(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}
