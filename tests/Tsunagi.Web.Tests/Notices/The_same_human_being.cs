using Tsunagi.Data.Access;
using Tsunagi.Domain.People;
using Tsunagi.Web.Features.Notices.Match;

namespace Tsunagi.Web.Tests.Notices;

/// <summary>The linkage as the night uses it: sure of few records as well as of many.</summary>
public sealed class The_same_human_being
{
    private int records;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(60)]
    public void Is_found_among_however_many_others(int others)
    {
        List<RecordToMatch> all = [Record("蓮見 たまき", "ハスミ タマキ", "1941-05-03", "03-3411-2345"), .. Enumerable.Range(0, others).Select(Other), Record("蓮見 たまき", "はすみ たまき", "1941-05-03", "03-3411-2345")];
        var found = SameHumanBeings.Of(all, []);
        Assert.Equal([all[0].Id, all[^1].Id], found.Single());
    }

    [Fact]
    public void Is_not_somebody_else_of_the_same_household() =>
        Assert.Empty(SameHumanBeings.Of([
            Record("蓮見 たまき", "ハスミ タマキ", "1941-05-03", "03-3411-2345"), Record("蓮見 げんぞう", "ハスミ ゲンゾウ", "1938-01-20", "03-3411-2345"), .. Enumerable.Range(0, 20).Select(Other)], []));

    [Fact]
    public void Is_nobody_where_there_is_one_record_or_none()
    {
        Assert.Empty(SameHumanBeings.Of([], []));
        Assert.Empty(SameHumanBeings.Of([Other(1)], []));
    }

    [Fact]
    public void Is_nobody_where_all_are_called_by_a_nickname_alone()
    {
        RecordToMatch[] all = [.. new[] { "たまちゃん", "げんさん" }.Select(name => new RecordToMatch(new(new Guid(++records, 0, 0, new byte[8])), default, PersonName.Unknown with { Common = name }, null, null, null, []))];
        Assert.Empty(SameHumanBeings.Of(all, []));
    }

    [Fact]
    public void Is_whom_somebody_judged_to_be_the_same_with_whoever_is_like_either()
    {
        RecordToMatch[] all = [.. Twice(), Other(1), Other(2)];
        Assert.Equal(all[..3].Select(r => r.Id), SameHumanBeings.Of(all, [new(all[0].Id, all[2].Id, true)]).Single().Order());
    }

    [Fact]
    public void Is_nobody_where_two_of_a_group_were_told_apart()
    {
        RecordToMatch[] all = [.. Twice(), Other(1), Other(2)];
        Assert.Empty(SameHumanBeings.Of(all, [new(all[0].Id, all[1].Id, false)]));
        Assert.Empty(SameHumanBeings.Of(all, [new(all[0].Id, all[2].Id, true), new(all[1].Id, all[2].Id, false)]));
    }

    private RecordToMatch[] Twice() => [Record("蓮見 たまき", "ハスミ タマキ", "1941-05-03", "03-3411-2345"), Record("蓮見 たまき", "はすみ たまき", "1941-05-03", "03-3411-2345")];

    private RecordToMatch Other(int n)
    {
        string[] family = ["鵜飼", "都築", "桑名", "真壁", "日向", "水口", "榎戸", "柘植"], kana = ["ウカイ", "ツヅキ", "クワナ", "マカベ", "ヒナタ", "ミズグチ", "エノキド", "ツゲ"], given = ["いさむ", "ちよの", "すみれ", "げんた", "みのる", "かずえ", "たけし", "ようこ"];
        return Record($"{family[n % 8]} {given[n / 8 % 8]}", $"{kana[n % 8]} {given[n / 8 % 8]}", $"{1930 + n}-{1 + n % 12:00}-{1 + n * 7 % 28:00}", $"03-{3500 + n * 31}-{1000 + n * 97}");
    }

    private RecordToMatch Record(string name, string kana, string born, string phone) => new(
        new(new Guid(++records, 0, 0, new byte[8])), default, PersonName.FromLine(name, kana), PartialDate.Parse(born), null, null,
        PhoneNumber.TryParse(phone, null, out var number) ? [new(number)] : []);
}
