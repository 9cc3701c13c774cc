using System.Collections.Frozen;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Handoffs;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;
using DecisionLine = Tsunagi.Domain.Decisions.DecisionLine;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>What the ward's profile lets the acts rest on: the same rules the handlers ask, read once.</summary>
sealed class Rulebook
{
    private readonly WardProfile profile;
    private readonly DateOnly day;

    public Rulebook(WardProfile profile, TimeProvider clock)
    {
        var (time, codes) = (new Domain.Shared.JapanTime(clock), new IntakeCodes(new CurrentWard(profile), new(clock)));
        (this.profile, day) = (profile, time.Today);
        (Consultations, Leads) = (codes.Rules, codes.LeadRules);
        Notes = new(Codes(CodeLists.Channel), Codes(CodeLists.NoteForm));
        Assessment = new(AssessmentForm.Fields, Codes(CodeLists.Issue));
        Suspensions = Codes(CodeLists.SuspensionReason);
        Closings = Codes(CodeLists.ClosingOutcome);
        Relations = profile.CodeList(CodeLists.HouseholdRelation).Items.ToDictionary(i => i.Code, i => i.Name);
        Handoffs = HandoffGround.RulesOf(profile, day);
        ReturnLine = Handoffs.ReturnNeedsDecision ? profile.RulesAsOf(day).LineFor(DecisionKind.HandoffReturn) : null;
    }

    public ConsultationRules Consultations { get; }
    public LeadRules Leads { get; }
    public NoteCodes Notes { get; }
    public AssessmentCatalogue Assessment { get; }
    public IReadOnlySet<string> Suspensions { get; }
    public IReadOnlySet<string> Closings { get; }
    public HandoffRules Handoffs { get; }

    /// <summary>Who decides on a return, where the ward has it decided.</summary>
    public DecisionLine? ReturnLine { get; }

    /// <summary>The words of 続柄.</summary>
    public IReadOnlyDictionary<string, string> Relations { get; }

    /// <summary>What a desk may rest on when it encloses something, and the basis it usually takes.</summary>
    public (DisclosureTerms Terms, string Usual) BasesOf(OrganisationEntry sender)
    {
        var bases = profile.LegalBasesFor(sender.Holder, day);
        return (new(bases.Select(b => b.Code).ToFrozenSet(), bases.Where(b => b.RequiresReason).Select(b => b.Code).ToFrozenSet(), LocationProtected: false),
            bases.First(b => !b.RequiresReason && b.Code != LegalBases.SupportConference).Code);
    }

    private HashSet<string> Codes(string list) => [.. profile.CodeList(list).ItemsAsOf(day).Select(i => i.Code)];
}
