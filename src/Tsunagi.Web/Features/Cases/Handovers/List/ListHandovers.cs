using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One handover as both ends see it in a list.</summary>
public sealed record HandoverRow(
    Id<Handover> Id, HandoverState State, string From, string To, string Reason, DateTimeOffset OfferedAt, int Days, DateTimeOffset? AnsweredAt, bool IsToUs);

/// <summary>引継ぎの一覧: what waits for our answer, what we wait for, and what was answered lately.</summary>
public sealed class ListHandovers(AppDb db, Work work, CaseCodes codes, NameBook names)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<HandoverRow>> RunAsync(CancellationToken ct)
    {
        var own = work.Actor.Organisation;
        var found = await db.Handovers.AsNoTracking().Where(h => h.ToOrganisationId == own || h.FromOrganisationId == own)
            .OrderBy(h => h.State != HandoverState.Offered).ThenByDescending(h => h.OfferedAt).Take(Most).ToListAsync(ct);
        work.Saw(Permission.ListHandovers, RootRef.System);
        return [.. found.Select(Of)];
    }

    /// <summary>One of them, for its page.</summary>
    public HandoverRow Of(Handover handover) => new(
        handover.Id, handover.State, names.Of(handover.FromOrganisationId), names.Of(handover.ToOrganisationId), codes.HandoverReasons.Of(handover.Reason),
        handover.OfferedAt, Math.Max(0, work.Today.DayNumber - JapanTime.DateOf(handover.OfferedAt).DayNumber), handover.AnsweredAt,
        handover.ToOrganisationId == work.Actor.Organisation);
}
