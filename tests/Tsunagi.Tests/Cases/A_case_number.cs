using Tsunagi.Domain.Cases;

namespace Tsunagi.Tests.Cases;

/// <summary>ケース番号 as people write and type it.</summary>
public sealed class A_case_number
{
    [Theory]
    [InlineData("令和8-00123", 2026, 123)]
    [InlineData("R8-123", 2026, 123)]
    [InlineData("8-123", 2026, 123)]
    [InlineData("令和元-00001", 2019, 1)]
    [InlineData(" 令和 ８－００１２３ ", 2026, 123)]
    public void Is_read_in_every_way_it_is_typed(string typed, int year, int sequence) => Assert.Equal(new CaseNumber(year, sequence), CaseNumber.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("令和8")]
    [InlineData("令和8-1234567")]
    [InlineData("\uD83D")]
    [InlineData("佐藤")]
    public void Is_not_read_out_of_anything_else(string typed) => Assert.Null(CaseNumber.Read(typed));

    [Fact]
    public void Is_read_as_it_is_written()
    {
        foreach (var number in new CaseNumber[] { new(2019, 1), new(2026, 123), new(2030, 99_999), new(2027, 123_456) })
            Assert.Equal(number, CaseNumber.Read(number.ToString()));
    }
}
