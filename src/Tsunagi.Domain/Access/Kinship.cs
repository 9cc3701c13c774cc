using System.Text;
using Tsunagi.Domain.People;

namespace Tsunagi.Domain.Access;

/// <summary>親族の疑い: tells when a person might be the worker themselves, or a relative of the same name (rules §9).</summary>
public static class Kinship
{
    /// <summary>
    /// True when the worker's name is the person's whole name, or its whole reading. Conservative: a family name alone says
    /// nothing, since many share it; what is suspected is cleared by the supervisor the same day.
    /// </summary>
    public static bool Suspect(string accountName, PersonName person)
    {
        var name = Key(accountName);
        return name.Length > 0
            && (person is { Family: { } family, Given: { } given } && Key(family + given) == name
                || person is { FamilyKana: { } familyKana, GivenKana: { } givenKana } && Key(familyKana + givenKana) == name);
    }

    /// <summary>A name without blanks and differences of width; readings in katakana.</summary>
    public static string Key(string name) =>
        string.Concat(KanaText.ToKatakana(TypedText.Clean(name).Normalize(NormalizationForm.FormKC)).Where(c => !char.IsWhiteSpace(c)));
}
