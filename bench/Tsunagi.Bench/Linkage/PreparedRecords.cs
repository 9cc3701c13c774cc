using System.Diagnostics;
using System.Globalization;
using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Japanese;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Bench.Linkage;

/// <summary>Made-up records, and the file of their folded values that all three sides read.</summary>
static class PreparedRecords
{
    public static readonly string[] Columns =
        ["id", "surname", "given", "surname_kana", "given_kana", "birth", "year", "month", "day", "phone", "postcode", "sex", "home"];

    /// <summary>Records of so many people; the same number, the same file.</summary>
    public static void Generate(string path, int persons)
    {
        using var made = Process.Start("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "tsunagi.dll"), "generate", "--csv", path, "--persons", persons.ToString(CultureInfo.InvariantCulture),
            "--duplicates", "0.12", "--seed", "1", "--today", "2026-04-01"]);
        made.WaitForExit();
        if (made.ExitCode != 0) throw new InvalidOperationException("The records could not be made.");
    }

    /// <summary>Writes the values in the form in which they are compared; returns how many records there are.</summary>
    public static int Prepare(string from, string to)
    {
        var records = new CsvReader(new StreamReader(from));
        records.Read();
        using var writer = new StreamWriter(to);
        writer.WriteLine(string.Join(',', Columns));
        var id = 0;
        for (; records.Read(); id++) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id},{Values(records)}"));
        return id;
    }

    private static string Values(CsvReader record)
    {
        string Text(int column) => record.Field(column).ToString();
        var birth = BirthDate.Read(Text(5));
        var parts = birth is { Year: { } y, Month: { } m, Day: { } d } ? string.Create(CultureInfo.InvariantCulture, $"{birth.Digits:00000000},{y},{m},{d}") : ",,,";
        var address = Address.Read(Text(8));
        var home = address.Town.Length > 0 && address.Numbers.Length > 0 ? $"{address.Town} {address.Numbers}" : "";
        return string.Join(',', TextFolding.Letters(Text(1)), TextFolding.Letters(Text(2)), Latin(Text(3)), Latin(Text(4)),
            parts, Phone.Digits(Text(9)), TextFolding.Code(Text(7)), Text(6).StartsWith('女') || Text(6) == "2" ? "f" : Text(6).Length > 0 ? "m" : "", home.Replace(",", "", StringComparison.Ordinal));
    }

    // In Latin letters, because DuckDB counts edits by bytes and PostgreSQL by characters.
    private static string Latin(string kana) => Kana.ToRomaji(kana) is var latin && latin.All(char.IsAsciiLetter) ? latin : "";
}
