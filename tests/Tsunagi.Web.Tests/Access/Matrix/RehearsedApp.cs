using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Tsunagi.Data;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>
/// The real host over a town played once. When the town stands, every transaction ends in a rollback instead of its commit:
/// each request is answered over the same world, in any order and in parallel, also where the act succeeds.
/// </summary>
public class RehearsedApp(TestCluster cluster) : TestApp(cluster)
{
    private readonly Rehearsal rehearsal = new();

    /// <summary>The audit as the town left it.</summary>
    public int AuditBefore { get; private set; }

    internal MatrixWorld World { get; private set; } = null!;
    internal IReadOnlyList<MatrixEndpoint> Endpoints { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        World = await MatrixWorld.PlayAsync(this);
        Endpoints = await MatrixEndpoints.OfAsync(Services);
    }

    /// <summary>From now on nothing is kept.</summary>
    protected async Task RehearseAsync()
    {
        AuditBefore = await CountAuditAsync();
        rehearsal.IsOn = true;
    }

    internal async Task<List<MatrixActor>> SignInAllAsync(IEnumerable<string?> logins)
    {
        List<MatrixActor> actors = [];
        foreach (var login in logins) actors.Add(await MatrixActor.SignInAsync(this, login));
        return actors;
    }

    /// <summary>How much was seen or done: every request would add to it.</summary>
    public async Task<int> CountAuditAsync()
    {
        await using var db = Database.OpenAsOwner();
        return await db.AuditEntries.CountAsync();
    }

    protected override void Change(IServiceCollection services) => services.ConfigureDbContext<AppDb>(db => db.AddInterceptors(rehearsal));

    private sealed class Rehearsal : DbTransactionInterceptor
    {
        public bool IsOn { get; set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (!IsOn) return result;
            await transaction.RollbackAsync(cancellationToken);
            return InterceptionResult.Suppress();
        }
    }
}
