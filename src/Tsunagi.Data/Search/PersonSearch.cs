using System.Text;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Search;

/// <summary>
/// Finds people by any part of a name, reading or telephone number. What comes out is still only what the
/// viewer may see: the access filter is part of the query.
/// </summary>
public static class PersonSearch
{
    /// <summary>The people whose names, readings or numbers contain a text; nobody for a text of nothing.</summary>
    public static IQueryable<Person> PersonsMatching(this AppDb db, string? text)
    {
        var key = KeyOf(text);
        var pattern = Escape(key);
        if (key.Length == 0) return db.Persons.Where(_ => false);
        var pairs = KanaText.Pairs(key);
        // One character has no pair: the beginnings of names only, which few pages ask for.
        return pairs.Count == 0
            ? db.Persons.Where(p => EF.Functions.Like(p.SearchKeys, pattern + "%"))
            : db.Persons.Where(p => pairs.All(pair => p.SearchPairs.Contains(pair)) && EF.Functions.Like(p.SearchKeys + " " + p.PhoneKeys, "%" + pattern + "%"));
    }

    /// <summary>What a text is compared by: its digits when it is a telephone number, its name key otherwise.</summary>
    public static string KeyOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var plain = TypedText.Clean(text).Normalize(NormalizationForm.FormKC);
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        return digits.Length >= 4 && plain.All(c => char.IsAsciiDigit(c) || c is '-' or '(' or ')' or ' ' or '.' or '+' or 'ー' or '−' or '‐')
            ? digits
            : KanaText.SearchKey(text);
    }

    private static string Escape(string key) => key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
