using Tsunagi.Linkage.Japanese;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Reads surnames and given names out of whatever columns a table has for them.</summary>
static class NameColumns
{
    /// <summary>The surname and the given name of each record; null where the table has none.</summary>
    public static (NameForm[]? Surnames, NameForm[]? GivenNames) Read(RecordTable table, ILookup<ColumnKind, Column> columns)
    {
        var (surname, surnameKana) = (columns[ColumnKind.Surname].FirstOrDefault(), columns[ColumnKind.SurnameKana].FirstOrDefault());
        var (given, givenKana) = (columns[ColumnKind.GivenName].FirstOrDefault(), columns[ColumnKind.GivenNameKana].FirstOrDefault());
        var whole = Parted(surname is null && given is null ? columns[ColumnKind.FullName].FirstOrDefault() : null);
        var wholeKana = Parted(surnameKana is null && givenKana is null ? columns[ColumnKind.FullNameKana].FirstOrDefault() : null);
        return (
            Join(table.Count, Plain(surname) ?? whole?.Surnames, Plain(surnameKana) ?? wholeKana?.Surnames),
            Join(table.Count, Plain(given) ?? whole?.GivenNames, Plain(givenKana) ?? wholeKana?.GivenNames));
    }

    // A text per record, folded once for every distinct one.
    private static Func<int, string>? Plain(Column? column)
    {
        if (column is null) return null;
        var folded = column.Texts.AsParallel().AsOrdered().Select(t => PersonName.WithoutHonorific(TextFolding.Letters(t))).ToArray();
        return record => column.CodeArray[record] is >= 0 and var code ? folded[code] : "";
    }

    private static (Func<int, string> Surnames, Func<int, string> GivenNames)? Parted(Column? column)
    {
        if (column is null) return null;
        var givenFirst = column.Texts.Count(TextFolding.IsJapanese) * 2 < column.Texts.Count;
        var parts = column.Texts.AsParallel().AsOrdered().Select(t => Part(t, givenFirst)).ToArray();
        return (
            record => column.CodeArray[record] is >= 0 and var code ? parts[code].Surname : "",
            record => column.CodeArray[record] is >= 0 and var code ? parts[code].GivenName : "");
    }

    private static (string Surname, string GivenName) Part(string text, bool givenFirst)
    {
        if (TextFolding.IsJapanese(text) || !givenFirst || text.Contains(',', StringComparison.Ordinal))
        {
            return PersonName.Variants(text) is [var written, ..] ? (TextFolding.Letters(written.Surname), TextFolding.Letters(written.GivenName)) : ("", "");
        }
        var words = TextFolding.Words(text);
        var last = words.LastIndexOf(' ');
        return last < 0 ? (words, "") : (words[(last + 1)..], words[..last].Replace(" ", "", StringComparison.Ordinal));
    }

    private static NameForm[]? Join(int count, Func<int, string>? texts, Func<int, string>? kana)
    {
        if (texts is null && kana is null) return null;
        var forms = new NameForm[count];
        for (var record = 0; record < count; record++) forms[record] = new(texts?.Invoke(record) ?? "", kana?.Invoke(record) ?? "");
        return forms;
    }
}
