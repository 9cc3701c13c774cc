using FsCheck.Fluent;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Genograms;
using Tsunagi.Domain.People;
using DrawnDate = Tsunagi.Diagrams.Families.PartialDate;
using Person = Tsunagi.Diagrams.Families.Person;

namespace Tsunagi.Tests.Diagrams;

/// <summary>Years in pictures and texts, seen through the text of one person or one tie.</summary>
public class JapaneseDatesTests
{
    static string Said(DrawnDate born, Years years = Years.Era)
    {
        var drawn = Genogram.Draw(new([new Person("a", "架空 花子", Sex.Female, born)]), new() { Years = years });
        return GenogramText.Write(drawn, years: years).Split('\n').First(l => l.StartsWith("1番、", StringComparison.Ordinal)).Split("女性。")[1];
    }

    static string Drawn(DrawnDate born, DrawnDate? died = null) => Genogram.Draw(new([new Person("a", "架空 花子", Sex.Female, born, died)]), new() { Years = Years.Era })
        .Drawing.Figures.SelectMany(f => f.Shapes).OfType<Tsunagi.Diagrams.Drawings.Text>().Select(t => t.Words).ElementAt(1);

    [Theory]
    [InlineData("1872-12-31", "1872年12月31日")]
    [InlineData("1873-01-01", "明治6年1月1日")]
    [InlineData("1912-07-29", "明治45年7月29日")]
    [InlineData("1912-07-30", "大正元年7月30日")]
    [InlineData("1926-12-24", "大正15年12月24日")]
    [InlineData("1926-12-25", "昭和元年12月25日")]
    [InlineData("1989-01-07", "昭和64年1月7日")]
    [InlineData("1989-01-08", "平成元年1月8日")]
    [InlineData("2019-04-30", "平成31年4月30日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("1989", "昭和64年・平成元年")]
    [InlineData("2019", "平成31年・令和元年")]
    [InlineData("2019-04", "平成31年4月")]
    [InlineData("~1948", "およそ昭和23年")]
    [InlineData("1860", "1860年")]
    [InlineData("1970..1975", "昭和45年1月1日から昭和50年12月31日までの間")]
    public void A_date_is_said_in_its_era(string date, string said)
    {
        Assert.True(DrawnDate.TryParse(date, out var born));
        Assert.Equal(said + "生まれ。", Said(born));
    }

    [Fact]
    public void Without_being_asked_years_are_Western() => Assert.Equal("1989年生まれ。", Said(DrawnDate.Of(1989), Years.Western));

    [Fact]
    public void Every_day_month_and_year_is_said_as_everywhere_in_the_product() => Prop.ForAll(
        Gen.Choose(new DateOnly(1860, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber).ToArbitrary(), number =>
        {
            var day = DateOnly.FromDayNumber(number);
            // Before 明治6年 the product writes figures alone, and a text that is read aloud words.
            if (day.Year >= 1873)
                Assert.Equal(JapaneseDate.Format(day) + "生まれ。", Said(DrawnDate.Of(day)));
            Assert.Equal(JapaneseDate.FormatMonth(day.Year, day.Month) + "生まれ。", Said(DrawnDate.Of(day.Year, day.Month)));
            Assert.Equal(JapaneseDate.FormatYear(day.Year) + "生まれ。", Said(DrawnDate.Of(day.Year)));
        }).Holds();

    [Fact]
    public void Under_a_symbol_years_stay_short()
    {
        Assert.Equal("昭和23年生", Drawn(DrawnDate.Of(1948)));
        Assert.Equal("平成元年生", Drawn(DrawnDate.Of(new DateOnly(1989, 1, 8))));
        Assert.Equal("約昭和23年生", Drawn(DrawnDate.Of(1948).Roughly()));
        Assert.Equal("S23–R2", Drawn(DrawnDate.Of(1948), DrawnDate.Of(2020)));
        Assert.Equal("S64・H1–R1", Drawn(DrawnDate.Of(1989), DrawnDate.Of(new DateOnly(2019, 5, 1))));
        Assert.Equal("約T10–R2", Drawn(DrawnDate.Between(new(1921, 5, 5), new(1924, 5, 5)), DrawnDate.Of(2020)));
    }

    [Fact]
    public void A_tie_began_in_its_era()
    {
        var drawn = Ecomap.Draw(new("h", "", [], [new("n", "架空の機関")], [new("h", "n", Since: DrawnDate.Of(2024, 4))]), new() { Day = new(2026, 4, 1), Years = Years.Era });
        Assert.StartsWith("令和8年4月1日現在、", drawn.Drawing.Description, StringComparison.Ordinal);
        Assert.Contains("令和6年4月から。", EcomapText.Write(drawn, new(2026, 4, 1), Years.Era), StringComparison.Ordinal);
    }
}
