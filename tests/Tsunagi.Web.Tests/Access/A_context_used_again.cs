using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access;

/// <summary>A database context serves one request after another: it keeps neither the eyes of the last one nor what was left to write.</summary>
public sealed class A_context_used_again(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // More than the work in the background has contexts of its own in turn.
    private const int Requests = 20;

    private static readonly RootRef Looked = RootRef.Of(RootKind.Case, IdSource.Named<Case>("looked at"));

    [Fact]
    public async Task It_sees_nothing_before_somebody_begins_and_writes_no_line_of_another()
    {
        HashSet<AppDb> used = [];
        for (var request = 0; request < Requests; request++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            used.Add(db);
            Assert.Equal(AccessScope.Nothing, db.Scope);
            Assert.Empty(db.ChangeTracker.Entries());
            await db.FlushAuditAsync(Ct);
            Leave(db);
        }
        Assert.InRange(used.Count, 1, Requests - 1);
        await using var owner = app.Database.OpenAsOwner();
        Assert.False(await owner.AuditEntries.AnyAsync(e => e.RootId == Looked.Id, Ct));
    }

    // As a request does that fails halfway.
    private static void Leave(AppDb db)
    {
        var who = new Actor(IdSource.Named<Account>("left"), IdSource.Named<Organisation>("left"), new HashSet<Role> { Role.DeskWorker });
        db.Scope = AccessScope.Of(who, TimeProvider.System.GetUtcNow());
        db.Note(new(new(who.Account, who.Organisation, db.Scope.Now), Permission.SeeCase), AuditEntry.Seen, Looked);
        db.Attach(new Account(who.Account, "left", "残した人"));
    }
}
