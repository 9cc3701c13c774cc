using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁の一覧 of what one's own organisation put up or decides: what waits for the actor, whole; all others page by page, the latest draft on top.</summary>
public sealed class ListDecisions(AppDb db, Work work)
{
    /// <summary>自分の番, as a list that is looked at.</summary>
    public Task<IReadOnlyList<Decision>> WaitingAsync(CancellationToken ct)
    {
        work.Saw(Permission.ListDecisions, RootRef.System);
        return MineAsync(ct);
    }

    /// <summary>自分の番. Whose turn it is stands in the line of each, so the open ones are looked through.</summary>
    internal async Task<IReadOnlyList<Decision>> MineAsync(CancellationToken ct)
    {
        var open = await Open.OrderBy(d => d.DraftedAt).ThenBy(d => d.Id).ToListAsync(ct);
        return open.FindAll(d => DecisionTurn.IsMine(d, work.Actor));
    }

    /// <summary>A page of all of them but some.</summary>
    public async Task<PageOf<Decision>> RunAsync(IReadOnlyCollection<Id<Decision>> without, string? after, CancellationToken ct)
    {
        work.Saw(Permission.ListDecisions, RootRef.System);
        var asked = Own;
        if (without.Count > 0) asked = asked.Where(d => !without.Contains(d.Id));
        return await After(asked, after).OrderByDescending(d => d.DraftedAt).ThenByDescending(d => d.Id)
            .ToPageAsync(await asked.CountAsync(ct), d => new(d.DraftedAt, d.Id.Value), ct);
    }

    /// <summary>Those on which somebody of the actor's organisation has to act: to decide, or to mend what was sent back.</summary>
    internal IQueryable<Decision> Open
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Decisions.AsNoTracking().Where(d => d.AuthorOrganisationId == own && d.State == DecisionState.SentBack
                || d.OrganisationId == own && (d.State == DecisionState.Drafted || d.State == DecisionState.Checked || d.State == DecisionState.DecidedByDeputy));
        }
    }

    private IQueryable<Decision> Own
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Decisions.AsNoTracking().Where(d => d.OrganisationId == own || d.AuthorOrganisationId == own);
        }
    }

    private static IQueryable<Decision> After(IQueryable<Decision> decisions, string? after)
    {
        if (PageKey.Read(after) is not { } last) return decisions;
        var (at, id) = (last.At, new Id<Decision>(last.Id));
        return decisions.Where(d => d.DraftedAt < at || d.DraftedAt == at && d.Id.CompareTo(id) < 0);
    }
}
