using Tsunagi.Data.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Linkage;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Features.Notices.Match;

/// <summary>同じ人の記録: groups the records of all holders by the human being they are about, as far as the linkage is sure of it (docs/linkage.md).</summary>
static class SameHumanBeings
{
    private static readonly (string Heading, ColumnKind Kind, Func<RecordToMatch, string?> Of)[] Columns =
    [
        ("氏", ColumnKind.Surname, r => r.Name.Family),
        ("名", ColumnKind.GivenName, r => r.Name.Given),
        ("氏のふりがな", ColumnKind.SurnameKana, r => r.Name.FamilyKana),
        ("名のふりがな", ColumnKind.GivenNameKana, r => r.Name.GivenKana),
        ("生年月日", ColumnKind.BirthDate, r => WholeDate(r.BirthDate)),
        ("性別", ColumnKind.Sex, r => r.Gender),
        ("住所", ColumnKind.Address, r => r.Address),
        ("電話", ColumnKind.Phone, r => r.Phones.Count > 0 ? r.Phones[0].Number.Digits : null),
    ];

    /// <summary>
    /// The groups of two records or more: what the linkage is sure of, together with what somebody has judged to be of one person. Where two of
    /// a group were told apart it is not sure after all: such a group is none, and nobody is told of it.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Id<Person>>> Of(IReadOnlyList<RecordToMatch> records, IReadOnlyList<JudgedPair> judged)
    {
        var one = new MergedRecords([.. Linked(records), .. judged.Where(pair => pair.AreSame).Select(pair => (pair.One, pair.Other))]);
        var unsure = judged.Where(pair => !pair.AreSame && one.AreOne(pair.One, pair.Other)).Select(pair => one.LeadingOf(pair.One)).ToHashSet();
        return [.. one.Groups.Where(group => !unsure.Contains(group[0]))];
    }

    private static IEnumerable<(Id<Person>, Id<Person>)> Linked(IReadOnlyList<RecordToMatch> records)
    {
        var said = Columns.Where(c => records.Any(r => !string.IsNullOrWhiteSpace(c.Of(r)))).ToArray();
        // Who is called by a nickname alone is like nobody.
        if (records.Count < 2 || said.Length == 0) return [];
        var table = new RecordTableBuilder([.. said.Select(c => c.Heading)]);
        foreach (var record in records) table.Add(record.Id.ToString(), [.. said.Select(c => c.Of(record))]);
        var found = Linker.Link(table.Build(), new(said.ToDictionary(c => c.Heading, c => c.Kind)));
        return found.GroupOf.Select((first, i) => (records[first].Id, records[i].Id)).Where(pair => pair.Item1 != pair.Item2);
    }

    // Half a date would be read as another one.
    private static string? WholeDate(PartialDate? date) => date is { } known && known.Earliest == known.Latest ? known.Earliest.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}
