using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>A case is not closed while a つなぎ sent from it is open.</summary>
sealed class HandoffsOnCases(AppDb db) : IOpenWorkSource
{
    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var (own, former) = await db.OpenHandoffsAsync(id, ct);
        return OpenWork.None with { OpenHandoffs = own, FormerHandoffs = former };
    }
}
