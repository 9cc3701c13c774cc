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

    private SearchQuery(string text, string[] words, List<IReadOnlyList<Meaning>> read)
    {
        List<IReadOnlyList<Meaning>> slips = [.. words.Select(SearchWord.SlipsOf)];
        // A name that was typed in two words.
        List<Meaning> whole = words is [var one, var other] ? [.. SearchWord.SlipsOf(one + other), .. SearchWord.SlipsOf(other + one)] : [];
        (Text, Meanings, Slips) = (text, Joined(read), SlipsOf(read, slips, whole));
        Needed = [.. read.Select(TermsOf)];
        NeededBySlips = [.. read.Zip(slips, (asTyped, bySlip) => TermsOf([.. asTyped, .. bySlip, .. whole]))];
    }

    /// <summary>The text without blanks.</summary>
    public string Text { get; }

    /// <summary>What it means as it stands.</summary>
    public IReadOnlyList<Meaning> Meanings { get; }

    /// <summary>For each word one term of each of its meanings: whoever any of <see cref="Meanings"/> fits has one of every word's.</summary>
    public IReadOnlyList<int[]> Needed { get; }

    /// <summary>What it may mean when one letter of a name is a slip.</summary>
    public IReadOnlyList<Meaning> Slips { get; }

    /// <summary>The same as <see cref="Needed"/> for <see cref="Slips"/>.</summary>
    public IReadOnlyList<int[]> NeededBySlips { get; }

    /// <summary>Reads a text of any kind; one that says nothing means nothing.</summary>
    public static SearchQuery Read(string? text)
    {
        if (TypedText.Field(text) is not { } typed) return Nothing;
        var folded = Together().Replace(CharacterFolding.Fold(typed, keepBlanks: true), "");
        if (PhoneOnly().IsMatch(folded)) folded = folded.Replace(" ", "", StringComparison.Ordinal);
        var words = folded.Split([' ', '・', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is 0 or > MostWords) return Nothing;
        var read = words.Select(word => SearchWord.MeaningsOf(word, words.Length == 1, words.Count(SearchWord.IsName) == 1)).ToList();
        return new(PersonTerms.Bare(typed), words, read);
    }

    private static SearchQuery Nothing { get; } = new("", [], []);

    private static int[] TermsOf(IReadOnlyList<Meaning> word) => [.. word.Select(Rarest).Distinct()];

    // As far as the kind tells: many numbers begin alike, and whether a name is in kana alone is said last.
    private static int Rarest(Meaning meaning) => meaning.By == FoundBy.Phone ? meaning.Terms[^1] : meaning.Terms[0];

    // Every word has to be found, each by whichever of its meanings.
    private static List<Meaning> Joined(List<IReadOnlyList<Meaning>> words)
    {
        List<Meaning> joined = words.Count == 0 ? [] : [new(0, 0, [])];
        foreach (var word in words)
        {
            joined = [.. joined.SelectMany(before => word.Select(m => new Meaning(before.By | m.By, before.Cost + m.Cost, [.. before.Terms.Union(m.Terms)]) { Near = before.Near ?? m.Near }))
                .OrderBy(m => m.Cost).Take(MostMeanings)];
        }
        return joined;
    }

    // One slip in the whole: in one word, the others as they stand; or in the whole name.
    private static List<Meaning> SlipsOf(List<IReadOnlyList<Meaning>> read, List<IReadOnlyList<Meaning>> slips, List<Meaning> whole) =>
        [.. slips.Index().Where(slip => slip.Item.Count > 0).SelectMany(slip => Joined([.. read.Take(slip.Index), slip.Item, .. read.Skip(slip.Index + 1)])).Concat(whole).OrderBy(m => m.Cost).Take(MostMeanings)];

    // A date and its blanks: 昭和23年 5月 3日.
    [GeneratedRegex("(?<=明治|大正|昭和|平成|令和|[0-9]年|[0-9]月) (?=[0-9元])", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex Together();

    [GeneratedRegex("^[0-9() ./+-]+$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex PhoneOnly();
}
