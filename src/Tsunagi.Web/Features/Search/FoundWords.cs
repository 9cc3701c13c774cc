using Tsunagi.Data.Search;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.Features.Search;

/// <summary>What a person was found by, in words.</summary>
static class FoundWords
{
    /// <summary>Such as 氏名（異体字）・生年月日.</summary>
    public static string Of(FoundRecord found, string query) => string.Join('・', Words(found, query));

    private static IEnumerable<string> Words(FoundRecord found, string query)
    {
        if (found.By.HasFlag(FoundBy.Name)) yield return NameOf(found.Person.Name, query);
        if (found.By.HasFlag(FoundBy.Reading)) yield return "ふりがな";
        if (found.By.HasFlag(FoundBy.Phone)) yield return "電話";
        if (found.By.HasFlag(FoundBy.Address)) yield return "住所";
        if (found.By.HasFlag(FoundBy.BirthDate)) yield return "生年月日";
        if (found.By.HasFlag(FoundBy.Similar)) yield return "よく似た氏名";
    }

    private static string NameOf(PersonName name, string query)
    {
        var words = query.Split([' ', '　', '・', '、'], StringSplitOptions.RemoveEmptyEntries);
        return StandsIn(name.Written, words) ? "氏名"
            : StandsIn(name.Common, words) ? "通称"
            : StandsIn(name.Former + name.Given, words) ? "旧姓"
            : "氏名（異体字）";
    }

    // Any word of several: the others may be a date or a place.
    private static bool StandsIn(string? name, string[] words) =>
        name is not null && Bare(name) is var bare && words.Any(word => bare.Contains(Bare(word), StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
