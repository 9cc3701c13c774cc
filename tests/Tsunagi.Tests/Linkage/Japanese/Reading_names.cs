using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Tests.Linkage.Japanese;

public sealed class Reading_names
{
    [Theory]
    [InlineData("渡邊", "ワタナベ")]
    [InlineData("佐々木", "ササキ")]
    [InlineData("髙橋", "タカハシ")]
    public void A_surname_has_readings(string surname, string usual) => Assert.Equal(usual, Readings.Surname(CharacterFolding.Fold(surname))[0]);

    [Fact]
    public void A_given_name_has_several()
    {
        Assert.Contains("サチコ", Readings.GivenName("幸子"));
        Assert.Contains("ユキコ", Readings.GivenName("幸子"));
        Assert.Empty(Readings.GivenName("鯨幕"));
    }

    [Theory]
    [InlineData("渡辺", "わたなべ", NamePart.Surname, ReadingAgreement.Same)]
    [InlineData("大野", "オーノ", NamePart.Surname, ReadingAgreement.Same)]
    [InlineData("渡辺", "ワタベ", NamePart.Surname, ReadingAgreement.Same)]
    [InlineData("中田", "ﾅｶﾀﾞ", NamePart.Surname, ReadingAgreement.Same)]
    [InlineData("鈴木", "スズギ", NamePart.Surname, ReadingAgreement.Close)]
    [InlineData("鈴木", "サトウ", NamePart.Surname, ReadingAgreement.Different)]
    [InlineData("花子", "ハナコ", NamePart.GivenName, ReadingAgreement.Same)]
    [InlineData("鯨幕", "ハナコ", NamePart.GivenName, ReadingAgreement.Unknown)]
    public void A_reading_fits_or_not(string kanji, string kana, NamePart part, ReadingAgreement agreement) =>
        Assert.Equal(agreement, Readings.Agree(kanji, kana, part));

    [Theory]
    [InlineData("渡辺花子", "渡辺", "花子")]
    [InlineData("林太郎", "林", "太郎")]
    [InlineData("長谷川一", "長谷川", "一")]
    [InlineData("佐佐木希", "佐佐木", "希")]
    [InlineData("東海林太郎", "東海林", "太郎")]
    [InlineData("わたなべはなこ", "わたなべ", "はなこ")]
    [InlineData("佐藤さくら", "佐藤", "さくら")]
    [InlineData("森", "森", "")]
    [InlineData("SMITH", "SMITH", "")]
    public void A_whole_name_is_parted(string name, string surname, string given)
    {
        var split = Readings.Split(name);
        Assert.Equal((surname, given), (split.Surname, split.GivenName));
        Assert.InRange(split.Confidence, given.Length == 0 ? 0 : 0.5, given.Length == 0 ? 0 : 1);
    }

    [Theory]
    [InlineData("渡邊　花子", "渡辺/花子 花子/渡辺")]
    [InlineData("渡辺花子様", "渡辺/花子 花子/渡辺")]
    [InlineData("佐藤（旧姓：鈴木）花子", "佐藤/花子 花子/佐藤 鈴木/花子")]
    [InlineData("佐藤 花子（旧姓鈴木）", "佐藤/花子 花子/佐藤 鈴木/花子")]
    [InlineData("佐藤 花子 旧姓：鈴木", "佐藤/花子 花子/佐藤 鈴木/花子")]
    [InlineData("金（通称：金田）", "金/ 金田/")]
    [InlineData("金 英子（通称名：春名）", "金/英子 英子/金 春名/英子")]
    [InlineData("金 英子（通称 金田 英子）", "金/英子 英子/金 金田/英子")]
    [InlineData("ジョン・スミス", "ジョン/スミス スミス/ジョン")]
    [InlineData("Smith, John", "SMITH/JOHN JOHN/SMITH")]
    [InlineData("Mr. John Smith", "JOHN/SMITH SMITH/JOHN")]
    [InlineData("山田さん", "山田/")]
    [InlineData("氏家 殿", "氏家/")]
    [InlineData("", "")]
    [InlineData("（）", "")]
    public void A_field_may_hold_several_names(string written, string names) =>
        Assert.Equal(names, string.Join(' ', PersonName.Variants(written).Select(c => $"{c.Surname}/{c.GivenName}")));
}
