using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Gedcom;
using Tsunagi.Diagrams.Genograms;

namespace Tsunagi.Tests.Diagrams;

public class GedcomTests
{
    static GedcomFile Read(params string[] lines) => GedcomReader.Read("0 HEAD\n" + string.Join('\n', lines) + "\n0 TRLR\n");

    static PartialDate Born(string date) => Read("0 @I@ INDI", "1 BIRT", "2 DATE " + date).Family.Persons[0].Born;

    [Theory]
    [InlineData("1 APR 1975", "1975-04-01")]
    [InlineData("APR 1975", "1975-04")]
    [InlineData("1975", "1975")]
    [InlineData("ABT 1975", "~1975")]
    [InlineData("EST  1975", "~1975")]
    [InlineData("BEF 1975", "..1974")]
    [InlineData("AFT 1 APR 1975", "1975-04-02..")]
    [InlineData("BET 1970 AND 1975", "1970..1975")]
    [InlineData("FROM 1970 TO MAR 1975", "1970..1975-03")]
    [InlineData("INT 1975 (about)", "1975")]
    [InlineData("11 FEB 1699/00", "1700-02-11")]
    [InlineData("@#DJULIAN@ 25 DEC 1699", "1700-01-04")]
    [InlineData("JULIAN 25 DEC 1699", "1700-01-04")]
    [InlineData("@#DFRENCH R@ 3 VEND 12", "?")]
    [InlineData("@#DHEBREW@ 3 TSH 5700", "?")]
    [InlineData("44 B.C.", "?")]
    [InlineData("31 FEB 1975", "1975-02")]
    [InlineData("(long ago)", "?")]
    [InlineData("SUBMITTED", "?")]
    public void Every_form_of_date_is_read(string gedcom, string date) => Assert.Equal(date, Born(gedcom).ToString());

    [Fact]
    public void Encodings_are_those_the_header_tells()
    {
        const string Text = "0 HEAD\n1 CHAR {0}\n0 @I@ INDI\n1 NAME Zoë /Müller/\n0 TRLR\n";
        byte[] Of(string name, Encoding encoding, bool hasMark = false) =>
            [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text.Replace("{0}", name, StringComparison.Ordinal))];
        foreach (var bytes in new[] { Of("UTF-8", Encoding.UTF8), Of("UTF-8", Encoding.UTF8, true), Of("UNICODE", Encoding.Unicode, true), Of("UNICODE", Encoding.Unicode), Of("UNICODE", Encoding.BigEndianUnicode, true), Of("ANSI", Encoding.Latin1) })
        {
            Assert.Equal("Zoë Müller", GedcomReader.Read(bytes).Family.Persons[0].Name);
        }

        var ansel = Of("ANSEL", Encoding.Latin1).ToList();
        var at = ansel.IndexOf(0xEB);
        ansel.RemoveAt(at);
        ansel.InsertRange(at, [0xE8, (byte)'e']);
        at = ansel.IndexOf(0xFC);
        ansel.RemoveAt(at);
        ansel.InsertRange(at, [0xE8, (byte)'u']);
        Assert.Equal("Zoë Müller", GedcomReader.Read([.. ansel]).Family.Persons[0].Name);
        Assert.Contains("line 4", Assert.Throws<DiagramException>(() => GedcomReader.Read(Of("UTF-8", Encoding.Latin1))).Message, StringComparison.Ordinal);
        Assert.Contains("line 2: the encoding KLINGON is not known. Save the file as UTF-8", Assert.Throws<DiagramException>(() => GedcomReader.Read(Of("KLINGON", Encoding.UTF8))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Families_are_read_with_what_made_somebody_a_child()
    {
        var family = Read(
            "0 @A@ INDI", "1 NAME Alex /Kakuu/", "1 SEX M", "0 @B@ INDI", "1 SEX F", "1 DEAT Y", "0 @C@ INDI", "1 FAMC @F@", "2 PEDI adopted",
            "0 @D@ INDI", "1 SEX X", "1 ADOP", "2 FAMC @F@", "0 @E@ INDI", "1 FAMC @F@", "2 PEDI FOSTER", "0 @G@ INDI",
            "0 @F@ FAM", "1 HUSB @A@", "1 WIFE @B@", "1 CHIL @C@", "1 CHIL @D@", "1 CHIL @E@", "1 CHIL @G@", "1 CHIL @VOID@", "1 MARR", "2 DATE 1999", "1 DIV Y").Family;
        Assert.Equal([ParentageKind.Adoptive, ParentageKind.Adoptive, ParentageKind.Foster, ParentageKind.Biological], family.Parentages.Select(p => p.Kind));
        Assert.Equal(UnionState.Divorced, family.Unions[0].State);
        Assert.Equal("Alex Kakuu", family.Persons[0].Name);
        Assert.NotNull(family.Persons[1].Died);
    }

    [Fact]
    public void Couples_of_one_sex_and_several_families_of_one_person_are_families_as_others()
    {
        var file = GedcomReader.Read(Sample.Bytes("family-structure-variants.ged"));
        Assert.Equal(["I4", "I5"], file.Family.FindUnion("F4")!.Partners);
        Assert.Equal(2, file.Family.UnionsOf("I4").Count());
        Assert.Contains(file.Problems, p => p.What.Contains("I3 is a partner of F3 already", StringComparison.Ordinal));
    }

    [Fact]
    public void Pointers_to_nothing_and_circles_are_left_out_and_told_with_their_line()
    {
        var file = Read("0 @A@ INDI", "0 @B@ INDI", "0 @F@ FAM", "1 HUSB @A@", "1 CHIL @B@", "1 CHIL @X@", "0 @G@ FAM", "1 HUSB @B@", "1 CHIL @A@");
        Assert.Single(file.Family.Parentages);
        Assert.Contains("line 7: CHIL points to @X@", string.Join('\n', file.Problems), StringComparison.Ordinal);
        Assert.Contains("own ancestor", string.Join('\n', file.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("hello", "line 1")]
    [InlineData("0 HEAD\n1 GEDC\n5 VERS 7.0", "line 3: level 5 follows on level 1")]
    [InlineData("0 HEAD\n0 @I@ INDI\n1 BIRT\nrubbish", "line 4: \"rubbish\" is no GEDCOM line")]
    public void What_is_no_GEDCOM_is_refused_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<DiagramException>(() => GedcomReader.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Royal92_is_read_whole()
    {
        var file = GedcomReader.Read(Sample.Bytes(Sample.Royal));
        Assert.Equal(3010, file.Family.Persons.Count);
        Assert.Equal("Victoria Hanover", file.Family.Find("I1")!.Name);
    }

    [Fact]
    public void A_file_broken_anywhere_is_read_or_refused_and_soon()
    {
        byte[][] sources = [Sample.Bytes("vendor-paf5.ged"), Sample.Bytes("family-structure-variants.ged"), Sample.Bytes("Harry_Potter.ged")];
        var watch = Stopwatch.StartNew();
        Prop.ForAll(ArbMap.Default.ArbFor<(int Seed, byte Kind)>(), x => IsReadOrRefused(Break([.. sources[x.Kind % sources.Length]], new(x.Seed)))).Check(Properties.Config.WithMaxTest(400));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(120));
    }

    /// <summary>What can be read can be drawn with nothing on anything else; what cannot is refused with its line.</summary>
    static bool IsReadOrRefused(byte[] bytes)
    {
        Family family;
        try
        {
            family = GedcomReader.Read(bytes).Family;
        }
        catch (DiagramException e)
        {
            return Regex.IsMatch(e.Message, "line [0-9]+: .{10,}");
        }

        return family.Persons.Count == 0 || Genogram.Draw(family).Drawing.Check() is { Overlaps: 0, Strikes: 0 };
    }

    static byte[] Break(List<byte> bytes, Random random)
    {
        for (var i = random.Next(1, 12); i > 0 && bytes.Count > 2; i--)
        {
            var (at, length) = (random.Next(bytes.Count), random.Next(1, 40));
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(length, bytes.Count - at)); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(length, bytes.Count - at))); break;
                case 3: bytes.InsertRange(at, Encoding.ASCII.GetBytes($"\n{random.Next(120)} @I{random.Next(9)}@ {"FAMC CHIL HUSB CONC DATE"[..4]} @F{random.Next(9)}@\n")); break;
                default: bytes.RemoveRange(at, bytes.Count - at - 1); break;
            }
        }

        return [.. bytes];
    }
}
