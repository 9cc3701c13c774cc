using System.Globalization;
using System.Text.RegularExpressions;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>What must hold between the parts of a profile: references, dates, and each required entry once.</summary>
sealed partial class ProfileChecks(ProfileSource source, ICollection<ProfileProblem> problems)
{
    readonly RecordBinder _binder = source.Binder;

    /// <summary>Versions follow each other without overlap and without a day between.</summary>
    void Follow<T>(IReadOnlyList<T> versions, Func<T, DateOnly> from, Func<T, DateOnly?> to, string what)
        where T : class
    {
        var ordered = versions.OrderBy(from).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            var end = to(ordered[i - 1]);
            var start = from(ordered[i]);
            if (end is null || end >= start)
                Report(ordered[i], "validFrom", $"the {what} overlap: the version before still holds on {Day(start)}", $"end the version before on {Day(start.AddDays(-1))} with \"validTo\"");
            else if (end.Value.AddDays(1) != start)
                Report(ordered[i], "validFrom", $"no {what} hold from {Day(end.Value.AddDays(1))} to {Day(start.AddDays(-1))}", "let the versions follow each other without a gap");
        }
    }

    void NamesInTime<T>(IReadOnlyList<T> entries, Func<T, string> name, Func<T, DateOnly?> from, Func<T, DateOnly?> to)
        where T : class
    {
        foreach (var group in entries.GroupBy(name).Where(g => g.Count() > 1))
        {
            var same = group.ToArray();
            for (var i = 1; i < same.Length; i++)
            {
                var later = same[i];
                if (same.Take(i).Any(e => Validity.Overlap(from(e), to(e), from(later), to(later))))
                    Report(later, "name", $"'{group.Key}' is already in force at the same time", "change the name, or let the spans not overlap (validFrom, validTo)");
            }
        }
    }

    void Codes<T>(IReadOnlyList<T> entries, Func<T, string> code)
        where T : class
    {
        foreach (var entry in entries)
            Code(entry, code(entry));
        Once(entries, code, "code");
    }

    void Code(object entry, string code)
    {
        if (!CodeForm().IsMatch(code))
            Report(entry, "code", $"'{code}' cannot be a code", "use small letters, digits, '-' and '.', beginning and ending with a letter or digit");
    }

    void Once<T>(IEnumerable<T> entries, Func<T, string> key, string property)
        where T : class
    {
        var seen = new HashSet<string>();
        foreach (var entry in entries)
        {
            if (!seen.Add(key(entry)))
                Report(entry, property, $"'{key(entry)}' is there twice", "keep one, or give it another " + property);
        }
    }

    void Each<T, TKey>(WardRules rules, string property, IReadOnlyList<T> entries, Func<T, TKey> key)
        where T : class
        where TKey : struct, Enum
    {
        Once(entries, e => Word(key(e)), property);
        foreach (var missing in Enum.GetValues<TKey>().Except(entries.Select(key)))
            Report(rules, property, $"there is no entry for '{Word(missing)}'", "add one");
    }

    void Required(IReadOnlyList<string> required, IEnumerable<string> present, string file, string path, string what)
    {
        foreach (var code in required.Except(present))
            problems.Add(new ProfileProblem(source.NameOf(file), null, path, $"the {what} '{code}' is missing", "add it here or to the shared parts"));
    }

    void AtLeastOne<T>(IReadOnlyList<T> versions, string file)
    {
        if (versions.Count == 0)
            problems.Add(new ProfileProblem(source.NameOf(file), null, "versions", "there is no version", "add the one in force"));
    }

    void Span(object entry, DateOnly? from, DateOnly? to)
    {
        if (from is { } f && to is { } t && t < f)
            Report(entry, "validTo", $"the last day {Day(t)} lies before the first day {Day(f)}", "correct one of the two");
    }

    void Within(object entry, DateOnly from, DateOnly? to, DateOnly outerFrom, DateOnly? outerTo, string outer)
    {
        if (from < outerFrom)
            Report(entry, "validFrom", $"begins on {Day(from)}, before {outer} does ({Day(outerFrom)})", $"begin on {Day(outerFrom)} or later");
        if (outerTo is { } end && (to is null || to > end))
            Report(entry, "validTo", $"goes on after {outer} ended on {Day(end)}", $"end on {Day(end)} or earlier");
    }

    void Known(object entry, string property, string? code, IReadOnlyCollection<string> known, string what, string where)
    {
        if (code is not null && !known.Contains(code))
            Report(entry, property, $"there is no {what} '{code}'", $"correct the code, or add the {what} to {where}");
    }

    void InList(object entry, string property, IReadOnlyList<string> codes, IReadOnlyList<CodeList> lists, string list)
    {
        if (lists.FirstOrDefault(l => l.Code == list) is not { } known)
            return;
        foreach (var code in codes.Where(c => known.Find(c) is null))
            Report(entry, property, $"'{code}' is not in the code list {list}", "correct or remove the code");
        if (codes.Distinct().Count() != codes.Count)
            Report(entry, property, "a code is named twice", "name each once");
    }

    void Law(object entry, string code, IReadOnlyList<LawReference> laws) =>
        Known(entry, "lawCode", code, [.. laws.Select(l => l.Code)], "law", "laws.json");

    void Phone(object entry, string property, string? number)
    {
        if (number is not null && !PhoneForm().IsMatch(number))
            Report(entry, property, $"'{number}' is not a telephone number", "write it with area code and hyphens in plain digits, such as 03-5432-2914");
    }

    void Hiragana(object entry, string property, string? kana)
    {
        if (kana is not null && !HiraganaForm().IsMatch(kana))
            Report(entry, property, $"'{kana}' is not hiragana", "write the reading in hiragana");
    }

    void Report(object entry, string? property, string problem, string remedy) =>
        problems.Add(_binder.Origin(entry, property).Problem(problem, remedy));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    [GeneratedRegex(@"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^0\d{1,4}-\d{1,4}-\d{3,4}$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"^[\u3041-\u3096ー・ ]+$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex HiraganaForm();
}
