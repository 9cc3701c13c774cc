using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Plans.PlanWorld;

namespace Tsunagi.Tests.Plans;

public class PlanTests
{
    private readonly PlanWorld world = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_plan_comes_into_force_through_the_gates_in_the_wards_order(int order)
    {
        var consent = world.Given();
        var plan = world.Draft();

        world.BringIntoForce(plan, 1, [consent], order);

        Assert.Equal(PlanVersionState.Active, plan.InForce!.State);
        Assert.Equal(Orders[order], plan.InForce.GatesPassed);
        Assert.Equal(plan.InForce.Content.MonitoringOn, plan.InForce.NextMonitoringOn);
    }

    [Fact]
    public void A_gate_out_of_order_is_refused()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.PlanReview, PlanConferenceDecision.Appropriate, [consent]);

        Refused(RefusalCode.PlanDecisionOrder, plan.JudgeAppropriate(1, conference, world.By));
        Refused(RefusalCode.PlanDecisionOrder, plan.EnterDecision(1, world.Decided(plan, 1, DecisionKind.PlanDecision), world.By));
        Done(plan.EnterDecision(1, world.Decided(plan, 1, DecisionKind.PlanAcceptance), world.By));
        Done(plan.JudgeAppropriate(1, conference, world.By));
        Refused(RefusalCode.WrongState, plan.Activate(1, null, [consent], world.Rules(), world.By));
    }

    [Fact]
    public void A_decision_counts_only_when_in_force_about_this_wording_and_once()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var other = Submitted(consent);

        Refused(RefusalCode.PlanDecisionNotAboutThis, plan.EnterDecision(1, world.Drafted(plan, 1, DecisionKind.PlanAcceptance), world.By));
        Refused(RefusalCode.PlanDecisionNotAboutThis, plan.EnterDecision(1, world.Decided(other, 1, DecisionKind.PlanAcceptance), world.By));
        Refused(RefusalCode.PlanDecisionNotAboutThis, plan.EnterDecision(1, world.Decided(plan, 1, DecisionKind.Disclosure), world.By));

        var early = world.Decided(plan, 1, DecisionKind.PlanAcceptance);
        Done(plan.TakeBack(1, "文言を直す", world.By));
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));
        Done(plan.Submit(1, world.Rules(), world.By));
        Refused(RefusalCode.PlanDecisionNotAboutThis, plan.EnterDecision(1, early, world.By));
    }

    [Fact]
    public void A_plan_is_not_signed_without_every_signature_and_consent()
    {
        var plan = world.Draft(world.Content(world.Mother, world.Son));
        var mother = world.Given(world.Mother);

        Done(plan.Sign(1, world.Signature(world.Mother), [mother], world.Rules()));
        Assert.Equal(PlanVersionState.Draft, plan.Versions[0].State);
        Refused(RefusalCode.PlanSignedAlready, plan.Sign(1, world.Signature(world.Mother), [mother], world.Rules()));
        Refused(RefusalCode.ConsentMissing, plan.Sign(1, world.Signature(world.Son), [mother], world.Rules()));
        Done(plan.Sign(1, world.Signature(world.Son), [mother, world.Given(world.Son)], world.Rules()));
        Assert.Equal(PlanVersionState.ConsentSigned, plan.Versions[0].State);
    }

    [Fact]
    public void Whoever_cannot_sign_agrees_in_words_and_family_who_writes_is_named()
    {
        var consent = world.Given();
        var plan = world.Draft();

        Refused(RefusalCode.Required, plan.Sign(1, world.Signature() with { Kind = null }, [consent], world.Rules()));
        Refused(RefusalCode.Required, plan.Sign(1, world.Signature() with { Kind = SignatureKind.WrittenByOther }, [consent], world.Rules()));
        Done(plan.Sign(1, world.Signature() with { Kind = null, Words = "これでお願いします" }, [consent], world.Rules()));
    }

    [Fact]
    public void Editing_a_signed_plan_makes_the_signatures_void_and_keeps_them()
    {
        var consent = world.Given();
        var plan = world.Draft();
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));

        Done(plan.Edit(1, world.Content() with { Policy = "変えた方針" }, world.Rules(), world.By));

        Assert.False(plan.Versions[0].IsSigned);
        Assert.Single(plan.Versions[0].Signatures);
        Refused(RefusalCode.WrongState, plan.Submit(1, world.Rules(), world.By));
    }

    [Fact]
    public void A_draft_may_be_incomplete_but_never_without_a_main_agency()
    {
        var bare = world.Content() with { Goals = [], Actions = [], Roles = [] };

        var plan = world.Draft(bare);
        var refused = plan.Sign(1, world.Signature(), [world.Given()], world.Rules());
        Assert.Equal(["Goals", "Actions", "Roles"], refused.Refusals.Select(r => r.Field));
        Refused(RefusalCode.Required, plan.Edit(1, bare with { MainAgency = default }, world.Rules(), world.By));
    }

    [Fact]
    public void The_period_is_limited_by_the_ward()
    {
        var plan = world.Draft();

        Done(plan.Edit(1, world.Content() with { Until = world.Today.AddMonths(12).AddDays(-1) }, world.Rules(), world.By));
        Refused(RefusalCode.PlanPeriodTooLong, plan.Edit(1, world.Content() with { Until = world.Today.AddMonths(12) }, world.Rules(), world.By));
    }

    [Fact]
    public void Consent_withdrawn_before_the_start_stops_the_start()
    {
        var consent = world.Given();
        var plan = Through(consent);
        Done(consent.Withdraw(null, world.By));

        Refused(RefusalCode.ConsentWithdrawn, plan.Activate(1, null, [consent], world.Rules(), world.By));
        Done(plan.Activate(1, null, [consent, world.Given()], world.Rules(), world.By));
    }

    [Fact]
    public void The_old_version_stays_in_force_until_its_successor_is_and_ends_in_the_same_act()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        Done(plan.DraftSuccessor(world.By));
        Refused(RefusalCode.PlanSuccessorOpen, plan.DraftSuccessor(world.By));
        Assert.Equal(1, plan.InForce!.Number);

        Done(plan.Edit(2, world.Content(), world.Rules(), world.By));
        world.BringIntoForce(plan, 2, [consent]);

        Assert.Equal(2, plan.InForce.Number);
        Assert.Equal(PlanVersionState.Superseded, plan.Versions[0].State);
    }

    [Fact]
    public void The_day_of_the_first_monitoring_is_not_copied_into_the_next_version()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        var written = plan.InForce!.Content;
        Done(plan.Monitor(1, Found(MonitoringOutcome.RePlan, world.Today.AddDays(30)), world.By));

        Assert.Equal(written with { MonitoringOn = null }, plan.InPreparation!.Content);
        Refused(RefusalCode.PlanMonitoringMissing, plan.Sign(2, world.Signature(), [consent], world.Rules()));
    }

    [Fact]
    public void No_version_is_written_or_signed_with_a_monitoring_that_is_past_and_today_is_early_enough()
    {
        var consent = world.Given();
        PlanContent On(DateOnly day) => world.Content() with { MonitoringOn = day };
        var yesterday = world.Today.AddDays(-1);
        var past = world.Content() with { From = yesterday, MonitoringOn = yesterday };
        Refused(RefusalCode.PlanMonitoringPast, Plan.Draft(world.Next<Plan>(), world.Case, PlanKind.Collaboration, past, world.Rules(), world.By));
        var plan = world.Draft(On(world.Today));
        Refused(RefusalCode.PlanMonitoringPast, plan.Edit(1, past, world.Rules(), world.By));
        world.PassDays(1);

        Refused(RefusalCode.PlanMonitoringPast, plan.Sign(1, world.Signature(), [consent], world.Rules()));
        Assert.Empty(plan.Versions[0].Signatures);
        Done(plan.Edit(1, On(world.Today), world.Rules(), world.By));
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));
    }

    [Fact]
    public void A_version_does_not_begin_with_a_monitoring_that_is_past()
    {
        var consent = world.Given();
        var plan = Through(consent);
        Outcome Begin(DateOnly? day) => plan.Activate(1, day, [consent], world.Rules(), world.By);
        world.PassDays(61);

        Refused(RefusalCode.DateInPast, Begin(null));
        Refused(RefusalCode.DateInPast, Begin(world.Today.AddDays(-1)));
        Refused(RefusalCode.PlanMonitoringOutsidePeriod, Begin(plan.Versions[0].Content.Until.AddDays(1)));
        Assert.Equal(PlanVersionState.Decided, plan.Versions[0].State);
        Done(Begin(world.Today));
        Assert.Equal(world.Today, plan.InForce!.NextMonitoringOn);
        Assert.False(plan.InForce.IsMonitoringOverdue(world.Today));
    }

    [Fact]
    public void A_replan_judged_unnecessary_is_dropped_and_the_present_plan_goes_on()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        Done(plan.DraftSuccessor(world.By));
        Done(plan.Edit(2, world.Content(), world.Rules(), world.By));
        Done(plan.Sign(2, world.Signature(), [consent], world.Rules()));
        Done(plan.Submit(2, world.Rules(), world.By));
        var conference = world.Concluded(plan, 2, PlanConferencePurpose.RePlan, PlanConferenceDecision.Continue, [consent]);

        Done(plan.Continue(2, conference, world.By));

        Assert.Equal((1, PlanVersionState.Dropped), (plan.InForce!.Number, plan.Versions[1].State));
    }

    [Fact]
    public void Monitoring_is_overdue_by_the_clock_and_sets_the_next_date()
    {
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [world.Given()]);
        var version = plan.InForce!;
        var due = version.NextMonitoringOn!.Value;

        Assert.False(version.IsMonitoringOverdue(due));
        Assert.True(version.IsMonitoringOverdue(due.AddDays(1)));
        Assert.True(version.IsMonitoringDue(due.AddDays(-7), 7));

        world.PassDays(61);
        Refused(RefusalCode.Required, plan.Monitor(1, Found(MonitoringOutcome.Continue, null), world.By));
        Done(plan.Monitor(1, Found(MonitoringOutcome.Continue, world.Today.AddDays(30)), world.By));
        Assert.False(version.IsMonitoringOverdue(world.Today));
        Assert.Equal(PlanVersionState.Active, version.State);
    }

    [Fact]
    public void A_monitoring_that_wants_a_replan_begins_the_next_version()
    {
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [world.Given()]);

        Done(plan.Monitor(1, Found(MonitoringOutcome.RePlan, world.Today.AddDays(30)), world.By));

        Assert.Equal((1, 2), (plan.InForce!.Number, plan.InPreparation!.Number));
    }

    [Fact]
    public void A_plan_ends_only_by_conference_evaluation_and_decision()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        Done(plan.Monitor(1, Found(MonitoringOutcome.Evaluate, null), world.By));
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.TerminationReview, PlanConferenceDecision.Terminate, [consent]);
        var decision = world.Decided(plan, 1, DecisionKind.PlanTermination);

        Refused(RefusalCode.PlanNotEvaluated, plan.Terminate(1, conference, decision, world.Rules(), world.By));
        Refused(RefusalCode.Required, plan.Evaluate(1, new(world.Today, [], ["goal-met"], null, ""), world.By));
        Done(plan.Evaluate(1, new(world.Today, [new(1, "achieved", null)], ["goal-met"], "支援者も安心", "目標を達した"), world.By));
        Refused(RefusalCode.PlanDecisionNotMade, plan.Terminate(1, conference, null, world.Rules(), world.By));
        Done(plan.Terminate(1, conference, decision, world.Rules(), world.By));
        Assert.False(plan.IsUnderWay);
    }

    [Fact]
    public void A_conclusion_is_used_once_and_interruption_has_a_way_back()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.InterruptionReview, PlanConferenceDecision.Interrupt, [consent]);

        var decision = world.Decided(plan, 1, DecisionKind.PlanInterruption);
        Done(plan.Interrupt(1, conference, world.Today.AddDays(14), decision, world.Rules(), world.By));
        Assert.Null(plan.InForce);
        Assert.False(plan.IsUnderWay);
        Assert.True(plan.Versions[0].IsMonitoringOverdue(world.Today.AddDays(15)));

        Done(plan.Resume(1, "連絡がついた", world.Today.AddDays(30), [consent], world.Rules(), world.By));
        Assert.Equal(PlanVersionState.Active, plan.InForce!.State);
        var again = world.Decided(plan, 1, DecisionKind.PlanInterruption);
        Refused(RefusalCode.PlanNotConcluded, plan.Interrupt(1, conference, world.Today.AddDays(14), again, world.Rules(), world.By));
        var second = world.Concluded(plan, 1, PlanConferencePurpose.InterruptionReview, PlanConferenceDecision.Interrupt, [consent]);
        Refused(RefusalCode.PlanDecisionNotAboutThis, plan.Interrupt(1, second, world.Today.AddDays(14), decision, world.Rules(), world.By));
    }

    [Fact]
    public void An_interruption_is_decided_by_the_supervisors_where_the_ward_wants_it()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.InterruptionReview, PlanConferenceDecision.Interrupt, [consent]);
        Outcome Interrupt(Decision? decision, bool isNeeded = true) =>
            plan.Interrupt(1, conference, world.Today.AddDays(14), decision, world.Rules(interruptionNeedsDecision: isNeeded), world.By);

        Refused(RefusalCode.PlanDecisionNotMade, Interrupt(null));
        Refused(RefusalCode.PlanDecisionNotAboutThis, Interrupt(world.Drafted(plan, 1, DecisionKind.PlanInterruption)));
        Refused(RefusalCode.PlanDecisionNotAboutThis, Interrupt(world.Decided(plan, 1, DecisionKind.PlanTermination)));
        Done(Interrupt(null, isNeeded: false));
        Assert.Equal(PlanVersionState.Interrupted, plan.Versions[0].State);
    }

    [Fact]
    public void A_decision_is_awaited_only_while_it_could_still_do_something()
    {
        var consent = world.Given();
        var plan = world.Draft();
        DecisionSubject About(DecisionKind kind) => new(kind, plan.Id.Value, 1, plan.Versions[0].Round);
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));
        Done(plan.Submit(1, world.Rules(), world.By));
        var acceptance = About(DecisionKind.PlanAcceptance);
        Assert.True(plan.Awaits(acceptance));
        Assert.False(plan.Awaits(About(DecisionKind.PlanInterruption)));

        Done(plan.TakeBack(1, "直す", world.By));
        Assert.False(plan.Awaits(acceptance));
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));
        Done(plan.Submit(1, world.Rules(), world.By));
        Assert.False(plan.Awaits(acceptance));
        Assert.True(plan.Awaits(About(DecisionKind.PlanAcceptance)));
    }

    [Fact]
    public void An_interrupted_plan_can_come_back_by_a_new_version()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.InterruptionReview, PlanConferenceDecision.Interrupt, [consent]);
        var decision = world.Decided(plan, 1, DecisionKind.PlanInterruption);
        Done(plan.Interrupt(1, conference, world.Today.AddDays(14), decision, world.Rules(), world.By));

        Done(plan.DraftSuccessor(world.By));
        Done(plan.Edit(2, world.Content(), world.Rules(), world.By));
        world.BringIntoForce(plan, 2, [consent]);

        Assert.Equal(PlanVersionState.Superseded, plan.Versions[0].State);
    }

    [Fact]
    public void Every_planned_follow_up_is_done_before_the_close()
    {
        var consent = world.Given();
        var plan = world.Draft();
        world.BringIntoForce(plan, 1, [consent]);
        Done(plan.StartEvaluation(1, "目標を達した", world.By));
        Done(plan.Evaluate(1, new(world.Today, [new(1, "achieved", null)], ["goal-met"], null, ""), world.By));
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.TerminationReview, PlanConferenceDecision.Terminate, [consent]);
        Done(plan.Terminate(1, conference, null, world.Rules(terminationNeedsDecision: false), world.By));

        Done(plan.PlanFollowUp(1, world.Today.AddDays(30), "電話", world.By));
        Refused(RefusalCode.PlanFollowUpOpen, plan.Close(1, "終わり", world.By));
        world.PassDays(30);
        Done(plan.DoFollowUp(1, 1, world.Today, "元気にしている", world.By));
        Done(plan.Close(1, "つながりは続いている", world.By));
        Assert.Equal(PlanVersionState.Closed, plan.Current.State);
    }

    [Fact]
    public void The_difference_between_two_versions_is_readable()
    {
        var before = world.Content();
        var other = IdSource.Named<Organisation>("shakyo");
        var after = before with
        {
            MainAgency = other,
            Goals = [.. before.Goals, new(2, GoalHorizon.Short, world.Mother, "朝ごはんを食べる")],
            Actions = [before.Actions[0] with { What = "月に二度サロンへ行く" }],
            Roles = [before.Roles[0], new("社協", Desk, other, "訪問")],
            InformalHelp = "",
        };

        var changes = PlanDifference.Between(before, after);

        Assert.Equal(
        [
            new(PlanChangeKind.Changed, "MainAgency", null, before.MainAgency.ToString(), other.ToString()),
            new(PlanChangeKind.Added, "Goals", "2", null, "朝ごはんを食べる"),
            new(PlanChangeKind.Changed, "Actions.What", "1", "週に一度サロンへ行く", "月に二度サロンへ行く"),
            new(PlanChangeKind.Removed, "InformalHelp", null, "隣家の声かけ", ""),
            new(PlanChangeKind.Removed, "Roles", "窓口", "訪問", null),
            new(PlanChangeKind.Added, "Roles", "社協", null, "訪問"),
        ], changes);
        Assert.Empty(PlanDifference.Between(after, after));
    }

    private Plan Submitted(Consent consent)
    {
        var plan = world.Draft();
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));
        Done(plan.Submit(1, world.Rules(), world.By));
        return plan;
    }

    private Plan Through(Consent consent)
    {
        var plan = Submitted(consent);
        Done(plan.EnterDecision(1, world.Decided(plan, 1, DecisionKind.PlanAcceptance), world.By));
        Done(plan.JudgeAppropriate(1, world.Concluded(
            plan, 1, PlanConferencePurpose.PlanReview, PlanConferenceDecision.Appropriate, [consent]), world.By));
        Done(plan.EnterDecision(1, world.Decided(plan, 1, DecisionKind.PlanDecision), world.By));
        return plan;
    }

    private MonitoringContent Found(MonitoringOutcome outcome, DateOnly? next) =>
        new(world.Today, [new(1, "going", null)], [new(1, "done", "週に一度行けた")], ["will"], null, outcome, next);
}
