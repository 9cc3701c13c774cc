using Tsunagi.Linkage.Japanese;
using static Tsunagi.Linkage.Japanese.PhoneAgreement;

namespace Tsunagi.Tests.Linkage.Japanese;

public sealed class Reading_telephone_numbers
{
    [Theory]
    [InlineData("03-0000-1234", "0300001234")]
    [InlineData("０３（００００）１２３４", "0300001234")]
    [InlineData("+81 3 0000 1234", "0300001234")]
    [InlineData("+81 (0)90-0000-1234", "09000001234")]
    [InlineData("03-0000-1234 内線 56", "0300001234")]
    [InlineData("03-0000-1234 ext. 56", "0300001234")]
    [InlineData("03-0000-1234／090-0000-5678", "0300001234")]
    [InlineData("0000-1234", "00001234")]
    [InlineData("なし", "")]
    [InlineData("000-0000-0000", "")]
    [InlineData("110", "")]
    [InlineData(null, "")]
    public void Only_digits_count(string? written, string digits) => Assert.Equal(digits, Phone.Digits(written));

    [Theory]
    [InlineData("0312345678", "0312345678", Same)]
    [InlineData("0312345678", "12345678", SameWithoutAreaCode)]
    [InlineData("0300001234", "00001234", SameWithoutAreaCode)]
    [InlineData("0312345678", "0312345679", OneDigitOff)]
    [InlineData("0312345678", "031234567", OneDigitOff)]
    [InlineData("0312345678", "0321345678", Transposed)]
    [InlineData("0312345678", "0387654321", Different)]
    [InlineData("0312345678", "09012345678", Different)]
    [InlineData("0312345678", "", Unknown)]
    public void Agreement_is_graded(string a, string b, PhoneAgreement agreement)
    {
        Assert.Equal(agreement, Phone.Compare(a, b));
        Assert.Equal(agreement, Phone.Compare(b, a));
    }
}
