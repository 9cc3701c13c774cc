using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.Plans;
using static Tsunagi.Tests.Plans.PlanWorld;

namespace Tsunagi.Tests.Conferences;

public class PlanConferenceTests
{
    private readonly PlanWorld world = new();

    private Plan Submitted(Consent consent, params Tsunagi.Domain.Shared.Id<Tsunagi.Domain.People.Person>[] subjects)
    {
        var plan = world.Draft(world.Content(subjects));
        Done(plan.Sign(1, world.Signature(), [consent], world.Rules()));
        Done(plan.Submit(1, world.Rules(), world.By));
        return plan;
    }

    [Fact]
    public void It_opens_only_when_every_subject_consents_towards_every_agency()
    {
        var plan = world.Draft(world.Content(world.Mother, world.Son));
        var conference = world.Planned(plan, 1, PlanConferencePurpose.PlanReview);
        Done(conference.Invite(new("医師", "○○医院", Clinic, null, null, null)));
        var mother = world.Given(world.Mother, world.Scope(180, Hub, Desk, Clinic));

        var refused = conference.CheckConsent([mother], ForConference, world.By);
        Assert.Equal(
            [$"{world.Son}/{Hub}", $"{world.Son}/{Desk}", $"{world.Son}/{Clinic}"], refused.Refusals.Select(r => r.Field));
        Assert.All(refused.Refusals, r => Assert.Equal(RefusalCode.ConsentMissing, r.Code));

        var son = world.Given(world.Son);
        var almost = conference.CheckConsent([mother, son], ForConference, world.By);
        Assert.Equal([new(RefusalCode.ConsentNotCovering, $"{world.Son}/{Clinic}")], almost.Refusals);

        Done(conference.Uninvite(3));
        Done(conference.CheckConsent([mother, son], ForConference, world.By));
        Assert.Equal([mother.Id, son.Id], conference.ConsentIds);
    }

    [Theory]
    [InlineData(PlanConferencePurpose.TerminationReview, true)]
    [InlineData(PlanConferencePurpose.InterruptionReview, true)]
    [InlineData(PlanConferencePurpose.RePlan, false)]
    [InlineData(PlanConferencePurpose.PlanReview, false)]
    public void A_plan_whose_consent_is_gone_is_brought_to_its_end_by_its_own_organisation_alone(PlanConferencePurpose purpose, bool ends)
    {
        var conference = world.Planned(world.Draft(world.Content(world.Mother)), 1, purpose);
        Refused(RefusalCode.ConsentMissing, conference.CheckConsent([], ForConference, world.By));
        Assert.False(conference.EndsAlone);
        Done(conference.Uninvite(2));
        Assert.Equal(ends, conference.EndsAlone);
        Assert.Equal(ends, conference.CheckConsent([], ForConference, world.By).IsDone);
        if (!ends) return;
        Done(conference.Hold(new(world.Now, [1]), PlanVersionState.Evaluating, [], ForConference, world.By));
        Assert.Empty(conference.ConsentIds);
    }

    [Fact]
    public void A_withdrawal_between_check_and_opening_stops_it()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var conference = world.Planned(plan, 1, PlanConferencePurpose.PlanReview);
        Done(conference.CheckConsent([consent], ForConference, world.By));
        world.Pass(TimeSpan.FromHours(2));
        Done(consent.Withdraw(null, world.By));

        Refused(RefusalCode.ConsentWithdrawn, conference.Hold(
            new(world.Now, [1, 2]), PlanVersionState.Submitted, [consent], ForConference, world.By));
        Assert.Equal(PlanConferenceState.ConsentChecked, conference.State);
    }

    [Fact]
    public void An_agency_invited_after_the_check_makes_it_void()
    {
        var consent = world.Given();
        var conference = world.Planned(Submitted(consent), 1, PlanConferencePurpose.PlanReview);
        Done(conference.CheckConsent([consent], ForConference, world.By));

        Done(conference.Invite(new("医師", "○○医院", Clinic, null, null, null)));

        Assert.Equal(PlanConferenceState.Planned, conference.State);
        Refused(RefusalCode.WrongState, conference.Hold(
            new(world.Now, [1, 2]), PlanVersionState.Submitted, [consent], ForConference, world.By));
    }

    [Fact]
    public void Consent_is_asked_only_towards_the_agencies_that_came()
    {
        var consent = world.Given(scope: world.Scope(180, Hub, Desk));
        var plan = Submitted(consent);
        var conference = world.Planned(plan, 1, PlanConferencePurpose.PlanReview);
        Done(conference.CheckConsent([consent], ForConference, world.By));

        Done(conference.Hold(new(world.Now, [1]), PlanVersionState.Submitted, [consent], ForConference, world.By));
        Assert.False(conference.Attendees[1].Attended);
    }

    [Fact]
    public void Agencies_bring_no_records_of_a_household_member_without_consent()
    {
        var consent = world.Given();
        var conference = world.Planned(Submitted(consent), 1, PlanConferencePurpose.PlanReview);
        var record = new ConferenceItemContent("長男のこと", "通院の記録", Narrative, world.Son, ConferenceItemOrigin.AgencyRecord, 2, null);
        var told = record with { Text = "息子が部屋から出ない", Origin = ConferenceItemOrigin.ToldBySubject, BroughtBy = null, ToldBy = world.Mother };

        Refused(RefusalCode.ConferenceMemberWithoutConsent, conference.AddItem(record, [consent], ForConference, world.By));
        Refused(RefusalCode.PlanSubjectUnknown, conference.AddItem(told with { ToldBy = world.Son }, [consent], ForConference, world.By));
        Done(conference.AddItem(told, [consent], ForConference, world.By));
        Done(conference.CheckConsent([consent], ForConference, world.By));

        var own = world.Given(world.Son);
        Done(conference.AddItem(record, [consent, own], ForConference, world.By));
        Done(own.Withdraw(null, world.By));
        Refused(RefusalCode.ConsentWithdrawn, conference.CheckConsent([consent, own], ForConference, world.By));
    }

    [Fact]
    public void A_field_class_nobody_consented_to_cannot_be_put_on_the_open_table()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var conference = world.Planned(plan, 1, PlanConferencePurpose.PlanReview);
        Done(conference.CheckConsent([consent], ForConference, world.By));
        Done(conference.Hold(new(world.Now, [1, 2]), PlanVersionState.Submitted, [consent], ForConference, world.By));
        var debt = new ConferenceItemContent("家計", "債務", Special, world.Mother, ConferenceItemOrigin.AgencyRecord, 2, null);

        Refused(RefusalCode.ConsentNotCovering, conference.AddItem(debt, [consent], ForConference, world.By));
        Assert.Empty(conference.Items);
        Done(conference.AddItem(debt with { FieldClass = Narrative }, [consent], ForConference, world.By));
    }

    [Fact]
    public void The_hub_drafts_and_the_conference_judges_or_the_conference_makes_plans_as_the_ward_decides()
    {
        var bunkyo = ForConference with { MakesPlans = true };

        Assert.False(ForConference.CanTreat(PlanConferencePurpose.PlanReview, PlanVersionState.Draft));
        Assert.True(bunkyo.CanTreat(PlanConferencePurpose.PlanReview, PlanVersionState.Draft));
        Assert.False(bunkyo.CanTreat(PlanConferencePurpose.PlanReview, PlanVersionState.Active));
        Assert.False(bunkyo.CanTreat(PlanConferencePurpose.TerminationReview, PlanVersionState.Active));
        Assert.True(bunkyo.CanTreat(PlanConferencePurpose.InterruptionReview, PlanVersionState.Active));
    }

    [Fact]
    public void A_conclusion_needs_every_content_every_voice_and_no_objection()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var conference = world.Planned(plan, 1, PlanConferencePurpose.PlanReview);
        Done(conference.CheckConsent([consent], ForConference, world.By));
        Done(conference.Hold(new(world.Now, [1, 2]), PlanVersionState.Submitted, [consent], ForConference, world.By));

        var refused = conference.Decide(PlanConferenceDecision.Terminate, null, world.By);
        Assert.Equal(
        [
            RefusalCode.ConferenceDecisionNotForPurpose, .. Enumerable.Repeat(RefusalCode.ConferenceContentMissing, 5),
            RefusalCode.ConferenceVoiceMissing, RefusalCode.ConferenceVoiceMissing,
        ], refused.Refusals.Select(r => r.Code));

        foreach (var content in PlanConferencePurpose.PlanReview.RequiredContents())
            Done(conference.Write(content, "話し合った。", world.By));
        Done(conference.Speak(1, ConferenceVoice.Agrees, null));
        Refused(RefusalCode.Required, conference.Speak(2, ConferenceVoice.Objects, null));
        Done(conference.Speak(2, ConferenceVoice.Objects, "訪問の回数に無理がある"));
        Refused(RefusalCode.ConferenceObjectionOpen, conference.Decide(PlanConferenceDecision.Appropriate, null, world.By));

        Done(conference.Speak(2, ConferenceVoice.AgreesWithReservation, "三か月後に見直す条件で"));
        Done(conference.Decide(PlanConferenceDecision.Appropriate, null, world.By));
        Assert.True(conference.Concludes(plan.Id, 1, PlanConferenceDecision.Appropriate));
        Assert.False(conference.Concludes(plan.Id, 2, PlanConferenceDecision.Appropriate));
    }

    [Fact]
    public void Fixed_minutes_are_only_corrected_by_appending()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var conference = world.Concluded(plan, 1, PlanConferencePurpose.PlanReview, PlanConferenceDecision.Appropriate, [consent]);
        Done(conference.NoteGap("transport", "夜間に外出を手伝う人がいない", world.By));
        Done(conference.FixMinutes("会議録", world.By));

        Refused(RefusalCode.WrongState, conference.Write(ConferenceContent.Goals, "書き換え", world.By));
        Refused(RefusalCode.WrongState, conference.FixMinutes("別の会議録", world.By));
        Done(conference.Correct("出席者の職名を訂正", "誤記", world.By));
        Assert.Equal(("会議録", 1), (conference.Minutes, conference.Corrections.Count));
    }

    [Fact]
    public void The_record_of_a_meeting_keeps_to_its_own_instant()
    {
        var consent = world.Given();
        var plan = Submitted(consent);
        var conference = world.Planned(plan, 1, PlanConferencePurpose.PlanReview);
        Done(conference.CheckConsent([consent], ForConference, world.By));
        world.Pass(TimeSpan.FromHours(1));
        var heldAt = world.Now;
        world.Pass(TimeSpan.FromHours(1));
        Done(consent.Withdraw(null, world.By));

        Refused(RefusalCode.ConferenceHeldBeforeCheck, conference.Hold(
            new(heldAt.AddHours(-2), [1, 2]), PlanVersionState.Submitted, [consent], ForConference, world.By));
        Done(conference.Hold(new(heldAt, [1, 2]), PlanVersionState.Submitted, [consent], ForConference, world.By));
    }

    [Fact]
    public void A_conference_held_before_its_day_is_one_that_somebody_said_was_early()
    {
        var consent = world.Given();
        var conference = world.Planned(Submitted(consent), 1, PlanConferencePurpose.PlanReview);
        Done(conference.Reschedule(world.Now.AddDays(3), "第1会議室", world.By));
        Done(conference.CheckConsent([consent], ForConference, world.By));
        Outcome Hold(bool early, params int[] attended) =>
            conference.Hold(new(world.Now, attended, early), PlanVersionState.Submitted, [consent], ForConference, world.By);

        Assert.Equal([RefusalCode.ConferenceNobodyInvited, RefusalCode.ConferenceBeforeItsDay], Hold(early: false).Refusals.Select(r => r.Code));
        Refused(RefusalCode.ConferenceBeforeItsDay, Hold(early: false, 1, 2));
        Done(Hold(early: true, 1, 2));
    }
}
