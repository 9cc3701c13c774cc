using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>プランの種類: separate plans, linked to one case.</summary>
public enum PlanKind
{
    /// <summary>支援プラン（多機関協働）.</summary>
    Collaboration,
    /// <summary>アウトリーチプラン.</summary>
    Outreach,
    /// <summary>参加支援プラン.</summary>
    Participation,
}

/// <summary>目標の長さ.</summary>
public enum GoalHorizon
{
    /// <summary>長期目標.</summary>
    Long,
    /// <summary>短期目標.</summary>
    Short,
}

/// <summary>本人の目標, in the person's own words.</summary>
/// <param name="Number">From 1; the same number is the same goal in every version.</param>
/// <param name="Horizon">Long or short.</param>
/// <param name="Person">Whose goal; one of the plan's subjects.</param>
/// <param name="Words">As the person says it.</param>
public sealed record PlanGoal(int Number, GoalHorizon Horizon, Id<Person> Person, string Words);

/// <summary>支援の内容: who does what until when.</summary>
/// <param name="Number">From 1; the same number is the same action in every version.</param>
/// <param name="Who">Who does it, the person themself included.</param>
/// <param name="What">What they do.</param>
/// <param name="Until">Until when.</param>
/// <param name="Goal">The goal it serves, if one.</param>
public sealed record PlanAction(int Number, string Who, string What, DateOnly? Until, int? Goal);

/// <summary>機関の役割.</summary>
/// <param name="AgencyName">The agency as people know it; one role per name.</param>
/// <param name="Category">Its recipient category: the consent has to cover it.</param>
/// <param name="Organisation">Its id, where it works in this system.</param>
/// <param name="Role">What it answers for.</param>
public sealed record PlanRole(string AgencyName, string Category, Id<Organisation>? Organisation, string Role);

/// <summary>プランの内容: everything a version says.</summary>
/// <param name="Subjects">The people the plan is for; each consents and signs.</param>
/// <param name="MainAgency">主担当: the one agency that answers for the plan; always exactly one.</param>
/// <param name="Goals">Goals in the people's own words.</param>
/// <param name="Approach">The way of working.</param>
/// <param name="Policy">支援の方針.</param>
/// <param name="Actions">Who does what until when.</param>
/// <param name="InformalHelp">What family, neighbours and groups do.</param>
/// <param name="Roles">What each agency answers for, the main agency among them.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="MonitoringOn">The day of the first monitoring; null until a next version has one of its own.</param>
public sealed record PlanContent(
    IReadOnlyList<Id<Person>> Subjects, Id<Organisation> MainAgency, IReadOnlyList<PlanGoal> Goals,
    SupportApproach Approach, string Policy, IReadOnlyList<PlanAction> Actions, string InformalHelp,
    IReadOnlyList<PlanRole> Roles, DateOnly From, DateOnly Until, DateOnly? MonitoringOn)
{
    /// <summary>The categories of the agencies with a role.</summary>
    public IReadOnlyList<string> Categories => [.. Roles.Select(r => r.Category).Distinct()];

    /// <summary>Every text of it, by the field it stands in.</summary>
    public IEnumerable<(string Field, string Text)> Texts =>
    [
        .. Goals.Select(g => (nameof(Goals), g.Words)), (nameof(Policy), Policy), .. Actions.Select(a => (nameof(Actions), $"{a.Who} {a.What}")),
        (nameof(InformalHelp), InformalHelp), .. Roles.Select(r => (nameof(Roles), r.Role)),
    ];

    /// <summary>The same without the texts that must not reach a reader; which agencies have a role stays, for consent names them.</summary>
    public PlanContent LeavingOut(Func<string, bool> isWithheld) => this with
    {
        Goals = [.. Goals.Where(g => !isWithheld(g.Words))],
        Policy = isWithheld(Policy) ? "" : Policy,
        Actions = [.. Actions.Where(a => !isWithheld($"{a.Who} {a.What}"))],
        InformalHelp = isWithheld(InformalHelp) ? "" : InformalHelp,
        Roles = [.. Roles.Select(r => isWithheld(r.Role) ? r with { Role = "" } : r)],
    };

    /// <summary>What the next version begins with: the same, but the day of its first monitoring is its own.</summary>
    internal PlanContent ForNext() => this with { MonitoringOn = null };

    /// <summary>What no version may ever lack, a first draft included, as it is written today.</summary>
    public IReadOnlyList<Refusal> CheckDraft(PlanRules rules, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (Subjects.Count == 0)
            refusals.Add(new(RefusalCode.Required, nameof(Subjects)));
        if (MainAgency.IsNone)
            refusals.Add(new(RefusalCode.Required, nameof(MainAgency)));
        if (Until < From)
            refusals.Add(new(RefusalCode.PeriodReversed, nameof(Until)));
        else if (Until >= From.AddMonths(rules.MaxMonths))
            refusals.Add(new(RefusalCode.PlanPeriodTooLong, nameof(Until)));
        if (Subjects.Count > 0 && Goals.Any(g => !Subjects.Contains(g.Person)))
            refusals.Add(new(RefusalCode.PlanSubjectUnknown, nameof(Goals)));
        if (HasTwice(Goals.Select(g => g.Number)) || HasTwice(Actions.Select(a => a.Number)) || HasTwice(Roles.Select(r => r.AgencyName)))
            refusals.Add(new(RefusalCode.PlanEntryTwice));
        AddMonitoringPast(refusals, today);
        return refusals;
    }

    /// <summary>What a version needs before anybody can sign it today.</summary>
    internal IReadOnlyList<Refusal> CheckWhole(DateOnly today)
    {
        List<Refusal> refusals =
        [
            .. Subjects.Where(s => !Goals.Any(g => g.Person == s && !string.IsNullOrWhiteSpace(g.Words)))
                .Select(s => new Refusal(RefusalCode.PlanGoalMissing, nameof(Goals), s.ToString())),
        ];
        if (!Actions.Any(a => !string.IsNullOrWhiteSpace(a.Who) && !string.IsNullOrWhiteSpace(a.What)))
            refusals.Add(new(RefusalCode.PlanActionMissing, nameof(Actions)));
        if (Roles.All(r => r.Organisation != MainAgency))
            refusals.Add(new(RefusalCode.PlanMainAgencyWithoutRole, nameof(Roles)));
        if (MonitoringOn is null)
            refusals.Add(new(RefusalCode.PlanMonitoringMissing, nameof(MonitoringOn)));
        if (MonitoringOn < From || MonitoringOn > Until)
            refusals.Add(new(RefusalCode.PlanMonitoringOutsidePeriod, nameof(MonitoringOn)));
        AddMonitoringPast(refusals, today);
        return refusals;
    }

    // Nobody plans a monitoring for a day that is over; today is early enough.
    private void AddMonitoringPast(List<Refusal> refusals, DateOnly today)
    {
        if (MonitoringOn < today)
            refusals.Add(new(RefusalCode.PlanMonitoringPast, nameof(MonitoringOn)));
    }

    private static bool HasTwice<T>(IEnumerable<T> keys)
    {
        HashSet<T> seen = [];
        return keys.Any(key => !seen.Add(key));
    }
}
