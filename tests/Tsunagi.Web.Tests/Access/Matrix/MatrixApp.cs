using Tsunagi.Domain.Access;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>Every cell of the matrix, asked once for all its tests.</summary>
public sealed class MatrixApp(TestCluster cluster) : RehearsedApp(cluster)
{
    internal IReadOnlyList<AccessRule> Rules { get; } = AccessRules.Load();
    internal MatrixAnswers Answers { get; private set; } = null!;
    internal IReadOnlyList<MatrixCeiling> Ceilings { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var actors = await SignInAllAsync(MatrixRelation.All.Select(r => r.Login));
        var ofRoles = await SignInAllAsync(Enum.GetValues<Role>().Select(MatrixWorld.LoginOf));
        await RehearseAsync();
        var toBeBlank = Rules.SelectMany(r => r.Endpoints.SelectMany(e => MatrixRelation.All.Where((_, i) => r.Expected[i] == MatrixDecision.Blank).Select(a => (e, a.Key)))).ToHashSet();
        Answers = await MatrixAnswers.AskAsync(this, actors, (endpoint, relation) => toBeBlank.Contains((endpoint.Name, relation.Key)));
        Ceilings = await MatrixCeilings.AskAsync(this, ofRoles);
        actors.Concat(ofRoles).ToList().ForEach(a => a.Dispose());
    }
}
