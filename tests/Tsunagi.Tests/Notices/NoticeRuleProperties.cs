using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Notices;

/// <summary>The rule over random facts, held against its words (rules §7) read one condition after the other.</summary>
public class NoticeRuleProperties
{
    internal static readonly DateOnly Today = new(2026, 11, 20);
    internal static readonly NoticeRules Rules = new(true, 6, 2, 2, 10, 90, 20);

    private static readonly Gen<Involvement> Involved =
        from organisation in Gen.Choose(1, 4)
        from basis in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from ago in Gen.Frequency((4, Gen.Choose(0, 170)), (1, Gen.Choose(-20, 400)))
        from sign in Gen.Elements(true, false)
        select new Involvement(Organisation(organisation), basis, Today.AddDays(-ago), sign);

    private static readonly Gen<NoticeFacts> Facts =
        from involved in Gen.Sized(n => Involved.ListOf(Math.Min(n, 8)))
        from joined in Gen.Choose(0, 3).SelectMany(n => Gen.Two(Gen.Choose(1, 5)).ListOf(n))
        from excluded in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new NoticeFacts([.. involved], [.. joined.Select(j => (Organisation(j.Item1), Organisation(j.Item2)))], excluded);

    private static Arbitrary<NoticeFacts> Worlds => Facts.ToArbitrary();

    [Fact]
    public void It_is_told_exactly_when_every_condition_holds() => Prop.ForAll(Worlds, facts =>
    {
        var verdict = NoticeRule.Decide(facts, Rules, Today);
        var told = verdict.Finding == NoticeFinding.Due;
        var recent = facts.Involvements.Where(i => i.HasBasis && i.LastActive >= new DateOnly(2026, 5, 20) && i.LastActive <= Today).ToList();
        var organisations = recent.Select(i => i.Organisation).Distinct().ToList();
        var conditions = !facts.IsExcluded && organisations.Count >= 2 && recent.Exists(i => i.HasSign) && !AreOne(organisations, facts.Joined);
        return told == conditions && verdict.Organisations.ToHashSet().SetEquals(told ? organisations : []);
    }).Holds();

    [Fact]
    public void What_is_excluded_is_never_told() => Prop.ForAll(Worlds, facts =>
        NoticeRule.Decide(facts with { IsExcluded = true }, Rules, Today) is { Finding: NoticeFinding.Excluded, Organisations.Count: 0 }).Holds();

    [Fact]
    public void Another_tie_never_makes_something_told_that_was_not() => Prop.ForAll(Worlds, Gen.Two(Gen.Choose(1, 5)).ToArbitrary(), (facts, tie) =>
    {
        var more = facts with { Joined = [.. facts.Joined, (Organisation(tie.Item1), Organisation(tie.Item2))] };
        return NoticeRule.Decide(facts, Rules, Today).Finding == NoticeFinding.Due || NoticeRule.Decide(more, Rules, Today).Finding != NoticeFinding.Due;
    }).Holds();

    [Fact]
    public void Who_has_no_basis_is_never_named_and_never_the_reason() => Prop.ForAll(Worlds, facts =>
    {
        var without = facts with { Involvements = [.. facts.Involvements.Where(i => i.HasBasis)] };
        var (one, other) = (NoticeRule.Decide(facts, Rules, Today), NoticeRule.Decide(without, Rules, Today));
        return one.Finding == other.Finding && one.Organisations.SequenceEqual(other.Organisations);
    }).Holds();

    [Fact]
    public void The_order_in_which_facts_are_found_changes_nothing() => Prop.ForAll(Worlds, facts =>
    {
        var turned = facts with { Involvements = [.. facts.Involvements.Reverse()], Joined = [.. facts.Joined.Reverse().Select(j => (j.Other, j.One))] };
        var (one, other) = (NoticeRule.Decide(facts, Rules, Today), NoticeRule.Decide(turned, Rules, Today));
        return one.Finding == other.Finding && one.Organisations.SequenceEqual(other.Organisations);
    }).Holds();

    [Theory]
    [InlineData(Holder.Ward, false, true)]
    [InlineData(Holder.ContractorForWard, false, true)]
    [InlineData(Holder.Private, false, false)]
    [InlineData(Holder.ShakyoOwnBusiness, false, false)]
    [InlineData(Holder.OtherPublicBody, false, false)]
    [InlineData(Holder.Private, true, true)]
    [InlineData(Holder.ShakyoOwnBusiness, true, true)]
    public void Whoever_keeps_records_of_their_own_is_matched_only_under_an_agreement(Holder holder, bool agreed, bool matched)
    {
        var entry = new OrganisationEntry("x", "x", "x", OrganisationKind.OtherDesk, "agency", holder, default, null, null, null, null, false, false, false, null, true, true, [], [], [], null, null, false, null, null);
        Assert.Equal(matched, NoticeRule.MayMatch(entry, Rules with { MatchingAgreements = agreed ? ["agency"] : ["another"] }));
    }

    private static bool AreOne(List<Id<Organisation>> organisations, IReadOnlyList<(Id<Organisation> One, Id<Organisation> Other)> joined)
    {
        var group = Enumerable.Range(1, 5).ToDictionary(Organisation, n => n);
        foreach (var (one, other) in joined)
        {
            var (from, to) = (group[one], group[other]);
            foreach (var member in group.Keys.Where(o => group[o] == from).ToList()) group[member] = to;
        }
        return organisations.Select(o => group[o]).Distinct().Count() < 2;
    }

    internal static Id<Organisation> Organisation(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
