using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Handoffs.HandoffScene;

namespace Tsunagi.Tests.Handoffs;

public class HandoffTests
{
    private readonly HandoffScene scene = new();

    [Fact]
    public void Sending_is_receipt_and_the_receiver_can_do_nothing_against_it()
    {
        var handoff = scene.Sent(HandoffKind.ToHub, Hub);

        Assert.Equal(HandoffState.Received, handoff.State);
        Assert.Equal(HandoffSide.Receiver, handoff.WhoActsNext);
        Assert.DoesNotContain("Refused", Enum.GetNames<HandoffState>());
    }

    [Fact]
    public void A_desk_may_take_on_join_ask_or_pass_on_and_nothing_else()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);

        Assert.Equal(
            [HandoffAct.Ask, HandoffAct.Accept, HandoffAct.AcceptJointly, HandoffAct.Redirect],
            HandoffActs.Allowed(handoff, HandoffSide.Receiver, Free));
        Assert.Equal([HandoffAct.Withdraw], HandoffActs.Allowed(handoff, HandoffSide.Sender, Free));
        Assert.Empty(HandoffActs.Allowed(handoff, HandoffSide.Neither, Free));
    }

    [Fact]
    public void A_desk_handoff_needs_no_assessment_and_no_criteria()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        Assert.Null(handoff.Assessment);
        Assert.Null(handoff.SenderCriteria);
    }

    [Fact]
    public void A_hub_handoff_needs_an_assessment_but_allows_blanks_in_it()
    {
        var draft = scene.Draft(HandoffKind.ToHub, HandoffReceiver.Inside(Hub));
        var bare = Handoff.Draft(scene.NewId<Handoff>(), draft with { Assessment = null, Criteria = null }, scene.As(Desk)).Value;

        var outcome = bare.Send(Terms, scene.As(Desk));

        Assert.Equal([RefusalCode.AssessmentNeeded, RefusalCode.Required], outcome.Refusals.Select(r => r.Code));
        Assert.Equal(HandoffState.Drafted, bare.State);
        Assert.Equal(["housing"], scene.Sent(HandoffKind.ToHub, Hub).Assessment!.Blanks);
    }

    [Theory]
    [InlineData(CriterionAnswer.Yes, HandoffAct.Accept)]
    [InlineData(CriterionAnswer.No, HandoffAct.Return)]
    [InlineData(CriterionAnswer.NotEnoughInformation, null)]
    public void After_the_judgement_only_the_acts_that_follow_from_it_are_offered(CriterionAnswer roles, HandoffAct? also)
    {
        var handoff = scene.Judged(Sheet(CriterionAnswer.Yes, roles, CriterionAnswer.Yes));
        HandoffAct[] expected = [HandoffAct.Judge, HandoffAct.Ask, .. also is { } act ? [act] : Array.Empty<HandoffAct>(), HandoffAct.Redirect];
        Assert.Equal(expected, HandoffActs.Allowed(handoff, HandoffSide.Receiver, Free));
    }

    [Fact]
    public void The_hub_cannot_accept_or_return_before_it_has_judged()
    {
        var handoff = scene.Sent(HandoffKind.ToHub, Hub);
        Assert.Equal(RefusalCode.CriteriaNotAllMet, Code(handoff.Accept(scene.NewCase(), Hub, Free, scene.As(Hub))));
        Assert.Equal(RefusalCode.WrongState, Code(handoff.Return("まず家計相談へ", false, Free, scene.As(Hub))));
        Assert.Equal(HandoffState.Received, handoff.State);
    }

    [Fact]
    public void Each_criterion_is_judged_with_a_reason()
    {
        var handoff = scene.Sent(HandoffKind.ToHub, Hub);
        var outcome = handoff.Judge(AllYes with { Roles = new(CriterionAnswer.Yes, " ") }, scene.As(Hub));
        Assert.Equal(new Refusal(RefusalCode.Required, "RolesReason"), Assert.Single(outcome.Refusals));
    }

    [Fact]
    public void Judging_again_keeps_the_earlier_judgement()
    {
        var handoff = scene.Judged(Unclear);
        Assert.True(handoff.Judge(AllYes, scene.As(Hub)).IsDone);
        Assert.Equal([Unclear, AllYes], handoff.Judgements.Select(j => j.Sheet));
    }

    [Fact]
    public void The_hub_that_accepts_is_named_and_gets_a_case_of_its_own()
    {
        var handoff = scene.Judged(AllYes);
        var opens = scene.NewCase();
        Assert.Equal(RefusalCode.Required, Code(handoff.Accept(opens, null, Free, scene.As(Hub))));

        var acceptance = handoff.Accept(opens, Hub, Free, scene.As(Hub)).Value;

        Assert.Equal(opens, acceptance.Case);
        Assert.Equal((HandoffState.Accepted, Hub, opens), (handoff.State, handoff.HubId, handoff.ReceiverCaseId));
        Assert.Equal(HandoffSide.Receiver, handoff.Lead);
    }

    [Fact]
    public void Nobody_accepts_twice()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        Assert.True(handoff.Accept(scene.NewCase(), null, Free, scene.As(Agency)).IsDone);
        Assert.Equal(RefusalCode.WrongState, Code(handoff.Accept(scene.NewCase(), null, Free, scene.As(Agency))));
        Assert.Equal(RefusalCode.WrongState, Code(handoff.AcceptJointly(scene.NewCase(), scene.As(Agency))));
    }

    [Fact]
    public void Working_together_leaves_the_lead_with_the_sender()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        Assert.True(handoff.AcceptJointly(scene.NewCase(), scene.As(Agency)).IsDone);
        Assert.Equal(HandoffSide.Sender, handoff.Lead);
    }

    [Fact]
    public void A_return_says_what_fails_and_what_to_do_and_is_acknowledged()
    {
        var handoff = scene.Judged(RolesFail);
        Assert.Equal(RefusalCode.Required, Code(handoff.Return(" ", false, Free, scene.As(Hub))));
        Assert.True(handoff.Return("地域ケア会議に諮ってください", false, Free, scene.As(Hub)).IsDone);

        Assert.Equal([Criterion.Roles], handoff.ReturnedWith!.Failing);
        Assert.Equal(HandoffSide.Sender, handoff.WhoActsNext);
        Assert.Equal(RefusalCode.NotAllowed, Code(handoff.AcknowledgeReturn(scene.As(Hub))));
        Assert.True(handoff.AcknowledgeReturn(scene.As(Desk)).IsDone);
        Assert.True(handoff.HasEnded);
    }

    [Fact]
    public void A_return_waits_for_the_supervisor_where_the_ward_says_so()
    {
        var handoff = scene.Judged(RolesFail);
        var decision = scene.NewDecision();
        Assert.Equal(RefusalCode.DecisionNeeded, Code(handoff.Return("戻す", false, Decided, scene.As(Hub))));
        Assert.True(handoff.ProposeReturn("地域ケア会議へ", false, decision, Decided, scene.As(Hub)).IsDone);
        Assert.Equal((HandoffState.InDecision, HandoffSide.Receiver), (handoff.State, handoff.WhoActsNext));
        Assert.Equal(RefusalCode.DecisionDiffers, Code(handoff.CarryOut(scene.NewDecision(), scene.NewCase(), scene.Chief(Hub))));
        Assert.Equal(RefusalCode.OwnProposal, Code(handoff.CarryOut(decision, scene.NewCase(), scene.As(Hub))));

        Assert.True(handoff.CarryOut(decision, scene.NewCase(), scene.Chief(Hub)).IsDone);

        Assert.Equal(HandoffState.Returned, handoff.State);
        Assert.Equal(decision, handoff.ReturnedWith!.Decision);
        Assert.Null(handoff.ReceiverCaseId);
    }

    [Fact]
    public void A_proposal_not_approved_leads_back_to_judging()
    {
        var handoff = scene.Judged(AllYes);
        var decision = scene.NewDecision();
        Assert.True(handoff.ProposeAcceptance(Hub, decision, Decided, scene.As(Hub)).IsDone);
        Assert.Equal([HandoffAct.CarryOut, HandoffAct.DropProposal], HandoffActs.Allowed(handoff, HandoffSide.Receiver, Decided));
        Assert.True(handoff.DropProposal(decision, "根拠を確かめる", scene.As(Hub)).IsDone);
        Assert.Equal(HandoffState.Screening, handoff.State);
        Assert.Null(handoff.Proposal);
    }

    [Fact]
    public void Questions_are_answered_one_by_one_and_the_last_answer_returns_the_handoff()
    {
        var handoff = scene.Judged(Unclear);
        Assert.True(handoff.Ask(["家賃の滞納は", "通院先は"], scene.As(Hub)).IsDone);
        Assert.Equal(HandoffSide.Sender, handoff.WhoActsNext);

        Assert.True(handoff.Answer(new Dictionary<int, string> { [2] = "月一回" }, scene.As(Desk)).IsDone);
        Assert.Equal(HandoffState.Questioned, handoff.State);
        Assert.Equal(RefusalCode.QuestionClosed, Code(handoff.Answer(new Dictionary<int, string> { [2] = "週一回" }, scene.As(Desk))));

        Assert.True(handoff.Answer(new Dictionary<int, string> { [1] = "二か月" }, scene.As(Desk)).IsDone);
        Assert.Equal(HandoffState.Screening, handoff.State);
        Assert.Equal(["二か月", "月一回"], handoff.Questions.Select(q => q.Answer));
    }

    [Fact]
    public void The_receivers_clock_stands_still_while_a_question_is_open()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        scene.Pass(TimeSpan.FromDays(2));
        handoff.Ask(["通院先は"], scene.As(Agency));
        scene.Pass(TimeSpan.FromDays(5));
        Assert.Equal(TimeSpan.FromDays(2), handoff.InReceiversHands(scene.Now));
        Assert.Equal(TimeSpan.FromDays(5), handoff.Age(scene.Now));
        handoff.TakeBackQuestion(1, scene.As(Agency));
        scene.Pass(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(3), handoff.InReceiversHands(scene.Now));
        Assert.Equal(TimeSpan.FromDays(1), handoff.Age(scene.Now));
    }

    [Fact]
    public void A_redirect_ends_the_handoff_and_the_next_one_has_the_same_sender()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        var next = handoff.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToDesk, HandoffReceiver.Inside(OtherHub), "障害の相談が主", false), scene.As(Agency)).Value;

        Assert.Equal(HandoffState.Redirected, handoff.State);
        Assert.Equal((HandoffState.Received, Desk, OtherHub), (next.State, next.SenderId, next.ReceiverId));
        Assert.Equal((handoff.Id, handoff.Id, 1), (next.ParentId!.Value, next.ChainRootId, next.ChainBounces));
        Assert.True(next.Withdraw("本人が別の窓口を選んだ", scene.As(Desk)).IsDone);
    }

    [Fact]
    public void A_redirect_never_leads_back_to_the_sender()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        var back = handoff.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToDesk, HandoffReceiver.Inside(Desk), "戻したい", false), scene.As(Agency));
        Assert.Equal(RefusalCode.SameOrganisation, Code(back));
        Assert.Equal(HandoffState.Received, handoff.State);
    }

    [Fact]
    public void Moves_inside_one_center_are_no_bounces()
    {
        var first = scene.Judged(Unclear);
        var second = first.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToHub, HandoffReceiver.Inside(OtherHub), "課内調整", true), scene.As(Hub)).Value;
        var third = second.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToDesk, HandoffReceiver.Inside(Agency), "高齢の相談が主", false), scene.As(OtherHub)).Value;
        Assert.Equal(1, third.ChainBounces);
        Assert.False(third.NeedsAreaManager(Free));
        var fourth = third.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToDesk, HandoffReceiver.Inside(Hub), "世帯の調整が要る", false), scene.As(Agency)).Value;
        Assert.True(fourth.NeedsAreaManager(Free));
    }

    [Fact]
    public void Sending_again_after_a_return_goes_on_counting_along_the_chain()
    {
        var first = scene.Judged(RolesFail);
        first.Return("役割を整理してから", false, Free, scene.As(Hub));
        var draft = scene.Draft(HandoffKind.ToHub, HandoffReceiver.Inside(Hub));
        Assert.Equal(RefusalCode.WrongState, Code(Handoff.Draft(scene.NewId<Handoff>(), draft, scene.As(Desk), first)));
        first.AcknowledgeReturn(scene.As(Desk));

        var second = Handoff.Draft(scene.NewId<Handoff>(), draft, scene.As(Desk), first).Value;

        Assert.Equal((first.Id, 1), (second.ChainRootId, second.ChainBounces));
    }

    [Fact]
    public void Advice_never_moves_the_case()
    {
        var handoff = scene.Sent(HandoffKind.Advice, Hub);
        Assert.Equal([HandoffAct.Ask, HandoffAct.Redirect, HandoffAct.Advise], HandoffActs.Allowed(handoff, HandoffSide.Receiver, Free));
        Assert.True(handoff.Advise("家計改善支援の利用を検討してください", scene.As(Hub)).IsDone);
        Assert.True(handoff.AcknowledgeAdvice(scene.As(Desk)).IsDone);
        Assert.Null(handoff.ReceiverCaseId);
        Assert.Equal(HandoffSide.Sender, handoff.Lead);
    }

    [Fact]
    public void Outside_the_system_the_sender_answers_until_a_named_receiver_confirmed()
    {
        var handoff = scene.SentOutside();
        Assert.Equal((HandoffState.AwaitingContact, HandoffSide.Sender, HandoffSide.Sender), (handoff.State, handoff.WhoActsNext, handoff.Lead));
        Assert.True(handoff.LogAttempt("phone", "担当者不在", scene.Now, scene.As(Desk)).IsDone);
        Assert.Equal(RefusalCode.Required, Code(handoff.ConfirmOutside("", "phone", scene.Now, scene.As(Desk))));
        Assert.Equal(RefusalCode.DateInFuture, Code(handoff.ConfirmOutside("相談員 甲", "phone", scene.Now.AddMinutes(1), scene.As(Desk))));
        Assert.True(handoff.ConfirmOutside("相談員 甲", "phone", scene.Now, scene.As(Desk)).IsDone);
        Assert.Equal((HandoffState.Accepted, HandoffSide.Receiver), (handoff.State, handoff.Lead));
    }

    [Fact]
    public void Every_handoff_that_was_sent_asks_in_the_end_whether_the_person_was_told()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        Assert.Equal(RefusalCode.WrongState, Code(handoff.RecordTold(true, new(2026, 4, 1), "phone", scene.As(Desk))));
        handoff.Accept(scene.NewCase(), null, Free, scene.As(Agency));
        Assert.True(handoff.MustTellPerson);
        Assert.Equal(RefusalCode.DateInFuture, Code(handoff.RecordTold(true, new(2026, 4, 2), "phone", scene.As(Desk))));
        Assert.True(handoff.RecordTold(true, new(2026, 4, 1), "phone", scene.As(Desk)).IsDone);
        Assert.False(handoff.MustTellPerson);
    }

    [Fact]
    public void A_draft_that_was_never_sent_needs_nobody_told()
    {
        var draft = Handoff.Draft(scene.NewId<Handoff>(), scene.Draft(HandoffKind.ToDesk, null), scene.As(Desk)).Value;
        Assert.True(draft.Withdraw("つなぐ必要がなくなった", scene.As(Desk)).IsDone);
        Assert.False(draft.MustTellPerson);
    }
}
