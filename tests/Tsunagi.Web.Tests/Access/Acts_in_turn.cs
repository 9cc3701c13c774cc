using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access;

/// <summary>ADR 0042: what is done on one record one after the other bears the order in which it was done.</summary>
public sealed class Acts_in_turn(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Who_began_first_and_had_to_wait_acts_at_the_later_instant()
    {
        var person = IdSource.Named<Person>("both ask about");
        await using var scope = app.Services.CreateAsyncScope();
        await using var other = app.Services.CreateAsyncScope();
        var waits = await BeginAsync(scope);
        var goesFirst = await BeginAsync(other);
        await goesFirst.TakeTurnAsync(person, CancellationToken.None);
        var turn = waits.TakeTurnAsync([IdSource.Named<Person>("asked about beside"), person], CancellationToken.None);
        Assert.NotSame(turn, await Task.WhenAny(turn, Task.Delay(AMoment, CancellationToken.None)));
        app.Wait(TimeSpan.FromMinutes(1));
        await goesFirst.CompleteAsync(CancellationToken.None);
        await turn;
        Assert.True(waits.Now >= goesFirst.Now.AddMinutes(1));
        await waits.CompleteAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Nobody_waits_for_who_is_at_something_else()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var other = app.Services.CreateAsyncScope();
        await (await BeginAsync(scope)).TakeTurnAsync(IdSource.Named<Person>("one"), CancellationToken.None);
        await (await BeginAsync(other)).TakeTurnAsync(IdSource.Named<Person>("another"), CancellationToken.None);
    }

    private static async Task<Work> BeginAsync(AsyncServiceScope scope)
    {
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(new Actor(default, default, new HashSet<Role>()), CancellationToken.None);
        return work;
    }
}
