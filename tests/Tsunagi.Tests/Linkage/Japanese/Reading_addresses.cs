using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Tsunagi.Linkage.Japanese;
using static Tsunagi.Linkage.Japanese.AddressAgreement;

namespace Tsunagi.Tests.Linkage.Japanese;

public sealed partial class Reading_addresses
{
    [Theory]
    [InlineData("東京都世田谷区太子堂三丁目12番5号")]
    [InlineData("東京都世田谷区太子堂3-12-5")]
    [InlineData("世田谷区太子堂３丁目１２－５")]
    [InlineData("世田谷区太子堂３－１２－５")]
    [InlineData("〒154-0004 東京都世田谷区 太子堂 3丁目 12番 5号")]
    [InlineData("世田谷区太子堂三丁目十二番五号")]
    [InlineData("世田谷区太子堂三-十二-五")]
    [InlineData("世田谷区太子堂3丁目12番地の5")]
    [InlineData("世田谷区大字太子堂3-12-5")]
    public void Any_writing_is_the_same_place(string written)
    {
        var read = Address.Read(written);
        Assert.Equal(("東京都", "世田谷区", "太子堂", 3, 12, 5), (read.Prefecture, read.City, read.Town, read.Chome, read.Block, read.Lot));
        Assert.Equal(Same, Address.Compare(read, Address.Read("太子堂3-12-5")));
    }

    [Theory]
    [InlineData("世田谷区太子堂3-12-5 コーポ青葉203", "コーポ青葉", "203")]
    [InlineData("世田谷区太子堂3丁目12番5号コーポ青葉203号室", "コーポ青葉", "203")]
    [InlineData("世田谷区太子堂3-12-5-203", "", "203")]
    [InlineData("世田谷区太子堂3-12-5 203号室", "", "203")]
    [InlineData("世田谷区太子堂3-12-5 ハイツ青葉B-203", "ハイツ青葉", "B-203")]
    [InlineData("世田谷区太子堂3-12-5 青葉タワー", "青葉タワー", "")]
    [InlineData("世田谷区太子堂3-12-5 青葉タワー1204", "青葉タワー", "1204")]
    [InlineData("世田谷区太子堂3-12-5 都営住宅2号棟 301", "都営住宅2号棟", "301")]
    public void Buildings_and_rooms_come_last(string written, string building, string room)
    {
        var read = Address.Read(written);
        Assert.Equal((3, 12, 5, building, room), (read.Chome, read.Block, read.Lot, read.Building, read.Room));
    }

    [Theory]
    [InlineData("千代田区一番町5-14", "1番町", null, 5, 14)]
    [InlineData("港区麻布十番2-3-4", "麻布十番", 2, 3, 4)]
    [InlineData("札幌市北区北二十四条西5丁目1-1", "北24条西", 5, 1, 1)]
    [InlineData("札幌市北区北24条西5-1-1", "北24条西", 5, 1, 1)]
    [InlineData("世田谷区自由が丘1-2-3", "自由ケ丘", 1, 2, 3)]
    [InlineData("世田谷区二子玉川1", "二子玉川", null, 1, null)]
    [InlineData("西多摩郡瑞穂町大字箱根ケ崎12番地", "箱根ケ崎", null, 12, null)]
    [InlineData("東京都西多摩郡瑞穂町箱根ヶ崎12番地", "箱根ケ崎", null, 12, null)]
    [InlineData("京都府京都市上京区主計町二番二号", "主計町", null, 2, 2)]
    [InlineData("四日市市諏訪町1番5号", "諏訪町", null, 1, 5)]
    public void Names_keep_the_numbers_that_are_theirs(string written, string town, int? chome, int? block, int? lot)
    {
        var read = Address.Read(written);
        Assert.Equal((town, chome, block, lot), (read.Town, read.Chome, read.Block, read.Lot));
    }

    [Theory]
    [InlineData("世田谷区太子堂3-12-5", "東京都世田谷区太子堂三丁目12番5号", Same)]
    [InlineData("世田谷区太子堂3-12", "世田谷区太子堂三丁目12番", Same)]
    [InlineData("世田谷区太子堂3-12-5-203", "世田谷区太子堂3-12-5 コーポ青葉203号室", Same)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区太子堂3-12-5 コーポ青葉203号室", SameWithoutRoom)]
    [InlineData("世田谷区太子堂3-12-5-101", "世田谷区太子堂3-12-5-203", SameBuilding)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区太子堂3-12-9", SameBlock)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区太子堂三丁目12番", SameBlock)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区太子堂3-8-5", SameChome)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区太子堂4-12-5", SameTown)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区太子堂", SameTown)]
    [InlineData("世田谷区太子堂3-12-5", "世田谷区若林3-12-5", SameCity)]
    [InlineData("世田谷区太子堂3-12-5", "文京区本郷3-12-5", Different)]
    [InlineData("東京都府中市本町1-2", "広島県府中市本町1-2", Different)]
    [InlineData("世田谷区太子堂3-12-5", "", Unknown)]
    [InlineData("12 Main Street, Springwood", "12 main street springwood", Same)]
    [InlineData("Flat 3, 12 Main Street", "12 Main Street", SameWithoutRoom)]
    [InlineData("12 Main Street", "7 Hill Road", Different)]
    public void Agreement_is_graded(string a, string b, AddressAgreement agreement)
    {
        Assert.Equal(agreement, Address.Compare(Address.Read(a), Address.Read(b)));
        Assert.Equal(agreement, Address.Compare(Address.Read(b), Address.Read(a)));
    }

    /// <summary>
    /// Of the rows with a number, how many are read to the expected prefecture, municipality, town, 丁目 and numbers. A row
    /// counts as wrong when any of them differs; 大字 and the writings of ケ and ノ are not told apart.
    /// </summary>
    [Fact]
    public void Most_addresses_of_the_published_test_are_read_whole()
    {
        var rows = Published().ToList();
        var wrong = rows.Where(r => Expected(r) != Found(r.Address)).Select(r => $"{r.Address}: {Found(r.Address)} / {Expected(r)}").ToList();
        Assert.True(rows.Count > 3500, $"{rows.Count} rows");
        TestContext.Current.SendDiagnosticMessage($"{rows.Count - wrong.Count} of {rows.Count} read right");
        Assert.True(wrong.Count < rows.Count * 0.03, $"{wrong.Count} of {rows.Count} wrong:\n{string.Join('\n', wrong.Take(200))}");
    }

    [Fact]
    public void A_wrong_reading_would_be_noticed()
    {
        var row = Published().First();
        Assert.Equal(Expected(row), Found(row.Address));
        Assert.NotEqual(Expected(row), Found(row.Address + "9"));
        Assert.NotEqual(Expected(row), Found(row.Address[4..]));
    }

    static string Found(string address)
    {
        var read = Address.Read(address);
        return $"{Joints(read.Prefecture + read.City + read.Town)} {read.Numbers}{(read.Room.Length > 0 && read.Building.Length == 0 ? "-" + read.Room : "")}";
    }

    // The expected town says its 丁目 in kanji, 瓦宮一丁目; everything else is the text of the table.
    static string Expected(Row row)
    {
        var town = row.Town.Replace("大字", "", StringComparison.Ordinal).Replace("町字", "町", StringComparison.Ordinal);
        var chome = "";
        var at = town.EndsWith("丁目", StringComparison.Ordinal) ? town.Length - 2 : town.EndsWith('丁') ? town.Length - 1 : -1;
        if (at > 0)
        {
            var from = at;
            while (from > 0 && "一二三四五六七八九十".Contains(town[from - 1], StringComparison.Ordinal)) from--;
            chome = Number(town[from..at]).ToString(CultureInfo.InvariantCulture) + "-";
            town = town[..from];
        }
        var place = CharacterFolding.Fold(row.Prefecture + row.City[(row.City.IndexOf('郡', StringComparison.Ordinal) is var county and > 0 ? county + 1 : 0)..] + town);
        return $"{Joints(place)} {(chome + Digits(row.Number)).TrimEnd('-')}";
    }

    static string Joints(string place) =>
        Numbered().Replace(string.Concat(place.Select(c => c switch { 'ヶ' or 'が' => 'ケ', 'の' or '之' => 'ノ', 'ッ' or 'つ' => 'ツ', _ => c })).Replace("通リ", "通", StringComparison.Ordinal), m => Number(m.Value).ToString(CultureInfo.InvariantCulture));

    // What follows the numbers (（地番）, 以下未定, 、15) is not compared.
    static string Digits(string number) => string.Concat(CharacterFolding.Fold(number).TakeWhile(c => char.IsAsciiDigit(c) || c == '-')).TrimEnd('-');

    [GeneratedRegex("[一二三四五六七八九十]+(?=条|番[町丁])")]
    private static partial Regex Numbered();

    static int Number(string kanji)
    {
        var ten = kanji.IndexOf('十', StringComparison.Ordinal);
        int Figure(string text, int none) => text.Length == 0 ? none : "一二三四五六七八九".IndexOf(text[0], StringComparison.Ordinal) + 1;
        return ten < 0 ? Figure(kanji, 0) : (Figure(kanji[..ten], 1) * 10) + Figure(kanji[(ten + 1)..], 0);
    }

    static IEnumerable<Row> Published([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Addresses", "addresses.tsv")).Skip(1).Select(l => l.Split('\t'))
            .Select(r => new Row(r[0], r[1], r[2], r[3], r[4].Length > 0 ? r[4] : r[5]))
            .Where(r => r.Number.Length > 0 && char.IsAsciiDigit(r.Number[0]));

    sealed record Row(string Address, string Prefecture, string City, string Town, string Number);
}
