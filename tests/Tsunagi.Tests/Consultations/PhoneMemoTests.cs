using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.People;

namespace Tsunagi.Tests.Consultations;

public class PhoneMemoTests
{
    private static readonly Stamp By = PersonTests.By;

    private static PhoneMemo Leave() =>
        PhoneMemo.Leave(new(new Guid(1, 0, 0, new byte[8])), new("折り返しがほしい") { CallBack = true, Phone = "03-5432-2914" }, By).Value;

    [Fact]
    public void A_call_back_needs_a_number() =>
        Assert.Equal([new(RefusalCode.Required, "Phone")],
            PhoneMemo.Leave(new(new Guid(1, 0, 0, new byte[8])), new("折り返しがほしい") { CallBack = true }, By).Refusals);

    [Fact]
    public void It_is_finished_or_becomes_a_consultation_once()
    {
        var memo = Leave();
        Assert.True(memo.Finish(By).IsDone);
        Assert.Equal(RefusalCode.WrongState, memo.Finish(By).Refusals.Single().Code);
        Assert.True(memo.Reopen().IsDone);
        Assert.True(memo.TakeAsConsultation(new(new Guid(2, 0, 0, new byte[8])), By).IsDone);
        Assert.False(memo.Reopen().IsDone);
    }

    [Fact]
    public void A_count_is_taken_back_the_same_day_by_whoever_made_it()
    {
        var counted = Tally.Count(new(new Guid(1, 0, 0, new byte[8])), "route", new HashSet<string> { "route" }, By).Value;
        Assert.Equal(RefusalCode.NotAllowed, counted.Undo(By with { Account = new Id<Account>(new Guid(8, 0, 0, new byte[8])) }).Refusals.Single().Code);
        Assert.Equal(RefusalCode.WrongState, counted.Undo(By with { At = By.At.AddDays(1) }).Refusals.Single().Code);
        Assert.True(counted.Undo(By).IsDone);
        Assert.False(Tally.Count(new(new Guid(1, 0, 0, new byte[8])), "other", new HashSet<string>(), By).IsDone);
    }
}
