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

    [Fact]
    public void What_is_left_out_cannot_be_worked_out_from_the_rest() => Prop.ForAll(Numbers, numbers =>
    {
        var figures = Publish(numbers);
        var hidden = figures.Count(f => f.Number is null);
        return hidden is 0 or > 1;
    }).Holds();

    [Fact]
    public void A_year_is_shown_when_its_last_notice_is_gone() =>
        Assert.Equal(new DateOnly(2027, 7, 1), NoticeFigures.ShownFrom(2026, 90));

    private static IReadOnlyList<NoticeFigure> Publish(int[] numbers) =>
        NoticeFigures.Publish(NoticeFigures.Outcomes.Zip(numbers).ToDictionary(p => p.First, p => p.Second), SmallBelow);
}
