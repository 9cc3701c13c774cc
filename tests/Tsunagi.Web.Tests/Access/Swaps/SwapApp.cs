using Microsoft.EntityFrameworkCore;
using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Swaps;

/// <summary>The town of the access matrix, and those in it who between them see a record of every kind.</summary>
public sealed class SwapApp(TestCluster cluster) : RehearsedApp(cluster)
{
    /// <summary>自窓口, つなぎ先, 座長, 読後: the desk's work, what was passed on, and the sealed matter from both sides.</summary>
    private static readonly string[] Who = ["own", "receiver", "chair", "after"];

    /// <summary>For every kind of record that access is granted to: who of them has the most on the one there is.</summary>
    internal IReadOnlyDictionary<Type, (MatrixRelation Relation, MatrixActor Actor)> Seers { get; private set; } = new Dictionary<Type, (MatrixRelation, MatrixActor)>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var relations = Who.Select(MatrixRelation.Of).ToList();
        var actors = relations.Zip(await SignInAllAsync(relations.Select(r => r.Login))).ToDictionary(a => a.First.Login!);
        Seers = (await SeersAsync()).ToDictionary(s => s.Kind, s => actors[s.Login]);
        await RehearseAsync();
    }

    private async Task<List<(Type Kind, string Login)>> SeersAsync()
    {
        await using var db = Database.OpenAsOwner();
        var logins = Who.Select(w => MatrixRelation.Of(w).Login!).ToList();
        var accounts = await db.Accounts.Include(a => a.Memberships).Where(a => logins.Contains(a.Login)).ToListAsync();
        var kinds = World.All.ToDictionary(k => k.Value, k => k.Key);
        var held = from grant in await db.Grants.AsNoTracking().ToListAsync()
                   where kinds.ContainsKey(grant.RootId)
                   from account in accounts
                   where grant.SubjectId == account.Id.Value || grant.SubjectId == account.Memberships[0].OrganisationId.Value
                   select (Kind: kinds[grant.RootId], account.Login, grant.Level);
        return [.. held.GroupBy(h => h.Kind).Select(g => (g.Key, g.OrderByDescending(h => h.Level).ThenBy(h => logins.IndexOf(h.Login)).First().Login))];
    }
}
