using FsCheck.Fluent;
using Tsunagi.Domain.Notices;

namespace Tsunagi.Tests.Notices;

/// <summary>Of what is published nobody can work out a number that is too small to be told.</summary>
public class NoticeFiguresProperties
{
    private const int SmallBelow = 5;

    private static FsCheck.Arbitrary<int[]> Numbers =>
        Gen.Frequency((2, Gen.Choose(0, 6)), (1, Gen.Constant(0)), (1, Gen.Choose(5, 40))).ArrayOf(4).ToArbitrary();

    [Fact]
    public void No_number_is_told_that_is_small() => Prop.ForAll(Numbers, numbers =>
        Publish(numbers).All(f => f.Number is not (> 0 and < SmallBelow))).Holds();

    [Fact]
    public void What_is_told_is_true() => Prop.ForAll(Numbers, numbers =>
        Publish(numbers).All(f => f.Number is null || f.Number == (f.Outcome == NoticeOutcome.Told ? numbers.Sum() : numbers[NoticeFigures.Outcomes.ToList().IndexOf(f.Outcome)]))).Holds();

    /// <summary>Whoever knows the rule tries all numbers there could be, and keeps those that are published like these.</summary>
    [Theory]
    [InlineData(3, 8)]
    [InlineData(5, 9)]
    public void What_is_left_out_cannot_be_worked_out_from_the_rest(int smallBelow, int most)
    {
        var all = from a in Enumerable.Range(0, most) from b in Enumerable.Range(0, most) from c in Enumerable.Range(0, most) from d in Enumerable.Range(0, most) select new[] { a, b, c, d };
        foreach (var alike in all.GroupBy(numbers => string.Join(',', Publish(numbers, smallBelow).Select(f => f.Number))))
        {
            var shown = Publish(alike.First(), smallBelow);
            for (var i = 0; i < 4; i++)
                Assert.True(shown[i + 1].Number is not null || alike.Select(numbers => numbers[i]).Distinct().Skip(1).Any(), $"{alike.Key} tells number {i}: {string.Join(' ', alike.First())}");
            Assert.True(shown[0].Number is not null || alike.Select(numbers => numbers.Sum()).Distinct().Skip(1).Any(), $"{alike.Key} tells the sum");
        }
    }

    [Fact]
    public void What_is_not_small_stands_with_its_sum() => Assert.Equal([23, 10, 0, 5, 8], Publish([10, 0, 5, 8]).Select(f => f.Number));

    [Fact]
    public void A_year_is_shown_when_its_last_notice_is_gone() =>
        Assert.Equal(new DateOnly(2027, 7, 1), NoticeFigures.ShownFrom(2026, 90));

    private static IReadOnlyList<NoticeFigure> Publish(int[] numbers, int smallBelow = SmallBelow) =>
        NoticeFigures.Publish(NoticeFigures.Outcomes.Zip(numbers).ToDictionary(p => p.First, p => p.Second), smallBelow);
}
