using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Tests.Linkage.Japanese;

public sealed class Reading_kana
{
    [Theory]
    [InlineData("やまだ", "ヤマダ")]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ")]
    [InlineData("Sato 山田", "Sato 山田")]
    public void One_script(string written, string katakana) => Assert.Equal(katakana, Kana.ToKatakana(written));

    [Theory]
    [InlineData("おおの", "オーノ")]
    [InlineData("おうの", "オオノ")]
    [InlineData("さとう", "サトー")]
    [InlineData("けいこ", "ケーコ")]
    [InlineData("えいた", "エエタ")]
    [InlineData("きょうこ", "キヨウコ")]
    [InlineData("はっとり", "ハツトリ")]
    [InlineData("みちづえ", "ミチズエ")]
    [InlineData("いぢち", "イジチ")]
    [InlineData("かをる", "カオル")]
    [InlineData("ｼﾞｭﾝｲﾁ", "じゅんいち")]
    [InlineData("ゐのうえ", "イノウエ")]
    public void Readings_that_sound_alike_have_one_key(string a, string b)
    {
        Assert.Equal(Kana.Phonetic(a), Kana.Phonetic(b));
        Assert.Equal(Kana.PhoneticLoose(a), Kana.PhoneticLoose(b));
    }

    [Theory]
    [InlineData("おの", "おおの")]
    [InlineData("なかた", "ナカダ")]
    [InlineData("ひろし", "シロシ")]
    [InlineData("はとり", "ハットリ")]
    [InlineData("ほんま", "ホムマ")]
    [InlineData("ゆうこ", "ユコ")]
    public void Readings_misheard_share_the_looser_key_only(string a, string b)
    {
        Assert.NotEqual(Kana.Phonetic(a), Kana.Phonetic(b));
        Assert.Equal(Kana.PhoneticLoose(a), Kana.PhoneticLoose(b));
    }

    [Theory]
    [InlineData("さとう", "カトウ")]
    [InlineData("ゆき", "ユミ")]
    [InlineData("まさお", "マサコ")]
    public void Other_readings_have_other_keys(string a, string b) => Assert.NotEqual(Kana.PhoneticLoose(a), Kana.PhoneticLoose(b));

    [Theory]
    [InlineData("SATO", "サト")]
    [InlineData("Satō", "サトウ")]
    [InlineData("SATOH", "サトオ")]
    [InlineData("OHNO", "オオノ")]
    [InlineData("OHARA", "オハラ")]
    [InlineData("Shimbashi", "シンバシ")]
    [InlineData("Simbasi", "シンバシ")]
    [InlineData("HATTORI", "ハットリ")]
    [InlineData("Etchu", "エッチュ")]
    [InlineData("Ken'ichi", "ケンイチ")]
    [InlineData("KONNO", "コンノ")]
    [InlineData("Tyûziro", "チュウジロ")]
    [InlineData("ＹＡＭＡＤＡ　Ｈａｎａｋｏ", "ヤマダ ハナコ")]
    [InlineData("YAMADA, Hanako", "ヤマダ ハナコ")]
    [InlineData("Kyoko", "キョコ")]
    public void Latin_letters_are_read(string written, string katakana) => Assert.Equal(katakana, Kana.FromRomaji(written));

    [Theory]
    [InlineData("Smith")]
    [InlineData("山田")]
    [InlineData("")]
    [InlineData("12")]
    public void Foreign_names_are_not_read(string written) => Assert.Null(Kana.FromRomaji(written));

    [Theory]
    [InlineData("やまだ はなこ", "YAMADA HANAKO")]
    [InlineData("えっちゅう", "ETCHUU")]
    [InlineData("けんいち", "KEN'ICHI")]
    [InlineData("ｼﾞｭﾝﾔ", "JUN'YA")]
    public void Kana_are_spelled(string kana, string romaji)
    {
        Assert.Equal(romaji, Kana.ToRomaji(kana));
        Assert.Equal(Kana.Phonetic(kana), Kana.Phonetic(Kana.FromRomaji(romaji)!));
    }

    [Fact]
    public void What_is_kana_and_what_is_romaji()
    {
        Assert.All(["やまだ", "ﾔﾏﾀﾞ", "オーノ・マリ", "ヤマダ　ハナコ"], t => Assert.True(Kana.IsKana(t)));
        Assert.All(["山田", "Yamada", "", " ", "ヤマダ3"], t => Assert.False(Kana.IsKana(t)));
        Assert.All(["Yamada", "Ｙ", "Sato, K.", "Satō"], t => Assert.True(Kana.IsRomaji(t)));
        Assert.All(["山田", "ヤ", "", "-"], t => Assert.False(Kana.IsRomaji(t)));
    }
}
