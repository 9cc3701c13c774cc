using System.Collections.Concurrent;
using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>What a role outside a permission's ceiling was answered at one of its endpoints.</summary>
internal sealed record MatrixCeiling(MatrixEndpoint Endpoint, Role Role, MatrixDecision Answered);

/// <summary>
/// Role × permission, asked from inside: for every permission one page and one API endpoint, by every role that the permission
/// table does not name – each held in the organisation that may do everything to the record.
/// </summary>
internal static class MatrixCeilings
{
    private const int AtOnce = 4;

    public static async Task<IReadOnlyList<MatrixCeiling>> AskAsync(MatrixApp app, IReadOnlyList<MatrixActor> ofRoles)
    {
        var samples = app.Endpoints.Where(e => e.Permission is not null).GroupBy(e => (e.Permission, e.IsApi)).Select(g => g.First());
        var beyond = from endpoint in samples
                     from role in Enum.GetValues<Role>()
                     where !Permissions.Of(endpoint.Permission!.Value).Roles.Contains(role)
                     select (endpoint, role);
        ConcurrentBag<MatrixCeiling> answers = [];
        await Parallel.ForEachAsync(beyond, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (asked, _) =>
            answers.Add(new(asked.endpoint, asked.role, (await ofRoles[(int)asked.role].AskAsync(asked.endpoint, app.World.IdOf)).Decision)));
        return [.. answers.OrderBy(a => a.Endpoint.Name, StringComparer.Ordinal).ThenBy(a => a.Role)];
    }
}
