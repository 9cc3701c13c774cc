using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Cases;

public class WithheldWordsTests
{
    private static readonly Id<Person> Son = IdSource.Named<Person>("son");

    [Theory]
    [InlineData("母は夏までに家を出て、妹の町へ転居したいと考えている。", true)]
    [InlineData("方針：夏までに家を出て、 妹の町へ転居。", true)]
    [InlineData("夏までに家を出て妹の町へ", true)]
    [InlineData("転居したいと考えている", false)]
    [InlineData("サロンに週一回通う", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_passage_taken_over_is_recognised_whatever_the_punctuation(string? text, bool isThere) =>
        Assert.Equal(isThere, new WithheldWords("母は夏までに家を出て、妹の町へ転居したいと考えている。", [Son]).AreIn(text));

    [Theory]
    [InlineData("がんの告知あり", true)]
    [InlineData("先月、がんの告知あり。", true)]
    [InlineData("告知", false)]
    public void Short_words_are_recognised_as_a_whole(string text, bool isThere) =>
        Assert.Equal(isThere, new WithheldWords("がんの告知あり。", [Son]).AreIn(text));

    [Fact]
    public void The_width_of_letters_makes_no_difference() =>
        Assert.True(new WithheldWords("借入は３社で１２０万円", [Son]).AreIn("借入は3社で120万円"));

    [Fact]
    public void Punctuation_alone_is_nowhere() => Assert.False(new WithheldWords("。", [Son]).AreIn("方針。"));
}
