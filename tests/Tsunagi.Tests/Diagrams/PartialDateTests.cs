using FsCheck.Fluent;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Tests.Diagrams;

public class PartialDateTests
{
    [Theory]
    [InlineData("1975-04-01")]
    [InlineData("1975-04")]
    [InlineData("1975")]
    [InlineData("~1975")]
    [InlineData("1970..1975")]
    [InlineData("1970-05..1975-06-07")]
    [InlineData("..1975")]
    [InlineData("1975..")]
    [InlineData("?")]
    public void A_date_reads_as_it_is_written(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1975-13")]
    [InlineData("1975-02-30")]
    [InlineData("1975..1970")]
    [InlineData("1970..1975..1980")]
    [InlineData("~")]
    [InlineData("..")]
    [InlineData("soon")]
    public void What_is_no_date_is_refused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void Every_span_is_written_and_read_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<(uint First, uint Length, bool IsAbout)>(),
        x =>
        {
            var first = DateOnly.FromDayNumber((int)(x.First % 3_000_000));
            var span = PartialDate.Between(first, first.AddDays((int)(x.Length % 2000)));
            span = x.IsAbout ? span.Roughly() : span;
            return PartialDate.TryParse(span.ToString(), out var read) && read == span;
        }).Holds();

    [Fact]
    public void An_age_is_as_sure_as_the_dates_are()
    {
        Assert.Equal((50, 50), PartialDate.Of(new DateOnly(1975, 4, 1)).YearsUntil(PartialDate.Of(new DateOnly(2026, 3, 31))));
        Assert.Equal((51, 51), PartialDate.Of(new DateOnly(1975, 4, 1)).YearsUntil(PartialDate.Of(new DateOnly(2026, 4, 1))));
        Assert.Equal((50, 51), PartialDate.Of(1975).YearsUntil(PartialDate.Of(new DateOnly(2026, 4, 1))));
        Assert.Null(PartialDate.Unknown.YearsUntil(PartialDate.Of(2026)));
    }
}
