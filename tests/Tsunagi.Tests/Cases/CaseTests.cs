using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Cases.CaseWorld;

namespace Tsunagi.Tests.Cases;

public class CaseTests
{
    private readonly CaseWorld world = new();

    [Fact]
    public void A_new_case_belongs_to_the_desk_that_opened_it_and_names_nobody()
    {
        var @case = world.Open();

        Assert.Equal(CaseState.Open, @case.State);
        Assert.Equal(Desk, @case.ResponsibleAt(world.Now));
        Assert.Equal(Sato, @case.WorkerAt(world.Now));
        Assert.True(@case.IsAnonymous);
        Assert.Null(@case.ResponsibleAt(world.Now.AddSeconds(-1)));
    }

    [Fact]
    public void The_first_person_is_the_reference_and_the_last_one_stays()
    {
        var @case = world.Open();
        @case.Include(Mother, CasePersonRole.Subject, world.ByDesk).IsDone();
        @case.Include(Son, CasePersonRole.HouseholdMember, world.ByDesk).IsDone();
        @case.Include(Son, CasePersonRole.Subject, world.ByDesk).IsRefused(RefusalCode.PersonAlreadyInCase);
        Assert.Equal(Mother, @case.CurrentPersons.Single(p => p.IsReference).PersonId);

        @case.Leave(Mother, "転居", world.ByDesk).IsDone();
        Assert.Equal(Son, @case.CurrentPersons.Single(p => p.IsReference).PersonId);
        @case.Leave(Son, "死亡", world.ByDesk).IsRefused(RefusalCode.CaseKeepsAPerson);
        Assert.Equal(CaseState.Open, @case.State);
        Assert.Equal(2, @case.Persons.Count);
    }

    [Fact]
    public void Another_organisation_changes_nothing_in_the_case()
    {
        var @case = world.Open();
        var stranger = world.By(Hub);

        @case.Include(Mother, CasePersonRole.Subject, stranger).IsRefused(RefusalCode.NotAllowed);
        @case.PlanNext(new("電話する", world.Today), stranger).IsRefused(RefusalCode.NotAllowed);
        @case.Agree(SupportApproach.StayingConnected, 30, stranger).IsRefused(RefusalCode.NotAllowed);
        @case.Suspend(Pause(), SuspensionReasons, stranger).IsRefused(RefusalCode.NotAllowed);
        @case.Close(new("goal-met", "就労"), OpenWork.None, Outcomes, stranger).IsRefused(RefusalCode.NotAllowed);
        @case.Assign(Suzuki, world.Today, stranger).IsRefused(RefusalCode.NotAllowed);
        @case.Join(new("見守り", Organisation: Shakyo), stranger).IsRefused(RefusalCode.NotAllowed);
    }

    [Fact]
    public void A_pause_keeps_contact_and_has_a_day_of_review()
    {
        var @case = world.Open();
        @case.Suspend(Pause() with { Reason = "tired" }, SuspensionReasons, world.ByDesk).IsRefused(RefusalCode.UnknownCode);
        @case.Suspend(Pause() with { ContactPlan = " " }, SuspensionReasons, world.ByDesk).IsRefused(RefusalCode.Required);
        @case.Suspend(Pause() with { ReviewOn = world.Today }, SuspensionReasons, world.ByDesk).IsRefused(RefusalCode.DateInPast);
        @case.Suspend(Pause(), SuspensionReasons, world.ByDesk).IsDone();
        @case.Suspend(Pause(), SuspensionReasons, world.ByDesk).IsRefused(RefusalCode.WrongState);
        @case.Agree(SupportApproach.StayingConnected, null, world.ByDesk).IsDone();

        Assert.Equal(CaseState.Suspended, @case.State);
        Assert.Null(@case.ClosedAt);
        Assert.Equal(Desk, @case.ResponsibleAt(world.Now));
        Assert.Equal(world.Today.AddDays(30), @case.ContactDueOn(usualDays: 30));

        @case.Resume("退院した", world.ByDesk).IsDone();
        Assert.Equal("退院した", @case.Suspensions.Single().EndReason);
    }

    [Fact]
    public void Closing_is_refused_while_work_is_open_and_names_every_reason()
    {
        var @case = world.Open();
        var refused = @case.Close(new("goal-met", "就労"), new(1, true, true, 2, 1, true), Outcomes, world.ByDesk);

        Assert.Equal(
            [RefusalCode.CaseHasOpenHandoff, RefusalCode.CaseHasFormerHandoff, RefusalCode.CaseHasOpenHandover, RefusalCode.CaseHasActivePlan, RefusalCode.CaseHasDraftedPlan, RefusalCode.CaseHasOpenTasks],
            refused.Refusals.Select(r => r.Code));
        Assert.Equal(CaseState.Open, @case.State);
    }

    [Fact]
    public void Closed_is_final_and_the_follow_up_does_not_reopen()
    {
        var @case = world.Open();
        @case.Close(new("unheard-of", "就労"), OpenWork.None, Outcomes, world.ByDesk).IsRefused(RefusalCode.UnknownCode);
        @case.Close(new("goal-met", ""), OpenWork.None, Outcomes, world.ByDesk).IsRefused(RefusalCode.Required);
        @case.FollowUp("元気", world.ByDesk).IsRefused(RefusalCode.WrongState);
        world.Now = world.Now.AddDays(1);
        Assert.Equal(["Outcome", "Words", "FollowUpOn"], @case.Close(new("", "", world.Today), OpenWork.None, Outcomes, world.ByDesk).Refusals.Select(r => r.Field));
        @case.Close(new("goal-met", "就労", world.Today.AddMonths(3)), OpenWork.None, Outcomes, world.ByDesk).IsDone();

        Assert.Equal(world.Now, @case.ClosedAt);
        Assert.Null(@case.ResponsibleUntil);
        Assert.Null(@case.ResponsibleAt(world.Now));
        Assert.Null(@case.WorkerAt(world.Now));
        Assert.Null(@case.ContactDueOn(30));
        @case.Close(new("goal-met", "就労"), OpenWork.None, Outcomes, world.ByDesk).IsRefused(RefusalCode.CaseIsClosed);
        @case.Resume("もう一度", world.ByDesk).IsRefused(RefusalCode.CaseIsClosed);

        @case.FollowUp("仕事を続けている", world.ByDesk).IsDone();
        @case.FollowUp("もう一度", world.ByDesk).IsRefused(RefusalCode.WrongState);
        Assert.Equal(CaseState.Closed, @case.State);

        var next = world.Open();
        next.LinkTo(@case.Id, CaseLinkKind.Previous, world.ByDesk).IsDone();
        next.LinkTo(@case.Id, CaseLinkKind.Previous, world.ByDesk).IsRefused(RefusalCode.NothingChanged);
    }

    [Fact]
    public void The_contact_gap_counts_from_the_last_contact()
    {
        var @case = world.Open();
        Assert.Null(@case.ContactDueOn(30));
        @case.Agree(SupportApproach.ProblemSolving, 14, world.ByDesk).IsDone();
        Assert.Equal(world.Today.AddDays(14), @case.ContactDueOn(30));
        @case.Agree(SupportApproach.ProblemSolving, 0, world.ByDesk).IsRefused(RefusalCode.ContactDaysOutOfRange);

        world.Now = world.Now.AddDays(20);
        var note = ProgressNote.Write(world.Id<ProgressNote>(), @case, NoteAt(world.Now.AddDays(-10)), Offered, world.ByDesk).Value;
        Assert.Equal(world.Today.AddDays(4), @case.ContactDueOn(30));
        ProgressNote.Write(world.Id<ProgressNote>(), @case, NoteAt(world.Now.AddDays(-15)), Offered, world.ByDesk).IsDone();
        Assert.Equal(world.Today.AddDays(-10), @case.LastContactOn);

        note.Retract("別の人だった", world.ByDesk).IsDone();
        @case.RecallContact(world.Today.AddDays(-15));
        Assert.Equal(world.Today.AddDays(-1), @case.ContactDueOn(30));
    }

    [Fact]
    public void A_next_action_has_words_and_a_day_to_come()
    {
        var @case = world.Open();
        @case.PlanNext(new("", world.Today), world.ByDesk).IsRefused(RefusalCode.Required);
        @case.PlanNext(new("電話", world.Today.AddDays(-1)), world.ByDesk).IsRefused(RefusalCode.DateInPast);
        @case.PlanNext(new("電話", world.Today), world.ByDesk).IsDone();
        world.Now = world.Now.AddDays(3);
        @case.PlanNext(new("電話（留守だった）", world.Today.AddDays(-3)), world.ByDesk).IsDone();
        @case.PlanNext(null, world.ByDesk).IsDone();
        Assert.Null(@case.NextAction);
    }

    [Fact]
    public void The_team_holds_accounts_organisations_and_people_outside()
    {
        var @case = world.Open();
        @case.Join(new("生活支援", Organisation: Shakyo), world.ByDesk).IsDone();
        @case.Join(new("往診", Outside: "主治医"), world.ByDesk).IsDone();
        @case.Join(new("往診", Outside: "主治医 "), world.ByDesk).IsRefused(RefusalCode.NothingChanged);
        @case.Join(new("見守り"), world.ByDesk).IsRefused(RefusalCode.Required);
        @case.LeaveTeam(1, world.ByDesk).IsDone();
        @case.LeaveTeam(1, world.ByDesk).IsRefused(RefusalCode.WrongState);
        @case.Join(new("生活支援", Organisation: Shakyo), world.ByDesk).IsDone();
        Assert.Equal(3, @case.Team.Count);
    }

    private SuspensionTerms Pause() => new("hospital", "月に一度、病棟の相談員に電話する", world.Today.AddMonths(1));
}
