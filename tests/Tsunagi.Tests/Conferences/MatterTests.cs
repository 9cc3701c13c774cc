using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Conferences.MatterWorld;

namespace Tsunagi.Tests.Conferences;

public sealed class MatterTests
{
    private readonly MatterWorld world = new();

    [Fact]
    public void Only_a_section_head_of_the_ward_can_be_asked_to_chair()
    {
        var outcome = Matter.Propose(world.Next<Matter>(), new(null, "件名", ProposalGround.EarlyPrevention, "理由", "内容"),
            new(Worker.Account, false), world.At(Proposer));
        Assert.Equal(RefusalCode.ChairNotOfWard, Assert.Single(outcome.Refusals).Code);
    }

    [Fact]
    public void A_proposal_needs_its_ground_in_words()
    {
        var outcome = Matter.Propose(world.Next<Matter>(), new(null, "件名", ProposalGround.ConsentNotYet, " ", ""),
            new(Chair.Account, true), world.At(Proposer));
        Assert.Equal(["GroundReason", "Text"], outcome.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void Even_the_chair_reads_nothing_before_taking_the_duty()
    {
        Assert.Equal(MatterLevel.Nothing, Level(Chair));
        world.TakeTheChair();
        Assert.Equal(MatterLevel.Chair, Level(Chair));
    }

    [Fact]
    public void Who_may_run_no_conference_is_not_made_its_secretary()
    {
        world.TakeTheChair();
        var head = world.Add(Boss, ParticipantKind.WardStaff);
        world.Refused(RefusalCode.SecretaryWithoutRole, m => m.AppointSecretary(new(head, false), world.At(Chair)));
        Assert.Null(world.Matter.SecretaryId);
        world.Done(m => m.AppointSecretary(new(head, true), world.At(Chair)));
    }

    [Fact]
    public void The_proposer_sees_only_that_they_proposed()
    {
        world.Prepare();
        Assert.Equal(MatterLevel.OwnProposal, Level(Proposer));
        Assert.False(MatterAccess.Read(world.Matter, Proposer.Account, world.Now).Reads);
    }

    [Fact]
    public void Nobody_reads_by_rank()
    {
        world.Prepare();
        Assert.Equal(MatterLevel.Nothing, Level(Boss));
        Assert.Equal(MatterLevel.Nothing, Level(Head));
    }

    [Fact]
    public void A_named_reader_reads_only_from_the_recorded_explanation_on()
    {
        world.TakeTheChair();
        world.Done(m => m.SelectMembers(world.Next<MatterSession>(), world.At(Chair)));
        var worker = world.Join(Worker);
        world.Name(worker);
        Assert.Equal(MatterLevel.Nothing, Level(Worker));
        world.Explain(worker);
        Assert.Equal(MatterLevel.FullRead, Level(Worker));
    }

    [Fact]
    public void An_explained_member_who_is_not_named_reads_nothing()
    {
        world.Prepare();
        var head = world.Join(Head, MemberPart.Head);
        world.Explain(head);
        Assert.Equal(MatterLevel.Nothing, Level(Head));
    }

    [Fact]
    public void Leaving_ends_reading_from_that_instant_and_keeps_the_duty()
    {
        var p = world.Prepare();
        var before = world.Now;
        world.Done(m => m.Leave(p.Worker, world.At(Worker)));
        Assert.Equal(MatterLevel.Nothing, MatterAccess.Decide(world.Matter, Worker.Account, null, before));
        Assert.Equal(MatterLevel.FullRead, MatterAccess.Decide(world.Matter, Worker.Account, null, before.AddTicks(-1)));
        Assert.Contains(world.Matter.Explanations, e => e.ParticipantId == p.Worker);
    }

    [Fact]
    public void A_newcomer_reads_an_earlier_session_only_when_named_for_it()
    {
        var p = world.Fixed();
        world.Done(m => m.SelectMembers(world.Next<MatterSession>(), world.At(Chair)));
        world.Done(m => m.PutOnAgenda(p.Item, world.At(Chair)));
        var head = world.Join(Head, MemberPart.Head);
        world.Explain(head);
        world.Name(head, 2);
        var reading = MatterAccess.Read(world.Matter, Head.Account, world.Now);
        Assert.True(reading.ReadsItem(2, p.Item));
        Assert.False(reading.ReadsItem(1, p.Item));
        Assert.Equal(MatterLevel.SessionLimited, reading.Level);
        world.Name(head, 1);
        Assert.Equal(MatterLevel.FullRead, Level(Head));
    }

    [Fact]
    public void A_member_of_the_first_session_does_not_read_the_second_unless_named()
    {
        world.Fixed();
        world.Done(m => m.SelectMembers(world.Next<MatterSession>(), world.At(Chair)));
        Assert.Equal(MatterLevel.SessionLimited, Level(Worker));
        Assert.False(MatterAccess.Read(world.Matter, Worker.Account, world.Now).ReadsSession(2));
    }

    [Fact]
    public void An_item_kept_to_named_readers_is_absent_for_the_others()
    {
        var p = world.Prepare();
        var secret = world.Item("別の世帯", namedOnly: true);
        Assert.Equal(MatterLevel.Nothing, MatterAccess.Decide(world.Matter, Worker.Account, secret, world.Now));
        world.Done(m => m.NameOnItem(secret, p.Worker, world.At(Chair)));
        Assert.Equal(MatterLevel.FullRead, MatterAccess.Decide(world.Matter, Worker.Account, secret, world.Now));
        Assert.Equal(MatterLevel.Nothing, MatterAccess.Decide(world.Matter, Other.Account, secret, world.Now));
    }

    [Fact]
    public void A_guest_is_named_for_single_items_only()
    {
        var p = world.Prepare();
        var guest = world.AddGuest();
        world.Done(m => m.AddMember(guest, MemberPart.Guest, world.At(Chair)));
        world.Explain(guest);
        world.Refused(RefusalCode.GuestReadsItemsOnly,
            m => m.NameReader(world.Next<ReadingNaming>(), guest, 1, ReadingScope.WholeSession, world.At(Chair)));
        world.Name(guest, 1, ReadingScope.NamedItems);
        world.Done(m => m.NameOnItem(p.Item, guest, world.At(Chair)));
        var other = world.Item("もう一つの項目");
        var reading = MatterAccess.Read(world.Matter, world.Matter.Participants.Single(x => x.Id == guest), world.Now);
        Assert.True(reading.ReadsItem(1, p.Item));
        Assert.False(reading.ReadsItem(1, other));
        Assert.False(reading.ReadsWhole(1));
    }

    [Fact]
    public void A_self_interested_party_is_refused()
    {
        world.TakeTheChair();
        world.Refused(RefusalCode.SelfInterested, m => m.AddParticipant(world.Next<MatterParticipant>(),
            PersonOf(Worker, ParticipantKind.AgencyWorker), true, world.At(Chair)));
    }

    [Fact]
    public void An_agency_has_one_attendee_one_head_and_one_deputy()
    {
        world.Prepare();
        var head = world.Join(Head, MemberPart.Head);
        Assert.NotEqual(default, head);
        var colleague = world.Next<MatterParticipant>();
        world.Done(m => m.AddParticipant(colleague, PersonOf(new("越後 別人", 99, 3), ParticipantKind.AgencyWorker), false, world.At(Chair)));
        world.Refused(RefusalCode.PartTaken, m => m.AddMember(colleague, MemberPart.Attendee, world.At(Chair)));
        world.Done(m => m.AddMember(colleague, MemberPart.Deputy, world.At(Chair)));
    }

    [Fact]
    public void Only_the_chair_convenes_and_only_when_every_member_knows_the_duty()
    {
        world.Prepare();
        world.Refused(RefusalCode.ChairOnly, m => m.Convene(world.Now.AddDays(1), "区役所", world.At(Secretary)));
        world.Refused(RefusalCode.NotFound, m => m.Convene(world.Now.AddDays(1), "区役所", world.At(Boss)));
        var head = world.Join(Head, MemberPart.Head);
        world.Refused(RefusalCode.DutyNotExplained, m => m.Convene(world.Now.AddDays(1), "区役所", world.At(Chair)));
        world.Explain(head);
        world.Done(m => m.Convene(world.Now.AddDays(1), "区役所", world.At(Chair)));
    }

    [Fact]
    public void Who_joins_after_convening_cannot_attend_before_the_explanation()
    {
        var p = world.Prepare();
        world.Done(m => m.Convene(world.Now.AddDays(1), "区役所", world.At(Chair)));
        var head = world.Join(Head, MemberPart.Head);
        world.Refused(RefusalCode.DutyNotExplained, m => m.Hold([p.Worker, head], early: true, world.At(Secretary)));
        world.Done(m => m.Hold([p.Worker, p.Other], early: true, world.At(Secretary)));
        world.Explain(head);
        world.Done(m => m.Arrive(head, world.At(Secretary)));
        Assert.All(world.Matter.Sessions[0].Members, m => Assert.True(m.Attended));
    }

    [Fact]
    public void A_session_held_before_its_day_is_said_to_be_early()
    {
        var p = world.Prepare();
        world.Done(m => m.Convene(world.Now.AddDays(1), "区役所", world.At(Chair)));
        Outcome Hold(bool early, params Id<MatterParticipant>[] present) => world.Do(m => m.Hold(present, early, world.At(Secretary)));

        Assert.Equal([RefusalCode.Required, RefusalCode.ConferenceBeforeItsDay], Hold(early: false).Refusals.Select(r => r.Code));
        Assert.Equal(["Early"], Hold(early: false, p.Worker).Refusals.Select(r => r.Field));
        Assert.True(Hold(early: true, p.Worker).IsDone);
    }

    [Fact]
    public void On_its_day_and_after_nobody_is_asked()
    {
        var p = world.Prepare();
        world.Done(m => m.Convene(world.Now.AddHours(1), "区役所", world.At(Chair)));
        world.Done(m => m.Hold([p.Worker], early: false, world.At(Secretary)));
    }

    [Fact]
    public void Where_the_conference_decides_on_the_direction_no_minutes_are_fixed_without_it_and_then_it_stays()
    {
        world.Held();
        world.Refused(RefusalCode.SupportDirectionMissing, m => m.FixMinutes(null, decidesDirection: true, world.At(Secretary)));
        world.Done(m => m.WriteDirection(new(" ", "救急車を呼ぶ"), null, world.At(Secretary)));
        world.Refused(RefusalCode.SupportDirectionMissing, m => m.FixMinutes(null, decidesDirection: true, world.At(Secretary)));
        world.Done(m => m.WriteDirection(new("声をかけつづける", "救急車を呼ぶ"), 1, world.At(Chair)));
        world.Done(m => m.FixMinutes(null, decidesDirection: true, world.At(Secretary)));
        world.Refused(RefusalCode.WrongState, m => m.WriteDirection(new("変える", ""), null, world.At(Secretary)));
        Assert.Equal(("声をかけつづける", "救急車を呼ぶ"), (world.Matter.DirectionOf(1)!.Direction, world.Matter.DirectionOf(1)!.UrgentResponse));
    }

    [Fact]
    public void A_direction_written_meanwhile_is_not_written_over_and_only_the_office_writes_it()
    {
        world.Held();
        world.Refused(RefusalCode.SecretaryOnly, m => m.WriteDirection(new("読む人が書く", ""), null, world.At(Worker)));
        world.Done(m => m.WriteDirection(new("先に書いた", ""), 0, world.At(Chair)));
        world.Refused(RefusalCode.Stale, m => m.WriteDirection(new("後から書いた", ""), 0, world.At(Secretary)));
        Assert.Equal("先に書いた", Assert.Single(world.Matter.Directions).Direction);
    }

    [Fact]
    public void Information_without_a_recorded_request_is_refused()
    {
        var p = world.Held();
        world.Refused(RefusalCode.NoRequestRecorded,
            m => m.GiveInformation(world.Next<MatterInformation>(), null, p.Item, "電気が止まっていた", world.At(Secretary)));
        var request = world.Ask(p.Worker);
        world.Done(m => m.GiveInformation(world.Next<MatterInformation>(), request, p.Item, "電気が止まっていた", world.At(Worker)));
        var piece = Assert.Single(world.Matter.Information);
        Assert.Equal(InformationTiming.InSession, piece.Timing);
        Assert.Equal(Worker.Organisation, piece.SourceOrganisationId);
        Assert.Equal(RequestAnswer.Given, world.Matter.Requests.Single().Answer);
    }

    [Fact]
    public void Nobody_is_asked_before_the_explanation_since_asking_tells_of_the_meeting()
    {
        world.Prepare();
        var head = world.Join(Head, MemberPart.Head);
        world.Refused(RefusalCode.DutyNotExplained,
            m => m.Ask(world.Next<CooperationRequest>(), head, 1, null, new("何か", "区支援会議"), world.At(Secretary)));
    }

    [Fact]
    public void One_agency_does_not_answer_for_another()
    {
        var p = world.Held();
        var request = world.Ask(p.Worker);
        world.Refused(RefusalCode.NoRequestRecorded,
            m => m.GiveInformation(world.Next<MatterInformation>(), request, p.Item, "作り話", world.At(Other)));
        world.Refused(RefusalCode.NotFound, m => m.Decline(request, "応じません", world.At(Other)));
        world.Done(m => m.Decline(request, "記録がありません", world.At(Worker)));
    }

    [Fact]
    public void What_an_agency_gave_or_knows_by_itself_is_not_sealed_for_it()
    {
        var p = world.Held();
        var request = world.Ask(p.Worker);
        world.Done(m => m.GiveInformation(world.Next<MatterInformation>(), request, p.Item, "電気が止まっていた", world.At(Worker)));
        var piece = world.Matter.Information[0];
        Assert.False(OriginRule.IsSealedFor(piece, Worker.Organisation, world.Matter.OwnKnowledge));
        Assert.True(OriginRule.IsSealedFor(piece, Other.Organisation, world.Matter.OwnKnowledge));
        world.Done(m => m.StateOwnKnowledge(world.Next<OwnKnowledge>(), piece.Id, Other.Organisation,
            OwnKnowledgeKind.LearntLater, "訪問時に本人から聞いた", world.At(Other)));
        Assert.False(OriginRule.IsSealedFor(piece, Other.Organisation, world.Matter.OwnKnowledge));
    }

    [Fact]
    public void The_secretary_fixes_the_chair_confirms_and_then_only_corrections_are_appended()
    {
        var p = world.Held();
        world.Done(m => m.WriteDiscussion(p.Item, "見守りを続ける", null, world.At(Secretary)));
        world.Refused(RefusalCode.SecretaryOnly, m => m.FixMinutes(null, decidesDirection: false, world.At(Chair)));
        world.Done(m => m.FixMinutes(new(2026, 7, 1), decidesDirection: false, world.At(Secretary)));
        world.Refused(RefusalCode.WrongState, m => m.WriteDiscussion(p.Item, "書き換え", null, world.At(Secretary)));
        world.Refused(RefusalCode.MinutesNotConfirmed,
            m => m.Settle(world.Next<MatterOutcome>(), MatterAction.Watch, "様子を見る", false, world.At(Chair)));
        world.Done(m => m.ConfirmMinutes(1, world.At(Chair)));
        world.Done(m => m.CorrectMinutes(world.Next<MinutesCorrection>(), 1, p.Item, "日付の誤り", world.At(Secretary)));
        Assert.Equal("見守りを続ける", world.Matter.Sessions[0].Agenda[0].Discussion);
    }

    [Fact]
    public void Two_writers_do_not_write_over_one_another()
    {
        var p = world.Held();
        world.Done(m => m.WriteDiscussion(p.Item, "一行目\r\n二行目", "", world.At(Secretary)));
        world.Refused(RefusalCode.Stale, m => m.WriteDiscussion(p.Item, "別の記録", "", world.At(Chair)));
        world.Done(m => m.WriteDiscussion(p.Item, "直した記録", "一行目\n二行目", world.At(Chair)));
    }

    [Fact]
    public void The_plan_conference_needs_active_consent()
    {
        world.Fixed();
        world.Refused(RefusalCode.ConsentNotActive,
            m => m.Settle(world.Next<MatterOutcome>(), MatterAction.MoveToPlanConference, "同意待ち", false, world.At(Chair)));
        world.Done(m => m.Settle(world.Next<MatterOutcome>(), MatterAction.MoveToPlanConference, "同意を得た", true, world.At(Chair)));
        Assert.True(world.Matter.IsOver);
    }

    [Fact]
    public void Watching_is_no_end_the_conference_meets_again()
    {
        world.Fixed();
        world.Done(m => m.Settle(world.Next<MatterOutcome>(), MatterAction.Watch, "様子を見る", false, world.At(Chair)));
        world.Done(m => m.SelectMembers(world.Next<MatterSession>(), world.At(Chair)));
        Assert.Equal(2, world.Matter.Sessions[^1].Number);
        Assert.Equal(2, world.Matter.Sessions[^1].Members.Count());
    }

    [Fact]
    public void Numbered_copies_come_back_before_the_matter_closes()
    {
        var p = world.Fixed();
        var copy = world.Next<PaperCopy>();
        world.Done(m => m.HandOutCopy(copy, p.Worker, 1, world.At(Secretary)));
        world.Refused(RefusalCode.CopiesOutstanding,
            m => m.Settle(world.Next<MatterOutcome>(), MatterAction.Close, "落ち着いた", false, world.At(Chair)));
        world.Done(m => m.CollectCopy(copy, world.At(Secretary)));
        world.Done(m => m.Settle(world.Next<MatterOutcome>(), MatterAction.Close, "落ち着いた", false, world.At(Chair)));
    }

    [Fact]
    public void A_chair_hands_the_chair_on_and_the_next_one_reads_only_after_taking_it()
    {
        world.Prepare();
        world.Done(m => m.HandOnChair(new(Boss.Account, true), world.At(Chair)));
        Assert.Equal(MatterLevel.Nothing, Level(Chair));
        Assert.Equal(MatterLevel.Nothing, Level(Boss));
        world.Done(m => m.TakeChair(world.Next<MatterParticipant>(), world.Next<DutyExplanation>(),
            PersonOf(Boss, ParticipantKind.WardStaff), Duty, world.At(Boss)));
        Assert.Equal(MatterLevel.Chair, Level(Boss));
    }

    private MatterLevel Level(Person who) => MatterAccess.Decide(world.Matter, who.Account, null, world.Now);
}
