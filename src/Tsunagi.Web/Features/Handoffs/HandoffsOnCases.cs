using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>A case is not closed while a つなぎ sent from it is open.</summary>
sealed class HandoffsOnCases(AppDb db) : IOpenWorkSource
{
    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var ended = HandoffStates.WaitingFor(HandoffSide.Neither);
        var open = await db.Handoffs.CountAsync(h => h.SourceCaseId == id && h.State != HandoffState.Drafted && !ended.Contains(h.State), ct);
        return OpenWork.None with { OpenHandoffs = open };
    }
}
