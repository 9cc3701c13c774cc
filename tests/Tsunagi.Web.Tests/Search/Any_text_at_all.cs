using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Data.Search;

namespace Tsunagi.Web.Tests.Search;

public sealed class Any_text_at_all
{
    [Fact]
    public void Is_read_and_asks_for_no_more_than_a_search_can_bear() => Prop.ForAll<string, string>((one, other) =>
        new[] { one, $"{one} {other}", $"渡辺 {one} 昭和23", $"{other}-2-3", $"{one}丁目{other}番" }
            .Select(SearchQuery.Read).All(q => q.Meanings.Count <= 48 && q.Slips.Count <= 48 && q.Meanings.Concat(q.Slips).All(m => m.Terms.Count > 0))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData(" 　")]
    [InlineData("・")]
    [InlineData("%_")]
    [InlineData("あ い う え お か き")]
    public void What_says_nothing_means_nothing(string? text) => Assert.Empty(SearchQuery.Read(text).Meanings);
}
