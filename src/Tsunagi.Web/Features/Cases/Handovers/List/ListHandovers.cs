using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One handover as both ends see it in a list.</summary>
public sealed record HandoverRow(
    Id<Handover> Id, HandoverState State, string From, string To, string Reason, DateTimeOffset OfferedAt, int Days, DateTimeOffset? AnsweredAt, bool IsToUs);

/// <summary>引継ぎの一覧 of both ends: what waits for an answer, whole; all others page by page, the latest offer on top.</summary>
public sealed class ListHandovers(AppDb db, Work work, CaseCodes codes, NameBook names)
{
    /// <summary>What waits for our answer, and for theirs.</summary>
    public async Task<IReadOnlyList<HandoverRow>> WaitingAsync(CancellationToken ct)
    {
        work.Saw(Permission.ListHandovers, RootRef.System);
        var found = await Own.Where(h => h.State == HandoverState.Offered).OrderBy(h => h.OfferedAt).ThenBy(h => h.Id).ToListAsync(ct);
        return found.ConvertAll(Of);
    }

    /// <summary>A page of those that were answered, or of all.</summary>
    public async Task<PageOf<HandoverRow>> RunAsync(bool answered, string? after, CancellationToken ct)
    {
        var asked = answered ? Own.Where(h => h.State != HandoverState.Offered) : Own;
        work.Saw(Permission.ListHandovers, RootRef.System);
        var page = await After(asked, after).OrderByDescending(h => h.OfferedAt).ThenByDescending(h => h.Id)
            .ToPageAsync(await asked.CountAsync(ct), h => new(h.OfferedAt, h.Id.Value), ct);
        return page.Select(Of);
    }

    private IQueryable<Handover> Own
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Handovers.AsNoTracking().Where(h => h.ToOrganisationId == own || h.FromOrganisationId == own);
        }
    }

    private static IQueryable<Handover> After(IQueryable<Handover> handovers, string? after)
    {
        if (PageKey.Read(after) is not { } last) return handovers;
        var (at, id) = (last.At, new Id<Handover>(last.Id));
        return handovers.Where(h => h.OfferedAt < at || h.OfferedAt == at && h.Id.CompareTo(id) < 0);
    }

    /// <summary>One of them, for its page.</summary>
    public HandoverRow Of(Handover handover) => new(
        handover.Id, handover.State, names.Of(handover.FromOrganisationId), names.Of(handover.ToOrganisationId), codes.HandoverReasons.Of(handover.Reason),
        handover.OfferedAt, Math.Max(0, work.Today.DayNumber - JapanTime.DateOf(handover.OfferedAt).DayNumber), handover.AnsweredAt,
        handover.ToOrganisationId == work.Actor.Organisation);
}
