using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// A case is not closed while a つなぎ sent from it is open; and its state line tells where each of them waits – to those who may
/// see the つなぎ, which is fewer than see the case.
/// </summary>
sealed class HandoffsOnCases(AppDb db, Work work, HandoffGround ground) : IOpenWorkSource, ICaseFactSource
{
    private const int Most = 3;

    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var (own, former) = await db.OpenHandoffsAsync(id, ct);
        return OpenWork.None with { OpenHandoffs = own, FormerHandoffs = former };
    }

    public async Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var ended = HandoffStates.WaitingFor(HandoffSide.Neither);
        var open = await db.Handoffs.AsNoTracking().Where(h => h.SourceCaseId == id && h.State != HandoffState.Drafted && !ended.Contains(h.State))
            .OrderBy(h => h.StateSince).ThenBy(h => h.Id).Take(Most).Select(h => new { h.Id, h.Kind, h.State, h.StateSince, h.ReceiverId, h.Outside }).ToListAsync(ct);
        return
        [
            .. from h in open
               let days = new JapanTimeSpan(h.StateSince, work.Now).Days
               let to = h.ReceiverId is { } receiver ? ground.NameOf(receiver) : h.Outside?.Name
               select new CaseFact("つなぎ", $"{to}　{HandoffWords.Of(h.State, h.Kind)}（{days + 1}日目）",
                   days >= ground.Deadlines.NoticeDays ? Tone.Warning : HandoffWords.ToneOf(h.State)) { Href = HandoffLinks.Detail(h.Id) },
        ];
    }
}
