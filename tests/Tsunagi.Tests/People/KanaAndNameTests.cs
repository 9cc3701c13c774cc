using FsCheck.Fluent;
using Tsunagi.Domain.People;

namespace Tsunagi.Tests.People;

public class KanaAndNameTests
{
    [Theory]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ ハナコ")]
    [InlineData("やまだ", "ヤマダ")]
    [InlineData("オーノ", "オーノ")]
    [InlineData("ｶﾞｷﾞﾊﾟ", "ガギパ")]
    [InlineData("ｳﾞ", "ヴ")]
    [InlineData("𠮷田ｱ", "𠮷田ア")]
    public void Readings_become_full_width_katakana(string text, string expected) =>
        Assert.Equal(expected, KanaText.ToKatakana(text));

    [Fact]
    public void Hiragana_and_katakana_turn_into_each_other()
    {
        Assert.Equal("やまだ・ー", KanaText.ToHiragana("ヤマダ・ー"));
        Assert.True(KanaText.IsKana("ﾔﾏﾀﾞ はなこ・ー"));
        Assert.False(KanaText.IsKana("山だ"));
    }

    [Fact]
    public void A_name_typed_in_one_line_is_split_at_its_blank()
    {
        var name = PersonName.FromLine("髙橋　花子", "たかはし はなこ");
        Assert.Equal(new PersonName("髙橋", "花子", "タカハシ", "ハナコ"), name);
        Assert.Equal("髙橋 花子", name.Display);
        Assert.Equal("高橋", PersonName.FromLine("高橋", null).Family);
    }

    [Fact]
    public void Nobody_needs_a_name()
    {
        Assert.True(PersonName.FromLine(" ", null).IsUnknown);
        Assert.Equal("氏名不詳", PersonName.Unknown.Display);
        Assert.Equal("マリア", PersonName.Of(null, common: "マリア").Display);
    }

    [Theory]
    [InlineData("03-5432-2914", "0354322914", "03-5432-2914")]
    [InlineData("０３（５４３２）２９１４", "0354322914", "03-5432-2914")]
    [InlineData("5432-2914", "0354322914", "03-5432-2914")]
    [InlineData("090 1234 5678", "09012345678", "090-1234-5678")]
    [InlineData("+81 90-1234-5678", "09012345678", "090-1234-5678")]
    [InlineData("0422-12-3456", "0422123456", "0422-12-3456")]
    [InlineData("0120123456", "0120123456", "0120-123-456")]
    [InlineData("03-5432-2914 内線 12", "0354322914", "03-5432-2914 内線12")]
    public void Telephone_numbers_are_read_in_any_writing(string text, string digits, string shown)
    {
        Assert.True(PhoneNumber.TryParse(text, "03", out var number));
        Assert.Equal(new PhoneNumber(digits, shown), number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("なし")]
    [InlineData("03-5432")]
    [InlineData("012345678901")]
    [InlineData("+")]
    [InlineData("+81")]
    public void What_is_no_telephone_number_is_not_read(string text) => Assert.False(PhoneNumber.TryParse(text, null, out _));

    [Fact]
    public void No_text_makes_a_reader_throw() => Prop.ForAll<string>(text =>
        PhoneNumber.TryParse(text, "03", out var number) == (number is not null)
        && PersonName.FromLine(text, text).Display.Length > 0 && KanaText.ToHiragana(text ?? "") is not null).Holds();

    [Fact]
    public void Cleaned_text_can_be_stored()
    {
        Assert.Equal("a\nb\uFFFDc𠮷", TypedText.Clean("a\r\nb\uD800c\0𠮷"));
        Assert.Null(TypedText.Field(" \r\n　"));
    }
}
