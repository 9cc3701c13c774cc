using System.Text.RegularExpressions;
using Tsunagi.Domain.People;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Data.Search;

/// <summary>What a person was found by.</summary>
[Flags]
public enum FoundBy
{
    /// <summary>氏名・通称・旧姓, in any writing of their characters.</summary>
    Name = 1,
    /// <summary>ふりがな.</summary>
    Reading = 2,
    /// <summary>電話.</summary>
    Phone = 4,
    /// <summary>住所.</summary>
    Address = 8,
    /// <summary>生年月日.</summary>
    BirthDate = 16,
    /// <summary>A name or reading that is one slip away.</summary>
    Similar = 32,
}

/// <summary>Terms that a person must have all of, to be what a text may mean.</summary>
/// <param name="By">What they are terms of.</param>
/// <param name="Cost">The less, the likelier it is what was meant.</param>
/// <param name="Terms">The terms.</param>
public sealed record Meaning(FoundBy By, int Cost, IReadOnlyList<int> Terms)
{
    /// <summary>What a name or reading of the person must be one letter from: two that each lose a letter to share a term may be two apart.</summary>
    internal Spelling? Near { get; init; }
}

/// <summary>What a typed text may mean: every word by every meaning it may have, the likeliest first.</summary>
public sealed partial class SearchQuery
{
    private const int MostWords = 5, MostMeanings = 48;

    private SearchQuery(string text, IReadOnlyList<Meaning> meanings, IReadOnlyList<Meaning> slips) => (Text, Meanings, Slips) = (text, meanings, slips);

    /// <summary>The text without blanks.</summary>
    public string Text { get; }

    /// <summary>What it means as it stands.</summary>
    public IReadOnlyList<Meaning> Meanings { get; }

    /// <summary>What it may mean when one letter of a name is a slip.</summary>
    public IReadOnlyList<Meaning> Slips { get; }

    /// <summary>Reads a text of any kind; one that says nothing means nothing.</summary>
    public static SearchQuery Read(string? text)
    {
        if (TypedText.Field(text) is not { } typed) return new("", [], []);
        var folded = Together().Replace(CharacterFolding.Fold(typed, keepBlanks: true), "");
        if (PhoneOnly().IsMatch(folded)) folded = folded.Replace(" ", "", StringComparison.Ordinal);
        var words = folded.Split([' ', '・', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > MostWords) return new("", [], []);
        var read = words.Select(word => SearchWord.MeaningsOf(word, words.Length == 1, words.Count(SearchWord.IsName) == 1)).ToList();
        return new(PersonTerms.Bare(typed), Joined(read), SlipsOf(words, read));
    }

    // Every word has to be found, each by whichever of its meanings.
    private static List<Meaning> Joined(IReadOnlyList<IReadOnlyList<Meaning>> words)
    {
        List<Meaning> joined = [new(0, 0, [])];
        foreach (var word in words)
        {
            joined = [.. joined.SelectMany(before => word.Select(m => new Meaning(before.By | m.By, before.Cost + m.Cost, [.. before.Terms.Union(m.Terms)]) { Near = before.Near ?? m.Near }))
                .OrderBy(m => m.Cost).Take(MostMeanings)];
        }
        return joined;
    }

    // One slip in the whole: in one word, the others as they stand; or in a name that was typed in two words.
    private static List<Meaning> SlipsOf(string[] words, List<IReadOnlyList<Meaning>> read)
    {
        List<Meaning> slips = [];
        for (var i = 0; i < words.Length; i++)
        {
            var slip = SearchWord.SlipsOf(words[i]);
            if (slip.Count > 0) slips.AddRange(Joined([.. read.Take(i), slip, .. read.Skip(i + 1)]));
        }
        if (words.Length == 2) slips.AddRange([.. SearchWord.SlipsOf(words[0] + words[1]), .. SearchWord.SlipsOf(words[1] + words[0])]);
        return [.. slips.OrderBy(m => m.Cost).Take(MostMeanings)];
    }

    // A date and its blanks: 昭和23年 5月 3日.
    [GeneratedRegex("(?<=明治|大正|昭和|平成|令和|[0-9]年|[0-9]月) (?=[0-9元])", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex Together();

    [GeneratedRegex("^[0-9() ./+-]+$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex PhoneOnly();
}
