using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Cases.CaseWorld;

namespace Tsunagi.Tests.Cases;

public class CaseTaskTests
{
    private readonly CaseWorld world = new();

    [Fact]
    public void A_task_is_overdue_after_its_day_until_it_is_answered()
    {
        var task = Give(new("家賃の滞納を確かめる", world.Today, Account: Suzuki)).Value;
        Assert.False(task.IsOverdue(world.Today));
        Assert.True(task.IsOverdue(world.Today.AddDays(1)));
        task.Finish(null, world.ByDesk).IsDone();
        Assert.False(task.IsOverdue(world.Today.AddDays(1)));
        task.GiveUp("だめだった", world.ByDesk).IsRefused(RefusalCode.WrongState);
    }

    [Fact]
    public void Unable_says_why_and_only_the_giver_cancels()
    {
        var task = Give(new("訪問する", world.Today, Organisation: Shakyo)).Value;
        task.GiveUp(null, world.By(Shakyo)).IsRefused(RefusalCode.Required);
        task.Cancel("不要になった", world.By(Shakyo)).IsRefused(RefusalCode.NotAllowed);
        task.GiveUp("不在が続く", world.By(Shakyo, Tanaka)).IsDone();
        Assert.Equal((CaseTaskState.Unable, "不在が続く", Tanaka), (task.State, task.Answer, task.AnsweredBy!.Value));
    }

    [Fact]
    public void A_task_says_what_who_and_by_when()
    {
        Give(new("", world.Today, Account: Suzuki)).IsRefused(RefusalCode.Required);
        Give(new("訪問", world.Today)).IsRefused(RefusalCode.Required);
        Give(new("訪問", world.Today.AddDays(-1), Account: Suzuki)).IsRefused(RefusalCode.DateInPast);
    }

    private Outcome<CaseTask> Give(TaskDraft draft) =>
        CaseTask.Give(world.Id<CaseTask>(), world.Open().Id, draft, world.ByDesk);
}
