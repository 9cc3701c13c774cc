using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Cases.CaseWorld;

namespace Tsunagi.Tests.Cases;

public class HandoverTests
{
    private readonly CaseWorld world = new();

    [Fact]
    public void Nothing_changes_before_the_receiver_accepts()
    {
        var @case = world.Open();
        var opened = world.Now;
        world.Now = world.Now.AddDays(1);
        var handover = world.Offer(@case, Hub);
        Assert.Equal(Desk, @case.OrganisationId);

        world.Now = world.Now.AddDays(1);
        handover.Accept(@case, Suzuki, "引き受けます", world.By(Hub, Suzuki)).IsDone();
        Assert.Equal(Hub, @case.OrganisationId);
        Assert.Equal(Desk, @case.ResponsibleAt(opened));
        Assert.Equal(Desk, @case.ResponsibleAt(world.Now.AddTicks(-1)));
        Assert.Equal(Hub, @case.ResponsibleAt(world.Now));
        Assert.Equal(Suzuki, @case.WorkerAt(world.Now));
        Assert.Equal(CaseState.Open, @case.State);
    }

    [Fact]
    public void Only_the_receiver_answers_and_only_the_sender_withdraws()
    {
        var @case = world.Open();
        var handover = world.Offer(@case, Hub);

        handover.Accept(@case, null, null, world.ByDesk).IsRefused(RefusalCode.NotAllowed);
        handover.Accept(@case, null, null, world.By(Shakyo)).IsRefused(RefusalCode.NotAllowed);
        handover.Decline("忙しい", world.ByDesk).IsRefused(RefusalCode.NotAllowed);
        handover.Withdraw("やめる", world.By(Hub)).IsRefused(RefusalCode.NotAllowed);
        handover.Decline(" ", world.By(Hub)).IsRefused(RefusalCode.Required);
        handover.Decline("担当地域の外", world.By(Hub)).IsDone();
        handover.Accept(@case, null, null, world.By(Hub)).IsRefused(RefusalCode.WrongState);
        Assert.Equal(Desk, @case.OrganisationId);
        Assert.Single(@case.Periods);
    }

    [Fact]
    public void What_the_sender_held_goes_along_and_what_a_third_holds_does_not()
    {
        var @case = world.Open();
        var handover = world.Offer(@case, Hub);
        var (own, thirds) = (Written(Desk), Written(Shakyo));
        Assert.Throws<InvalidOperationException>(() => handover.Carry(own));
        handover.Accept(@case, Suzuki, null, world.By(Hub, Suzuki)).IsDone();
        Assert.True(handover.Carry(own));
        Assert.Equal(Hub, own.HolderId);
        Assert.True(handover.Carry(own));
        Assert.False(handover.Carry(thirds));
        Assert.Equal(Shakyo, thirds.HolderId);
    }

    private Person Written(Id<Organisation> holder) =>
        Person.Write(IdSource.Named<Person>($"of {holder}"), new(PersonName.FromLine("架空 花子", null), PersonSource.Self), JapanTime.DateOf(world.Now), world.By(holder)).Value;

    [Fact]
    public void It_is_accepted_once()
    {
        var @case = world.Open();
        var handover = world.Offer(@case, Hub);
        handover.Accept(@case, null, null, world.By(Hub)).IsDone();
        handover.Accept(@case, null, null, world.By(Hub)).IsRefused(RefusalCode.WrongState);
        handover.Withdraw("やめる", world.ByDesk).IsRefused(RefusalCode.WrongState);
        Assert.Equal(2, @case.Periods.Count);
        Assert.Null(@case.WorkerAt(@case.Periods[1].From));
    }

    [Fact]
    public void An_offer_is_refused_to_oneself_twice_by_strangers_and_when_closed()
    {
        var @case = world.Open();
        Offer(@case, new(Desk, "moved", "要点"), world.ByDesk).IsRefused(RefusalCode.HandoverToSelf);
        Offer(@case, new(Hub, "moved", "要点"), world.ByDesk, anotherOpen: true).IsRefused(RefusalCode.CaseHasOpenHandover);
        Offer(@case, new(Shakyo, "moved", "要点"), world.By(Hub)).IsRefused(RefusalCode.NotAllowed);
        Offer(@case, new(Hub, "whim", ""), world.ByDesk).IsRefused(RefusalCode.UnknownCode);
        Offer(@case, new(Hub, "whim", ""), world.ByDesk).IsRefused(RefusalCode.Required);
        @case.Close(new("goal-met", "就労"), OpenWork.None, Outcomes, world.ByDesk).IsDone();
        Offer(@case, new(Hub, "moved", "要点"), world.ByDesk).IsRefused(RefusalCode.CaseIsClosed);
    }

    private Outcome<Handover> Offer(Case @case, HandoverOffer offer, Stamp by, bool anotherOpen = false) =>
        Handover.Offer(world.Id<Handover>(), @case, offer, anotherOpen, HandoverReasons, by);
}
