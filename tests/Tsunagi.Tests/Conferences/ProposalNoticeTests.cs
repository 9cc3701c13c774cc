using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Conferences.MatterWorld;

namespace Tsunagi.Tests.Conferences;

public sealed class ProposalNoticeTests
{
    private readonly MatterWorld world = new();

    private ProposalNotice Last => world.Matter.Notices[^1];

    [Fact]
    public void A_declined_chair_is_the_proposers_to_name_anew()
    {
        Decline(Chair);
        Assert.Equal(MatterState.Declined, world.Matter.State);
        Assert.Null(world.Matter.ChairId);
        Assert.True(Last.Waits);
        Assert.Equal(Proposer.Account, Last.AddressedTo);
        world.Refused(RefusalCode.NotFound, m => m.ChooseChair(new(Boss.Account, true), world.At(Chair)));
        world.Refused(RefusalCode.ChairNotOfWard, m => m.ChooseChair(new(Worker.Account, false), world.At(Proposer)));
        world.Done(m => m.ChooseChair(new(Boss.Account, true), world.At(Proposer)));
        Assert.Equal(MatterState.Proposed, world.Matter.State);
        Assert.Equal(Boss.Account, world.Matter.ChairId);
        Assert.False(Last.Waits);
        world.Refused(RefusalCode.NotFound, m => m.TakeChair(world.Next<MatterParticipant>(), world.Next<DutyExplanation>(), PersonOf(Chair, ParticipantKind.WardStaff), Duty, world.At(Chair)));
    }

    [Fact]
    public void Declining_needs_a_reason_and_leaves_the_decliner_nothing_but_that_they_did()
    {
        world.Refused(RefusalCode.Required, m => m.DeclineChair(world.Next<ProposalNotice>(), " ", world.At(Chair)));
        world.Refused(RefusalCode.NotFound, m => m.DeclineChair(world.Next<ProposalNotice>(), "担当が違う", world.At(Boss)));
        Decline(Chair);
        Assert.Equal(MatterLevel.Nothing, MatterAccess.Read(world.Matter, Chair.Account, world.Now).Level);
        Assert.True(world.Matter.IsAtTheDoor(Chair.Account));
        Assert.False(world.Matter.IsAtTheDoor(Boss.Account));
    }

    [Fact]
    public void Who_has_taken_the_chair_hands_it_on_instead_of_declining()
    {
        world.TakeTheChair();
        world.Refused(RefusalCode.ChairMustHandOn, m => m.DeclineChair(world.Next<ProposalNotice>(), "担当が違う", world.At(Chair)));
    }

    [Fact]
    public void A_chair_that_was_handed_on_comes_back_to_the_former_chair_and_never_to_the_proposer()
    {
        world.Prepare();
        world.Done(m => m.HandOnChair(new(Boss.Account, true), world.At(Chair)));
        var state = world.Matter.State;
        Decline(Boss);
        Assert.Equal(state, world.Matter.State);
        Assert.Equal(Chair.Account, Last.AddressedTo);
        Assert.Equal(MatterLevel.Chair, MatterAccess.Read(world.Matter, Chair.Account, world.Now).Level);
        Assert.Equal(Chair.Account, world.Matter.NamedChairId);
        world.Refused(RefusalCode.WrongState, m => m.ChooseChair(new(Boss.Account, true), world.At(Proposer)));
        world.Done(m => m.SeeNotice(Last.Id, world.At(Chair)));
        Assert.False(Last.Waits);
    }

    [Fact]
    public void The_former_chair_stays_until_the_next_has_taken_it()
    {
        world.Prepare();
        var former = world.Matter.Participants.Single(x => x.AccountId == Chair.Account).Id;
        world.Done(m => m.HandOnChair(new(Boss.Account, true), world.At(Chair)));
        world.Refused(RefusalCode.ChairMustHandOn, m => m.Leave(former, world.At(Secretary)));
        world.Done(m => m.TakeChair(world.Next<MatterParticipant>(), world.Next<DutyExplanation>(), PersonOf(Boss, ParticipantKind.WardStaff), Duty, world.At(Boss)));
        world.Done(m => m.Leave(former, world.At(Secretary)));
    }

    [Fact]
    public void Before_the_chair_is_taken_a_withdrawal_ends_the_proposal_and_the_named_chair_is_told()
    {
        world.Refused(RefusalCode.NotFound, m => m.Withdraw(world.Next<ProposalNotice>(), "話がついた", world.At(Worker)));
        world.Refused(RefusalCode.Required, m => m.Withdraw(world.Next<ProposalNotice>(), "", world.At(Proposer)));
        Withdraw();
        Assert.Equal(MatterState.Withdrawn, world.Matter.State);
        Assert.Equal(Chair.Account, Last.AddressedTo);
        Assert.True(world.Matter.IsAtTheDoor(Chair.Account));
        world.Refused(RefusalCode.WrongState, m => m.TakeChair(world.Next<MatterParticipant>(), world.Next<DutyExplanation>(), PersonOf(Chair, ParticipantKind.WardStaff), Duty, world.At(Chair)));
        world.Refused(RefusalCode.WrongState, m => m.DeclineChair(world.Next<ProposalNotice>(), "担当が違う", world.At(Chair)));
        world.Done(m => m.SeeNotice(Last.Id, world.At(Chair)));
        Assert.False(world.Matter.IsAtTheDoor(Chair.Account));
    }

    [Fact]
    public void Once_the_chair_is_taken_a_withdrawal_is_answered_alike_and_lies_with_the_chair()
    {
        world.Prepare();
        var state = world.Matter.State;
        Withdraw();
        Assert.Equal(state, world.Matter.State);
        Assert.Equal(Chair.Account, Last.AddressedTo);
        Assert.True(Last.Waits);
        world.Refused(RefusalCode.WrongState, m => m.Withdraw(world.Next<ProposalNotice>(), "もう一度", world.At(Proposer)));
        world.Done(m => m.Settle(world.Next<MatterOutcome>(), MatterAction.Close, "取下げの申出による", false, world.At(Chair)));
        Assert.False(Last.Waits);
    }

    [Fact]
    public void A_declined_proposal_can_be_taken_back()
    {
        Decline(Chair);
        Withdraw();
        Assert.Equal(MatterState.Withdrawn, world.Matter.State);
        Assert.All(world.Matter.Notices.Where(n => n.Kind == ProposalNoticeKind.ChairDeclined), n => Assert.False(n.Waits));
    }

    private void Decline(Person who) => world.Done(m => m.DeclineChair(world.Next<ProposalNotice>(), "担当が違う", world.At(who)));

    private void Withdraw() => world.Done(m => m.Withdraw(world.Next<ProposalNotice>(), "話がついた", world.At(Proposer)));
}
