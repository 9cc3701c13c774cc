using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Cases.CaseWorld;

namespace Tsunagi.Tests.Cases;

public class WorkerTests
{
    private static readonly DateOnly April1 = new(2027, 4, 1);
    private readonly CaseWorld world = new();

    [Fact]
    public void A_change_of_workers_may_be_planned_for_the_first_of_April()
    {
        var @case = world.Open();
        @case.Assign(Suzuki, April1, world.ByDesk).IsDone();

        Assert.Equal(Sato, @case.WorkerAt(JapanTime.StartOf(April1).AddTicks(-1)));
        Assert.Equal(Suzuki, @case.WorkerAt(JapanTime.StartOf(April1)));
        Assert.Equal(Desk, @case.ResponsibleAt(JapanTime.StartOf(April1)));
    }

    [Fact]
    public void A_change_today_leaves_the_planned_one_alone()
    {
        var @case = world.Open();
        @case.Assign(Suzuki, April1, world.ByDesk).IsDone();
        world.Now = world.Now.AddDays(1);
        @case.Assign(Tanaka, world.Today, world.ByDesk).IsDone();

        Assert.Equal(Tanaka, @case.WorkerAt(world.Now));
        Assert.Equal(Suzuki, @case.WorkerAt(JapanTime.StartOf(April1)));
        Assert.Equal(3, @case.Assignments.Count);
    }

    [Fact]
    public void A_planned_change_can_be_replaced_or_taken_back()
    {
        var @case = world.Open();
        @case.Assign(Suzuki, April1, world.ByDesk).IsDone();
        @case.Assign(Tanaka, April1, world.ByDesk).IsDone();
        Assert.Equal(Tanaka, @case.WorkerAt(JapanTime.StartOf(April1)));
        Assert.Equal(2, @case.Assignments.Count);

        @case.CancelAssignment(@case.Assignments[1].Number, world.ByDesk).IsDone();
        Assert.Equal(Sato, @case.WorkerAt(JapanTime.StartOf(April1)));
        @case.CancelAssignment(@case.Assignments[0].Number, world.ByDesk).IsRefused(RefusalCode.WrongState);
    }

    [Fact]
    public void A_change_is_refused_for_yesterday_and_for_the_same_worker()
    {
        var @case = world.Open();
        @case.Assign(Suzuki, world.Today.AddDays(-1), world.ByDesk).IsRefused(RefusalCode.DateInPast);
        @case.Assign(Sato, world.Today, world.ByDesk).IsRefused(RefusalCode.NothingChanged);
        @case.Assign(null, world.Today, world.ByDesk).IsDone();
        Assert.Null(@case.WorkerAt(world.Now.AddSeconds(1)));
    }

    [Fact]
    public void A_deputy_acts_at_once_until_the_end_of_the_last_day()
    {
        var @case = world.Open();
        @case.AppointDeputy(Sato, world.Today, world.ByDesk).IsRefused(RefusalCode.DeputyIsInCharge);
        @case.AppointDeputy(Suzuki, world.Today.AddDays(7), world.ByDesk).IsDone();
        @case.AppointDeputy(Suzuki, world.Today.AddDays(7), world.ByDesk).IsRefused(RefusalCode.NothingChanged);
        Assert.Equal(Suzuki, @case.DeputyAt(world.Now));
        Assert.Equal(Sato, @case.WorkerAt(world.Now));
        Assert.Equal(Suzuki, @case.DeputyAt(JapanTime.StartOf(world.Today.AddDays(8)).AddTicks(-1)));
        Assert.Null(@case.DeputyAt(JapanTime.StartOf(world.Today.AddDays(8))));

        world.Now = world.Now.AddDays(1);
        @case.AppointDeputy(Tanaka, world.Today.AddDays(2), world.ByDesk).IsDone();
        Assert.Equal(Tanaka, @case.DeputyAt(world.Now));
        @case.EndDeputy(world.ByDesk).IsDone();
        Assert.Null(@case.DeputyAt(world.Now));
        @case.EndDeputy(world.ByDesk).IsRefused(RefusalCode.WrongState);
    }

    [Fact]
    public void A_handover_ends_what_the_old_organisation_had_planned()
    {
        var @case = world.Open();
        @case.Assign(Suzuki, April1, world.ByDesk).IsDone();
        @case.AppointDeputy(Tanaka, April1, world.ByDesk).IsDone();
        var handover = world.Offer(@case, Hub);
        world.Now = world.Now.AddDays(1);
        handover.Accept(@case, Tanaka, null, world.By(Hub)).IsDone();

        Assert.Equal(Tanaka, @case.WorkerAt(JapanTime.StartOf(April1)));
        Assert.Null(@case.DeputyAt(world.Now));
        Assert.Equal(Sato, @case.WorkerAt(world.Now.AddTicks(-1)));
    }
}
