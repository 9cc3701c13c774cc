using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Notices;

/// <summary>機関の関わり: that an organisation deals with a human being, and nothing of what was said.</summary>
/// <param name="Organisation">Which.</param>
/// <param name="HasBasis">Whether its records may be matched at all (<see cref="NoticeRule.MayMatch"/>).</param>
/// <param name="LastActive">The last day on which it wrote something down about them.</param>
/// <param name="HasSign">Whether it has recorded 行き詰まり・孤立・危険.</param>
public sealed record Involvement(Id<Organisation> Organisation, bool HasBasis, DateOnly LastActive, bool HasSign);

/// <summary>What the rule asks about one human being, over the records of all holders.</summary>
/// <param name="Involvements">Which organisations deal with them.</param>
/// <param name="Joined">Pairs of organisations that a つなぎ, a consent or a conference has brought together about them.</param>
/// <param name="IsExcluded">Whether any of the records is kept out: matching declined, 支援措置, a sealed matter.</param>
public sealed record NoticeFacts(
    IReadOnlyList<Involvement> Involvements, IReadOnlyList<(Id<Organisation> One, Id<Organisation> Other)> Joined, bool IsExcluded);

/// <summary>What came of asking the rule.</summary>
public enum NoticeFinding
{
    /// <summary>知らせる: every condition holds.</summary>
    Due,
    /// <summary>除かれている.</summary>
    Excluded,
    /// <summary>関わる機関が足りない.</summary>
    TooFewOrganisations,
    /// <summary>行き詰まり・孤立・危険の記録がない.</summary>
    NoSign,
    /// <summary>もう連携している.</summary>
    AlreadyJoined,
}

/// <summary>What came of asking the rule, and whom the notice would name.</summary>
/// <param name="Finding">Why, or why not.</param>
/// <param name="Organisations">The organisations it names, in the order of their ids; none unless it is due.</param>
public sealed record NoticeVerdict(NoticeFinding Finding, IReadOnlyList<Id<Organisation>> Organisations)
{
    /// <summary>知らせない.</summary>
    public static NoticeVerdict No(NoticeFinding why) => new(why, []);
}

/// <summary>
/// 連携検討のお知らせのきまり (rules §7): the published rule, as a function of plain facts. It is told only when all conditions hold, and
/// whatever is unknown counts against telling.
/// </summary>
public static class NoticeRule
{
    /// <summary>Decides about one human being.</summary>
    /// <param name="facts">What is recorded about them.</param>
    /// <param name="rules">The numbers of the ward.</param>
    /// <param name="today">The day in Tokyo.</param>
    public static NoticeVerdict Decide(NoticeFacts facts, NoticeRules rules, DateOnly today)
    {
        if (facts.IsExcluded) return NoticeVerdict.No(NoticeFinding.Excluded);
        var active = facts.Involvements.Where(i => i.HasBasis && IsActive(i.LastActive, rules, today)).ToList();
        List<Id<Organisation>> organisations = [.. active.Select(i => i.Organisation).Distinct().Order()];
        if (organisations.Count < Math.Max(2, rules.MinimumOrganisations)) return NoticeVerdict.No(NoticeFinding.TooFewOrganisations);
        if (!active.Exists(i => i.HasSign)) return NoticeVerdict.No(NoticeFinding.NoSign);
        return AreAllJoined(organisations, facts.Joined) ? NoticeVerdict.No(NoticeFinding.AlreadyJoined) : new(NoticeFinding.Due, organisations);
    }

    /// <summary>The first day that counts as recent.</summary>
    public static DateOnly ActiveFrom(NoticeRules rules, DateOnly today) => today.AddMonths(-rules.ActiveWithinMonths);

    /// <summary>
    /// 照合の根拠: the ward's own records and those its contractors keep for it are matched for the purpose of the hub business. Whoever
    /// else keeps records of their own is matched only under an agreement that the profile names.
    /// </summary>
    public static bool MayMatch(OrganisationEntry organisation, NoticeRules rules) => organisation.Holder switch
    {
        Holder.Ward or Holder.ContractorForWard => true,
        Holder.ShakyoOwnBusiness or Holder.Private or Holder.OtherPublicBody => rules.MatchingAgreements?.Contains(organisation.AgencyCode) == true,
    };

    private static bool IsActive(DateOnly last, NoticeRules rules, DateOnly today) => ActiveFrom(rules, today) <= last && last <= today;

    // Who is joined with one is joined with all that one is joined with: there is somebody in between who can bring them together.
    private static bool AreAllJoined(List<Id<Organisation>> organisations, IReadOnlyList<(Id<Organisation> One, Id<Organisation> Other)> joined)
    {
        HashSet<Id<Organisation>> reached = [organisations[0]];
        bool grown;
        do
        {
            grown = false;
            foreach (var (one, other) in joined)
                if (reached.Contains(one) != reached.Contains(other)) grown |= reached.Add(one) | reached.Add(other);
        }
        while (grown);
        return organisations.TrueForAll(reached.Contains);
    }
}
