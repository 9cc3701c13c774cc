using System.Text;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>The verb link, on files as offices have them.</summary>
public sealed class Linking_files : IDisposable
{
    private const string Desk = "番号,氏名,フリガナ,生年月日,住所,電話番号,備考\n"
        + "A1,渡邊 花子,ﾜﾀﾅﾍﾞ ﾊﾅｺ,昭和23年5月1日,世田谷一丁目2番3号,03-0123-4567,来所\nA2,佐藤　太郎,サトウ タロウ,S55.1.1,梅丘3-4-5,,\nA3,小林 葵,コバヤシ アオイ,H3.12.3,経堂4-5-6,090-0123-0000,\nA4,渡辺花子,わたなべはなこ,1948/5/1,世田谷1-2-3,0123-4567,二度目\n";
    private const string Other = "ID,姓,名,生年月日,TEL\nB1,渡辺,花子,19480501,0301234567\nB2,高橋,健一,1975-03-30,\nB3,サトウ,タロウ,1980-01-01,\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("link");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("shift_jis")]
    [InlineData("utf-16")]
    public async Task Finds_who_is_there_twice_in_any_encoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (code, output, error) = await LinkAsync(Write("desk.csv", Desk, Encoding.GetEncoding(encoding)));
        Assert.Equal(0, code);
        Assert.Empty(output);
        Assert.StartsWith("left_id,right_id,probability\nA1,A4,", Pairs(), StringComparison.Ordinal);
        Assert.Equal(2, Pairs().TrimEnd().Split('\n').Length);
        Assert.Contains("Left out: 備考", error, StringComparison.Ordinal);
        Assert.Contains("4 records", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_two_files_with_other_headings()
    {
        var (code, _, error) = await LinkAsync(Write("desk.csv", Desk), Write("other.csv", Other), "--ignore", "備考");
        Assert.Equal(0, code);
        Assert.Contains("A1,B1,", Pairs(), StringComparison.Ordinal);
        Assert.Contains("A4,B1,", Pairs(), StringComparison.Ordinal);
        Assert.DoesNotContain("A1,A4", Pairs(), StringComparison.Ordinal);
        Assert.Contains("7 records", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_against_a_column_that_takes_no_part()
    {
        var csv = "id,first_name,surname,dob,nino\n1,Ann,Lee,1980-01-02,x-7\n2,Anne,Lee,1980-01-02,y-7\n3,Bob,Moor,1991-05-06,x-8\n";
        var (_, _, error) = await LinkAsync(Write("people.csv", csv), "--truth", @"nino:-(\d)");
        Assert.Contains("Against the truth: 1 true pairs", error, StringComparison.Ordinal);
        Assert.DoesNotContain("nino (identifier)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_map_for_headings_it_does_not_know()
    {
        var map = Write("map.json", """{"CLIENT": "fullName", "GEB": "birthDate", "surname": "ignore"}""");
        var (code, _, error) = await LinkAsync(Write("a.csv", "id,CLIENT,GEB,surname\n1,Ann Lee,1980-01-02,q\n2,Lee Ann,1980-01-02,q\n"), "--columns", map);
        Assert.Equal(0, code);
        Assert.Contains("Compared by: CLIENT (fullName), GEB (birthDate)", error, StringComparison.Ordinal);
        Assert.Contains("Left out: surname", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_more_columns_than_it_can_weigh()
    {
        var headings = Enumerable.Range(1, 20).Select(i => $"c{i}").ToList();
        var map = Write("map.json", $"{{{string.Join(',', headings.Select(h => $"\"{h}\": \"text\""))}}}");
        var (code, _, error) = await LinkAsync(Write("wide.csv", $"id,{string.Join(',', headings)}\n1{new string(',', 20)}\n"), "--columns", map);
        Assert.Equal(1, code);
        Assert.Contains("20 columns are too many", error, StringComparison.Ordinal);
        (code, _, _) = await LinkAsync(Path.Combine(folder.FullName, "wide.csv"), "--columns", map, "--ignore", "c20");
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("id,氏名\n1,\"渡邊\n2,佐藤\n", "line 2")]
    [InlineData("id,氏名\n1,渡邊,花子\n", "line 2: 3 fields")]
    [InlineData("id,氏名,氏名\n", "two columns are called 氏名")]
    [InlineData("id,メモ\n1,a\n", "No column was recognised")]
    public async Task Says_what_is_wrong_with_a_file(string text, string expected)
    {
        var (code, _, error) = await LinkAsync(Write("bad.csv", text));
        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "pairs.csv")));
    }

    [Theory]
    [InlineData("--ignore", "nobody", "There is no column nobody")]
    [InlineData("--id", "nobody", "has no column nobody")]
    [InlineData("--truth", "nobody", "There is no column nobody")]
    [InlineData("--truth", "氏名:(", "no pattern")]
    [InlineData("--columns", "nowhere.json", "cannot be read")]
    public async Task Says_what_is_wrong_with_an_option(string option, string value, string expected)
    {
        var (code, _, error) = await LinkAsync(Write("desk.csv", Desk), option, value);
        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> LinkAsync(params string[] words) =>
        TheProgram.RunAsync(["link", .. words, "--out", Path.Combine(folder.FullName, "pairs.csv")]);

    private string Pairs() => File.ReadAllText(Path.Combine(folder.FullName, "pairs.csv"));

    private string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }
}
