using Tsunagi.Domain.Profiles;

namespace Tsunagi.Tests.Profiles;

public sealed class WardProfileTests
{
    static readonly DateOnly D1 = new(2020, 4, 1);
    static readonly DateOnly D2 = new(2022, 4, 1);

    [Fact]
    public void A_span_includes_both_ends_and_a_missing_end_is_open()
    {
        Assert.True(Validity.Covers(D1, D2, D1));
        Assert.True(Validity.Covers(D1, D2, D2));
        Assert.False(Validity.Covers(D1, D2, D1.AddDays(-1)));
        Assert.False(Validity.Covers(D1, D2, D2.AddDays(1)));
        Assert.True(Validity.Covers(null, null, D1));
        Assert.True(Validity.Covers(D1, null, DateOnly.MaxValue));
    }

    [Fact]
    public void Spans_overlap_exactly_when_they_share_a_day()
    {
        // Every pair of spans over six days, compared with counting the days.
        var days = Enumerable.Range(0, 6).Select(i => D1.AddDays(i)).ToArray();
        DateOnly?[] ends = [null, .. days];
        foreach (var (f1, t1) in Spans(ends))
        {
            foreach (var (f2, t2) in Spans(ends))
            {
                var shared = days.Prepend(D1.AddDays(-1)).Append(D1.AddDays(6))
                    .Any(d => Validity.Covers(f1, t1, d) && Validity.Covers(f2, t2, d));
                Assert.Equal(shared, Validity.Overlap(f1, t1, f2, t2));
            }
        }
    }

    static IEnumerable<(DateOnly? From, DateOnly? To)> Spans(DateOnly?[] ends) =>
        from f in ends from t in ends where f is null || t is null || f <= t select (f, t);

    [Fact]
    public void A_closed_answer_keeps_its_words_but_is_no_longer_offered()
    {
        var list = new CodeList("x", "例", 2, D2, [new CodeItem("a", "旧", ValidTo: D2.AddDays(-1)), new CodeItem("b", "新", "N", ValidFrom: D2)]);

        Assert.Equal(["旧"], list.ItemsAsOf(D1).Select(i => i.Name));
        Assert.Equal(["新"], list.ItemsAsOf(D2).Select(i => i.Name));
        Assert.Equal("旧", list.NameOf("a"));
        Assert.Equal("zz", list.NameOf("zz"));
        Assert.Equal(["旧", "N"], list.Items.Select(i => i.Label));
    }

    [Fact]
    public void A_hub_may_begin_after_its_organisation()
    {
        var section = Desk("section", area: "a") with { IsHub = true, HubFrom = D2 };
        var profile = Profile([section]);

        Assert.True(section.IsValidOn(D1));
        Assert.Empty(profile.HubsFor("a", D2.AddDays(-1)));
        Assert.Equal(["section"], profile.HubsFor("a", D2).Select(h => h.Code));
        Assert.Empty(profile.HubsFor("b", D2));
    }

    [Fact]
    public void An_areas_own_hub_stands_before_the_hub_of_the_whole_ward()
    {
        var profile = Profile([Desk("ward") with { IsHub = true }, Desk("area", area: "a") with { IsHub = true }]);

        Assert.Equal(["area", "ward"], profile.HubsFor("a", D1).Select(h => h.Code));
        Assert.Equal(["ward"], profile.HubsFor("b", D1).Select(h => h.Code));
    }

    [Fact]
    public void Receivers_are_ordered_by_fit_then_by_nearness()
    {
        var profile = Profile(
        [
            Desk("ward-one") with { Topics = ["t1"] },
            Desk("area-one", area: "a") with { Topics = ["t1"] },
            Desk("district-one", area: "a", district: "d") with { Topics = ["t1"] },
            Desk("ward-both") with { Topics = ["t1", "t2"] },
            Desk("any", area: "a", district: "d") with { AcceptsAnyTopic = true },
            Desk("other-topic") with { Topics = ["t3"] },
            Desk("other-area", area: "b") with { Topics = ["t1"] },
            Desk("other-district", area: "a", district: "e") with { Topics = ["t1"] },
            Desk("directory-only") with { Topics = ["t1"], AcceptsHandoffs = false },
            Desk("gone") with { Topics = ["t1"], ValidTo = D1 },
        ]);

        string[] Suggest(string? district, string? area) =>
            [.. profile.SuggestReceivers(["t1", "t2"], district, area, D2).Select(s => s.Organisation.Code)];

        Assert.Equal(["ward-both", "district-one", "area-one", "ward-one", "any"], Suggest("d", null));
        Assert.Equal(["ward-both", "other-area", "ward-one"], Suggest(null, "b"));
        Assert.Equal(["ward-both", "ward-one", "area-one", "other-area"], Suggest(null, null));
        Assert.DoesNotContain("ward-one", profile.SuggestReceivers(["t1"], "d", null, D2, "ward-one").Select(s => s.Organisation.Code));

    }

    [Fact]
    public void Earlier_days_than_the_first_version_get_the_first_wording()
    {
        var profile = Profile([], texts:
        [
            new ProfileText("penalty", "罰則", "新", D2, true),
            new ProfileText("penalty", "罰則", "旧", D1, true, D2.AddDays(-1)),
        ]);

        Assert.Equal("旧", profile.TextAsOf("penalty", D1.AddYears(-5)).Body);
        Assert.Equal("旧", profile.TextAsOf("penalty", D2.AddDays(-1)).Body);
        Assert.Equal("新", profile.TextAsOf("penalty", D2).Body);
        Assert.Throws<KeyNotFoundException>(() => profile.TextAsOf("none", D1));
        Assert.Throws<KeyNotFoundException>(() => profile.CodeList("none"));
    }

    [Fact]
    public void Every_required_list_is_named_once()
    {
        Assert.Equal(CodeLists.Required.Count, CodeLists.Required.Distinct().Count());
        Assert.Equal(
            typeof(CodeLists).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            CodeLists.Required.Order(StringComparer.Ordinal));
    }

    static OrganisationEntry Desk(string code, string? area = null, string? district = null) => new(
        code, code, code, OrganisationKind.OtherDesk, "ward", Holder.Ward, D1, null, null, area, district,
        false, false, false, null, true, false, [], [], [], null, null, false, null, null);

    static WardProfile Profile(IReadOnlyList<OrganisationEntry> organisations, IReadOnlyList<ProfileText>? texts = null) => new(
        "example", new Ward("000000", "例", "れい", "例"), new TierNames("全区", "地域", "地区"),
        new DeskModel(DeskModelKind.ExistingDesks, "窓口"), [],
        [new Area("a", "甲", null, D1), new Area("b", "乙", null, D1)],
        [new District("d", "丙", null, "a", D1), new District("e", "丁", null, "a", D1)],
        [new Agency("ward", "例", AgencyKind.Ward)], organisations, [], [], [], [], texts ?? [], []);
}
