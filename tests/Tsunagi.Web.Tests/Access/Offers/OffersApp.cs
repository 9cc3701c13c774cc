using Tsunagi.Domain.Access;
using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Offers;

/// <summary>The town of the access matrix, walked by everybody in it; nothing that is done on the way is kept.</summary>
public sealed class OffersApp(TestCluster cluster) : RehearsedApp(cluster)
{
    private readonly Dictionary<string, MatrixActor> walkers = [];

    /// <summary>Everybody who stands to a record in some way, and everybody of one role alone in the desk that holds the records.</summary>
    internal static IEnumerable<string> Logins =>
        MatrixRelation.All.Select(r => r.Login).OfType<string>().Concat(Enum.GetValues<Role>().Select(MatrixWorld.LoginOf));

    internal MatrixActor Of(string login) => walkers[login];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (login, actor) in Logins.Zip(await SignInAllAsync(Logins))) walkers[login] = actor;
        await RehearseAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var actor in walkers.Values) actor.Dispose();
        await base.DisposeAsync();
    }
}
