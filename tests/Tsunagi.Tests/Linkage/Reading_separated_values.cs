using FsCheck.Fluent;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Tests.Linkage;

public sealed class Reading_separated_values
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b;1|2")]
    [InlineData("a,b\r\n1,2\r\n", "a|b;1|2")]
    [InlineData("a,b\r1,2", "a|b;1|2")]
    [InlineData("a, b\n1, \"2,3\"\n", "a| b;1|2,3")]
    [InlineData("a;b;c,d\n\n1;\"x\"\"y\";\n", "a|b|c,d;1|x\"y|")]
    [InlineData("a\tb\n\"1\n2\"\t3", "a|b;1\n2|3")]
    [InlineData("a,b\n,\n", "a|b;|")]
    [InlineData("", "")]
    public void Gives_every_field_as_it_was_written(string text, string expected) => Assert.Equal(expected, string.Join(';', Read(text).Select(r => string.Join('|', r))));

    [Fact]
    public void Says_at_which_line_a_quote_is_left_open()
    {
        var error = Assert.Throws<CsvException>(() => Read("a,b\n1,2\n3,\"4\n5,6\n"));
        Assert.Equal(3, error.Line);
    }

    [Fact]
    public void Counts_the_lines_of_fields_that_have_several()
    {
        var csv = new CsvReader(new StringReader("a\n\"1\n2\n3\"\nb\n"));
        for (var i = 0; i < 3; i++) Assert.True(csv.Read());
        Assert.Equal(5, csv.Line);
    }

    [Fact]
    public void Reads_back_whatever_was_written()
    {
        var field = Gen.OneOf(Gen.Elements("", "あ", "a,b", "x\"y", "1\r\n2", "\n", " s ", "髙﨑𠮷"), Gen.Choose(0, 70_000).Select(n => new string('長', n % 9 == 0 ? n : n % 50)));
        var table = Gen.Choose(1, 4).SelectMany(width => Gen.Choose(1, 30).SelectMany(rows => field.ArrayOf(width).ArrayOf(rows)));
        Prop.ForAll(table.ToArbitrary(), rows =>
        {
            // A line that is wholly blank is passed over, so no row is.
            var text = string.Concat(rows.Select(r => string.Join(',', r.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
            return Read(text).Select(r => string.Join('\u0001', r)).SequenceEqual(rows.Select(r => string.Join('\u0001', r)));
        }).Holds();
    }

    private static List<string[]> Read(string text)
    {
        var csv = new CsvReader(new StringReader(text));
        List<string[]> rows = [];
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.Field(i).ToString())]);
        return rows;
    }
}
