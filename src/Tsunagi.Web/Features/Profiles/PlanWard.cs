using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;
using PlanRules = Tsunagi.Domain.Plans.PlanRules;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>What the ward's profile says about consents, plan conferences, plans and decisions, as their rules take it.</summary>
public sealed class PlanWard(CurrentWard ward, Work work)
{
    /// <summary>What every plan and conference shares: who the person is, and the plan itself.</summary>
    private static readonly string[] Shared = ["name", "plan"];

    private WardRules Rules => ward.Profile.RulesAsOf(work.Today);
    private MeetingRules Meetings => ward.Profile.MeetingsAsOf(work.Today);

    public ConsentRules Consents => new(
        Rules.Ages.MinorConsentAge, Rules.Ages.AdultAge, Rules.Deadlines.ConsentMonths,
        Codes(CodeLists.ConsentPurpose), Codes(CodeLists.RecipientCategory),
        // Neither a protected place nor a reporter can be opened by consent: each has readers of its own.
        Codes(CodeLists.FieldClass).Where(c => c is not ("protected" or "reporter")).ToHashSet());

    public PlanRules Plans => new(
        Rules.Plans.MaximumMonths, [.. Meetings.DecisionOrder.Select(GateOf)],
        Rules.AsksDecision(DecisionKind.PlanTermination), Rules.AsksDecision(DecisionKind.PlanInterruption), new("plan", Shared));

    public PlanConferenceRules Conferences => new("plan-conference", Shared, Meetings.PlanConference.Has(ConferencePower.MakePlan));

    public SharingRules Sharing => new(Plans.Need, new(Conferences.ConsentPurpose, Shared), FieldsOf, "consent");

    /// <summary>What this ward calls the conference: 重層的支援会議, or also まるごと支援会議.</summary>
    public string ConferenceName => Meetings.PlanConference.Name;

    public DeadlineRules Deadlines => Rules.Deadlines;

    public int FollowUpMonths => Rules.Plans.FollowUpMonths;

    /// <summary>The words of a code.</summary>
    public string NameOf(string list, string code) => ward.Profile.CodeList(list).NameOf(code);

    /// <summary>The choices of a code list today.</summary>
    public IReadOnlyList<SelectListItem> Choices(string list) =>
        [.. ward.Profile.CodeList(list).ItemsAsOf(work.Today).Select(i => new SelectListItem(i.Name, i.Code))];

    /// <summary>The choices of field classes that a consent can open.</summary>
    public IReadOnlyList<SelectListItem> ConsentFields => [.. Choices(CodeLists.FieldClass).Where(i => Consents.FieldClasses.Contains(i.Value))];

    /// <summary>The organisations of the profile, by name.</summary>
    public IReadOnlyList<SelectListItem> Organisations =>
        [.. ward.Profile.OrganisationsAsOf(work.Today).Select(o => new SelectListItem(o.Name, ward.IdOf(o).ToString()))];

    /// <summary>Whether a code may be chosen today.</summary>
    public bool Knows(string list, string code) => Codes(list).Contains(code);

    private HashSet<string> Codes(string list) => ward.Profile.CodeList(list).ItemsAsOf(work.Today).Select(i => i.Code).ToHashSet();

    private static FieldClasses FieldsOf(string code) => code switch
    {
        "name" => FieldClasses.Identity,
        "contact" or "address" => FieldClasses.Contact,
        "health" or "money" => FieldClasses.Special,
        _ => FieldClasses.Narrative,
    };

    private static PlanGate GateOf(DecisionStage stage) => stage switch
    {
        DecisionStage.Acceptance => PlanGate.Acceptance,
        DecisionStage.PlanConference => PlanGate.Conference,
        DecisionStage.PlanDecision => PlanGate.PlanDecision,
    };
}
