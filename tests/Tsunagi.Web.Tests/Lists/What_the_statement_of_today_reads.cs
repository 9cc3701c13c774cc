using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.People;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Lists;

/// <summary>The statement of 今日 is made once for many people: a query that would keep a value of the first of them is refused.</summary>
public sealed class What_the_statement_of_today_reads(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TodayAsker Who = new(default, default, default, default, default, default);

    [Fact]
    public async Task What_the_asker_is_asked_for_is_left_to_each_run() =>
        await WithAsync(db => new TodayParameters().In(Of(db.Persons.Where(p => p.WrittenAt < Who.Now)), 0));

    [Fact]
    public Task A_value_taken_from_elsewhere_is_refused()
    {
        var now = TimeProvider.System.GetUtcNow();
        return RefusedAsync(db => db.Persons.Where(p => p.WrittenAt < now));
    }

    [Fact]
    public Task The_scope_of_one_context_is_refused() => RefusedAsync(db => db.PersonsByName());

    private Task RefusedAsync(Func<AppDb, IQueryable<Person>> persons) =>
        WithAsync(db => Assert.Throws<InvalidOperationException>(() => new TodayParameters().In(Of(persons(db)), 0)));

    private async Task WithAsync(Action<AppDb> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        act(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static IQueryable<TodayFact> Of(IQueryable<Person> persons) => persons.Select(p => new TodayFact { Source = Who.Source, Id = (Guid)(object)p.Id });
}
