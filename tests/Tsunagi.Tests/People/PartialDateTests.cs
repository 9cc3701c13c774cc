using FsCheck.Fluent;
using Tsunagi.Domain.People;

namespace Tsunagi.Tests.People;

public class PartialDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("S23.5.3", "1948-05-03", "昭和23年5月3日")]
    [InlineData("昭和23年5月", "1948-05", "昭和23年5月（日は不明）")]
    [InlineData("1948-05", "1948-05", "昭和23年5月（日は不明）")]
    [InlineData("S23", "1948", "昭和23年（月日は不明）")]
    [InlineData("1948年生まれ", "1948", "昭和23年（月日は不明）")]
    [InlineData("70歳", "70-70@2026-11-21", "約70歳（令和8年11月21日時点）")]
    [InlineData("約７０才くらい", "70-70@2026-11-21", "約70歳（令和8年11月21日時点）")]
    [InlineData("70代", "70-79@2026-11-21", "70代（令和8年11月21日時点）")]
    [InlineData("平成元年", "1989", "昭和64年・平成元年（月日は不明）")]
    public void As_much_as_is_known_is_read_and_written(string text, string stored, string shown)
    {
        Assert.True(PartialDate.TryRead(text, Today, out var date, out _));
        Assert.Equal(stored, date.ToString());
        Assert.Equal(shown, date.Format());
        Assert.Equal(date, PartialDate.Parse(stored));
    }

    [Fact]
    public void A_span_outside_its_era_is_refused()
    {
        Assert.False(PartialDate.TryRead("昭和65年", Today, out _, out var error));
        Assert.Equal(JapaneseDateProblem.AfterEra, error.Problem);
        Assert.False(PartialDate.TryRead("令和元年4月", Today, out _, out error));
        Assert.Equal(JapaneseDateProblem.BeforeEra, error.Problem);
    }

    [Fact]
    public void Ages_count_from_what_is_known()
    {
        Assert.Equal((78, 78), PartialDate.Of(new DateOnly(1948, 5, 3)).AgeOn(Today));
        Assert.Equal((77, 78), PartialDate.Of(1948).AgeOn(new(2026, 6, 1)));
        Assert.Equal((70, 79), PartialDate.OfAge(70, 79, Today).AgeOn(Today));
        Assert.Null(PartialDate.Of(new DateOnly(2027, 1, 1)).AgeOn(Today));
        Assert.True(PartialDate.OfAge(78, 78, Today).CouldBe(PartialDate.Of(new DateOnly(1948, 5, 3))));
        Assert.False(PartialDate.OfAge(77, 77, Today).CouldBe(PartialDate.Of(new DateOnly(1948, 5, 3))));
    }

    [Fact]
    public void An_age_told_on_any_day_is_that_age_on_that_day()
    {
        var told = Gen.Choose(0, 120).SelectMany(age => Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber)
            .Select(day => (age, on: DateOnly.FromDayNumber(day)))).ToArbitrary();
        Prop.ForAll(told, t => PartialDate.OfAge(t.age, t.age, t.on) is var date
            && date.AgeOn(t.on) == (t.age, t.age) && PartialDate.Parse(date.ToString()) == date).Holds();
    }
}
