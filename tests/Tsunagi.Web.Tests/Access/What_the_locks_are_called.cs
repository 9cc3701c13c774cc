using System.Globalization;
using System.Text.RegularExpressions;
using Tsunagi.Data.Access;
using Tsunagi.Web.Tests.DesignSystem;

namespace Tsunagi.Web.Tests.Access;

/// <summary>Two who wait for one number wait for each other: every number of an advisory lock stands in one place, and no two are the same.</summary>
public sealed partial class What_the_locks_are_called
{
    private static readonly Dictionary<string, long> Keys = typeof(AdvisoryKeys).GetFields().ToDictionary(f => f.Name, f => (long)f.GetRawConstantValue()!);

    [Fact]
    public void No_two_have_the_same_number() => Assert.Distinct(Keys.Values);

    [Fact]
    public void The_numbers_of_the_database_are_those_of_the_program()
    {
        Assert.Equal([AdvisoryKeys.AuditSeal], InSql("20-audit.sql"));
        Assert.Equal([AdvisoryKeys.Exclusions], InSql("45-exclusions.sql"));
        var elsewhere = Sources("*.sql").Where(file => Path.GetFileName(file) is not ("20-audit.sql" or "45-exclusions.sql"));
        Assert.All(elsewhere, file => Assert.Empty(Numbers(File.ReadAllText(file))));
    }

    [Fact]
    public void No_number_stands_in_the_code_but_by_its_name()
    {
        foreach (var file in Sources("*.cs").Where(file => Path.GetFileName(file) != "AdvisoryKeys.cs"))
        {
            var text = File.ReadAllText(file);
            Assert.Empty(Numbers(text));
            Assert.All(Keys.Values, key => Assert.DoesNotContain(key.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_number_that_was_written_down_is_found() => Assert.Equal([7235002], Numbers("select pg_try_advisory_xact_lock_shared( 7235002)"));

    private static IEnumerable<long> InSql(string name) => Numbers(File.ReadAllText(Sources("*.sql").Single(file => Path.GetFileName(file) == name))).Distinct();

    private static IEnumerable<long> Numbers(string text) => WrittenDown().Matches(text).Select(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    private static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(DesignFiles.Path("src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex(@"advisory\w*\(\s*(\d+)")]
    private static partial Regex WrittenDown();
}
