using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

/// <summary>Puts cases into a test's database, as a desk that keeps a consultation would.</summary>
internal static class CaseSeed
{
    /// <summary>A case of somebody's organisation, with one named person.</summary>
    public static async Task<Id<Case>> OpenCaseAsync(this TestApp app, string login = TestTown.Desk, string name = "架空 花子")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, work) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<Work>());
        var account = await db.Accounts.Include(a => a.Memberships).SingleAsync(a => a.Login == login);
        var organisation = account.Memberships[0].OrganisationId;
        await work.BeginAsync(new Actor(account.Id, organisation, account.Memberships.Select(m => m.Role).ToHashSet()), CancellationToken.None);
        var person = Person.Write(work.NewId<Person>(), new PersonDetails(PersonName.FromLine(name, null), PersonSource.Self), work.Today, work.Stamp).Value;
        var opened = Case.Open(work.NewId<Case>(), await db.NextCaseNumberAsync(work.Today, CancellationToken.None), default, work.Stamp);
        opened.Include(person.Id, CasePersonRole.Subject, work.Stamp);
        db.Persons.Add(person);
        db.Cases.Add(opened);
        work.GrantTo(organisation, person.Root, AccessLevel.Manage, GrantBasis.Assignment);
        work.GrantTo(organisation, opened.Root, AccessLevel.Manage, GrantBasis.Assignment);
        Assert.True((await work.FinishAsync(Outcome.Done, Permission.OpenCase, opened.Root, CancellationToken.None)).IsDone);
        await work.CompleteAsync(CancellationToken.None);
        return opened.Id;
    }

    public static async Task<Id<Account>> AccountAsync(this TestApp app, string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Accounts.SingleAsync(a => a.Login == login)).Id;
    }

    /// <summary>A case as it lies in the database.</summary>
    public static async Task<Case> ReadCaseAsync(this TestApp app, Id<Case> id)
    {
        await using var db = app.Database.OpenAsOwner();
        return await db.Cases.IgnoreQueryFilters().AsNoTracking().AsSplitQuery()
            .Include(c => c.Periods).Include(c => c.Assignments).Include(c => c.Deputies).Include(c => c.Persons).Include(c => c.Links).Include(c => c.Suspensions)
            .SingleAsync(c => c.Id == id);
    }
}
