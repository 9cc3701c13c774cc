using System.Text;
using Tsunagi.Domain.People;

namespace Tsunagi.Domain.Conferences;

/// <summary>名前の確認: finds names known in a matter inside a text that is to leave it (rules §2 (a), (e)).</summary>
/// <remarks>
/// Widths, spaces and kana kinds do not hide a name. A part of one character (林) counts only before an honorific, or
/// every forest would be a person. The check refuses; it does not prove anonymity – people still read the text.
/// </remarks>
public static class KnownNames
{
    private static readonly string[] Honorifics = ["さん", "様", "さま", "氏", "君", "くん", "ちゃん", "宅", "家", "先生"];

    /// <summary>Words that tell of the meeting itself.</summary>
    public static IReadOnlyList<string> OfTheMeeting { get; } = ["支援会議", "会議案件", "106条の6", "百六条の六"];

    /// <summary>
    /// The ways a person is called that a text could give away. A reading counts as a whole: of its parts every other word is made.
    /// </summary>
    public static IEnumerable<string> Of(PersonName name) =>
        new[] { name.Written, name.Common, name.Former, name.FamilyKana is null || name.GivenKana is null ? null : name.FamilyKana + name.GivenKana }.OfType<string>();

    /// <summary>Those of <paramref name="names"/> that the text gives away, in the order given, each once.</summary>
    /// <param name="text">The text that is to leave.</param>
    /// <param name="names">The names that must not leave.</param>
    /// <param name="allowed">Names that may: a part shared with one of them (a family name) gives nothing away.</param>
    public static IReadOnlyList<string> FoundIn(string text, IEnumerable<string> names, IEnumerable<string>? allowed = null)
    {
        var plain = Plain(text);
        var free = (allowed ?? []).SelectMany(n => Parts(n).Append(Plain(n))).ToHashSet();
        return [.. names.Distinct().Where(name => IsIn(plain, name, free))];
    }

    private static bool IsIn(string plain, string name, HashSet<string> free)
    {
        var whole = Plain(name);
        if (whole.Length == 0 || free.Contains(whole)) return false;
        if (whole.Length > 1 && plain.Contains(whole, StringComparison.Ordinal)) return true;
        return Parts(name).Where(part => !free.Contains(part)).Any(part => part.Length > 1
            ? plain.Contains(part, StringComparison.Ordinal)
            : part.Length == 1 && Honorifics.Any(h => plain.Contains(part + Plain(h), StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Parts(string name) =>
        name.Normalize(NormalizationForm.FormKC).Split([' ', '\t', '・'], StringSplitOptions.RemoveEmptyEntries).Select(Plain);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c) || c == '・') continue;
            plain.Append(c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }
}
