using Tsunagi.Linkage.Japanese;
using static Tsunagi.Linkage.Japanese.BirthDateAgreement;

namespace Tsunagi.Tests.Linkage.Japanese;

public sealed class Reading_birth_dates
{
    [Theory]
    [InlineData("1948-05-01")]
    [InlineData("1948/5/1")]
    [InlineData("1948.5.1")]
    [InlineData("１９４８年５月１日")]
    [InlineData("19480501")]
    [InlineData("1948-05-01T00:00:00")]
    [InlineData("1948/05/01 0:00:00")]
    [InlineData("S23.5.1")]
    [InlineData("s23-5-1")]
    [InlineData("Ｓ２３．５．１")]
    [InlineData("昭和23年5月1日")]
    [InlineData("昭和 23 年 5 月 1 日（土）生")]
    [InlineData("昭23/5/1")]
    [InlineData("㍼23年5月1日")]
    [InlineData("昭和二十三年五月一日")]
    [InlineData("一九四八年五月一日")]
    [InlineData("S230501")]
    [InlineData("昭和230501")]
    [InlineData("3230501")]
    [InlineData("昭和23(1948)年5月1日")]
    [InlineData("1948年（昭和23年）5月1日生まれ")]
    [InlineData("1 May 1948")]
    [InlineData("May 1, 1948")]
    [InlineData("1948年05月01日生")]
    public void Any_writing_is_the_same_day(string written)
    {
        var date = BirthDate.Read(written);
        Assert.Equal((1948, 5, 1), (date.Year, date.Month, date.Day));
        Assert.Equal(Same, BirthDate.Compare(date, new(1948, 5, 1)));
    }

    [Theory]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("R元.5.1", 2019, 5, 1)]
    [InlineData("平成3年", 1991, null, null)]
    [InlineData("昭和23年頃", 1948, null, null)]
    [InlineData("約1948年", 1948, null, null)]
    [InlineData("1948", 1948, null, null)]
    [InlineData("1948-05", 1948, 5, null)]
    [InlineData("194805", 1948, 5, null)]
    [InlineData("昭和23年5月", 1948, 5, null)]
    [InlineData("1948-05-00", 1948, 5, null)]
    [InlineData("9999-05-01", null, 5, 1)]
    [InlineData("19162429", 1916, 24, 29)]
    [InlineData("1971-02-31", 1971, 2, 31)]
    [InlineData("13/05/1948", 1948, 5, 13)]
    [InlineData("05/13/1948", 1948, 5, 13)]
    [InlineData("05131948", 1948, 5, 13)]
    [InlineData("M45.7.30", 1912, 7, 30)]
    [InlineData("明治十年十二月三十一日", 1877, 12, 31)]
    [InlineData("昭和65年1月1日", 1990, 1, 1)]
    public void Figures_are_kept_as_written(string written, int? year, int? month, int? day)
    {
        var date = BirthDate.Read(written);
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("不明")]
    [InlineData("abc")]
    [InlineData("12345")]
    [InlineData("1234567890123")]
    public void What_is_no_date_is_unknown(string? written) => Assert.True(BirthDate.Read(written).IsUnknown);

    [Fact]
    public void Day_and_month_that_could_be_either_are_marked()
    {
        Assert.True(BirthDate.Read("06/07/1971").IsAmbiguous);
        Assert.False(BirthDate.Read("07/07/1971").IsAmbiguous);
        Assert.Equal(23, BirthDate.Read("23.5.1").ShortYear);
        Assert.True(BirthDate.Read("1948-02-30") is { IsFull: true, IsOnCalendar: false });
        Assert.Equal(JapaneseEra.Showa, BirthDate.Read("S23.5.1").Era);
    }

    [Theory]
    [InlineData("1948-05-01", "S23.5.1", Same)]
    [InlineData("06/07/1971", "1971-07-06", Same)]
    [InlineData("1948-05-01", "昭和23年", SameButPartial)]
    [InlineData("1948-05-01", "1948-05", SameButPartial)]
    [InlineData("1948-05-01", "23.5.1", SameButPartial)]
    [InlineData("1948-05-01", "48.5.1", SameButPartial)]
    [InlineData("1948-05-01", "1948-06-01", DigitSlip)]
    [InlineData("1948-05-12", "1948-05-21", DigitSlip)]
    [InlineData("1948-05-01", "1953-05-01", DigitSlip)]
    [InlineData("19162429", "19160429", DigitSlip)]
    [InlineData("1948-05-01", "1948-01-05", DayMonthSwapped)]
    [InlineData("S23.5.1", "H23.5.1", EraSlip)]
    [InlineData("T14.5.1", "S14.5.1", EraSlip)]
    [InlineData("M44.5.1", "T44.5.1", EraSlip)]
    [InlineData("1948-05-01", "1975-05-01", YearOff)]
    [InlineData("1948-05-11", "1948-01-01", YearAndPlaceholder)]
    [InlineData("1948-05-11", "1948-05-29", CloseDay)]
    [InlineData("1948-05-31", "1948-06-02", CloseDay)]
    [InlineData("1948-05-11", "1972-10-23", Different)]
    [InlineData("1948-05", "1949-05", Different)]
    [InlineData("1948-05-01", "9999-05-01", SameButPartial)]
    [InlineData("1948-05-01", "", Unknown)]
    [InlineData("1948", "", Unknown)]
    public void Agreement_is_graded(string a, string b, BirthDateAgreement agreement)
    {
        Assert.Equal(agreement, BirthDate.Compare(BirthDate.Read(a), BirthDate.Read(b)));
        Assert.Equal(agreement, BirthDate.Compare(BirthDate.Read(b), BirthDate.Read(a)));
    }
}
