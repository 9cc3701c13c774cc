using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;
using DecisionLine = Tsunagi.Domain.Decisions.DecisionLine;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>決裁の経路: who checks and decides what in this ward, as the rules of decisions take it.</summary>
public static class DecisionLines
{
    /// <summary>Whether the ward has an act decided by others than whoever does it: a line of one step leaves it to them.</summary>
    public static bool AsksDecision(this WardRules rules, DecisionKind kind) => rules.DecisionLineFor(InProfile(kind)).Steps.Count > 1;

    /// <summary>The roles one kind of decision passes.</summary>
    public static DecisionLine LineFor(this WardRules rules, DecisionKind kind)
    {
        var line = rules.DecisionLineFor(InProfile(kind));
        var last = line.Steps[^1].Post;
        return new(
            [.. line.Steps.Where(s => s.Act == DecisionAct.Check).Select(s => RoleOf(s.Post).ToString())],
            RoleOf(last).ToString(),
            line.AllowsDeputy && last == OfficePost.Chief ? [nameof(Role.SectionChief)] : [])
        {
            Superiors = last == OfficePost.Subchief ? [nameof(Role.Manager)] : [],
        };
    }

    private static Domain.Profiles.DecisionKind InProfile(DecisionKind kind) => kind switch
    {
        DecisionKind.PlanAcceptance => Domain.Profiles.DecisionKind.Acceptance,
        DecisionKind.PlanDecision => Domain.Profiles.DecisionKind.Plan,
        DecisionKind.PlanTermination => Domain.Profiles.DecisionKind.Termination,
        DecisionKind.PlanInterruption => Domain.Profiles.DecisionKind.Interruption,
        DecisionKind.HandoffReturn => Domain.Profiles.DecisionKind.HandoffReturn,
        DecisionKind.Disclosure => Domain.Profiles.DecisionKind.Disclosure,
        DecisionKind.AbuseResponse => Domain.Profiles.DecisionKind.AbuseResponse,
    };

    private static Role RoleOf(OfficePost post) => post switch
    {
        OfficePost.Officer => Role.HubOfficer,
        OfficePost.Subchief => Role.SectionChief,
        OfficePost.Chief => Role.Manager,
        OfficePost.Coordinator => Role.Coordinator,
        OfficePost.Secretary => Role.ConferenceSecretary,
    };
}
