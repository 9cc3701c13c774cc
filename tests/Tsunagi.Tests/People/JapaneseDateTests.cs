using FsCheck.Fluent;
using Tsunagi.Domain.People;

namespace Tsunagi.Tests.People;

public class JapaneseDateTests
{
    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026/11/21")]
    [InlineData("2026.11.21")]
    [InlineData("2026年11月21日")]
    [InlineData("20261121")]
    [InlineData("R8.11.21")]
    [InlineData("r8/11/21")]
    [InlineData("R08-11-21")]
    [InlineData("Ｒ８．１１．２１")]
    [InlineData("令8.11.21")]
    [InlineData("令和8年11月21日")]
    [InlineData("令和　８年 １１月 ２１日")]
    [InlineData("令和八年十一月二十一日")]
    [InlineData("㋿8年11月21日")]
    [InlineData("5081121")]
    [InlineData("令和8年11月21日（土）")]
    [InlineData("2026−11−21")]
    public void Every_usual_writing_of_one_day_is_read(string text)
    {
        Assert.True(JapaneseDate.TryParse(text, out var date, out var error), $"{text}: {error?.Problem}");
        Assert.Equal(new DateOnly(2026, 11, 21), date);
    }

    [Theory]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    [InlineData("平成元年1月8日", "1989-01-08")]
    [InlineData("H1.1.8", "1989-01-08")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("大正15年12月25日", "1926-12-25")]
    [InlineData("昭和元年12月25日", "1926-12-25")]
    [InlineData("明治45年7月30日", "1912-07-30")]
    [InlineData("大正元年7月30日", "1912-07-30")]
    [InlineData("S23.5.3生", "1948-05-03")]
    [InlineData("3230503", "1948-05-03")]
    [InlineData("㍼23年5月3日生まれ", "1948-05-03")]
    public void Era_boundaries_are_read(string text, string expected)
    {
        Assert.True(JapaneseDate.TryParse(text, out var date, out var error), $"{text}: {error?.Problem}");
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("", JapaneseDateProblem.Empty, null)]
    [InlineData(null, JapaneseDateProblem.Empty, null)]
    [InlineData("きのう", JapaneseDateProblem.Unreadable, null)]
    [InlineData("R8.11", JapaneseDateProblem.Unreadable, null)]
    [InlineData("50.3.3", JapaneseDateProblem.EraMissing, null)]
    [InlineData("8年11月21日", JapaneseDateProblem.EraMissing, null)]
    [InlineData("昭和64年1月8日", JapaneseDateProblem.AfterEra, JapaneseEra.Showa)]
    [InlineData("S65.4.1", JapaneseDateProblem.AfterEra, JapaneseEra.Showa)]
    [InlineData("平成31年5月1日", JapaneseDateProblem.AfterEra, JapaneseEra.Heisei)]
    [InlineData("令和元年4月30日", JapaneseDateProblem.BeforeEra, JapaneseEra.Reiwa)]
    [InlineData("明治5年12月31日", JapaneseDateProblem.BeforeEra, JapaneseEra.Meiji)]
    [InlineData("令和8年2月30日", JapaneseDateProblem.NoSuchDay, JapaneseEra.Reiwa)]
    [InlineData("2026-13-01", JapaneseDateProblem.NoSuchDay, null)]
    [InlineData("0000-01-01", JapaneseDateProblem.NoSuchDay, null)]
    [InlineData("\uD800", JapaneseDateProblem.Unreadable, null)]
    public void What_is_wrong_is_told(string? text, JapaneseDateProblem problem, JapaneseEra? era)
    {
        Assert.False(JapaneseDate.TryParse(text, out _, out var error));
        Assert.Equal((problem, era), (error.Problem, error.Era?.Era));
    }

    [Fact]
    public void Every_written_date_is_read_back()
    {
        var days = Gen.Choose(new DateOnly(1873, 1, 1).DayNumber, new DateOnly(2200, 12, 31).DayNumber)
            .Select(DateOnly.FromDayNumber).ToArbitrary();
        Prop.ForAll(days, date =>
            JapaneseDate.TryParse(JapaneseDate.Format(date), out var full, out _) && full == date
            && JapaneseDate.TryParse(JapaneseDate.FormatShort(date), out var brief, out _) && brief == date)
            .Holds();
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll<string>(text =>
            JapaneseDate.TryParse(text, out _, out var error) == (error is null)
            && PartialDate.TryRead(text, new(2026, 11, 21), out var date, out _) == (date is not null)).Holds();

    [Fact]
    public void A_year_before_its_era_is_no_date_at_all()
    {
        Assert.False(PartialDate.TryRead("m3", new(2026, 11, 21), out var date, out var error));
        Assert.Null(date);
        Assert.Equal(JapaneseDateProblem.BeforeEra, error.Problem);
    }

    [Fact]
    public void A_date_is_written_in_the_era_then_in_force()
    {
        Assert.Equal("令和元年5月1日", JapaneseDate.Format(new(2019, 5, 1)));
        Assert.Equal("昭和64年1月7日", JapaneseDate.Format(new(1989, 1, 7)));
        Assert.Equal("R8.11.21", JapaneseDate.FormatShort(new(2026, 11, 21)));
        Assert.Equal("昭和64年・平成元年", JapaneseDate.FormatYear(1989));
        Assert.Equal("1872-12-31", JapaneseDate.Format(new(1872, 12, 31)));
    }
}
