using FsCheck.Fluent;
using Tsunagi.Domain.People;

namespace Tsunagi.Tests.People;

public class IndividualNumberTests
{
    [Theory]
    [InlineData("123456789018")]
    [InlineData("番号は1234 5678 9018です")]
    [InlineData("1234-5678-9018")]
    [InlineData("１２３４　５６７８　９０１８")]
    [InlineData("１２３４－５６７８－９０１８")]
    [InlineData("123-456-789-018")]
    [InlineData("12345678-9018")]
    [InlineData("1 2 3 4 5 6 7 8 9 0 1 8")]
    [InlineData("電話 090-1234-5678、123456789018")]
    [InlineData("12\u200B3456789018")]
    public void A_number_with_its_check_digit_is_found(string text) => Assert.True(IndividualNumber.Appears(text), text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456789012")]
    [InlineData("1234567890180")]
    [InlineData("5123456789018")]
    [InlineData("2026-11-21 1030")]
    [InlineData("03-5432-2914")]
    [InlineData("1234、5678、9018")]
    public void Other_digits_are_left_alone(string? text) => Assert.False(IndividualNumber.Appears(text), text);

    [Fact]
    public void Exactly_one_of_ten_last_digits_is_valid()
    {
        var bases = Gen.Choose(0, 9).ArrayOf(11).ToArbitrary();
        Prop.ForAll(bases, digits => Enumerable.Range(0, 10).Count(last =>
            IndividualNumber.Appears(string.Concat(digits) + last)) == 1).Holds();
    }

    [Fact]
    public void A_masked_text_holds_no_number_any_more()
    {
        Assert.Equal("番号●●●● ●●●● ●●●●です", IndividualNumber.Mask("番号1234 5678 9018です"));
        Prop.ForAll<string>(text => text is null || !IndividualNumber.Appears(IndividualNumber.Mask(text + " 123456789018")))
            .Holds();
    }
}
