using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Tallies;

/// <summary>How often one thing was counted on one day.</summary>
public sealed record TallyCount(DateOnly On, string Code, int Count);

/// <summary>One tap of one's own that can still be taken back.</summary>
public sealed record OwnTally(Id<Tally> Id, DateTimeOffset At, string Name);

/// <summary>件数だけの数: of one's own desk, by day and kind.</summary>
public sealed class TallyCounts(AppDb db, Work work, CurrentWard ward)
{
    private const int MostOwn = 20;

    /// <summary>The counts from a day to a day, both included; days and kinds without any are left out.</summary>
    public async Task<IReadOnlyList<TallyCount>> RunAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var desk = work.Actor.Organisation;
        work.Saw(Permission.CountTally, RootRef.System);
        return await db.Tallies.AsNoTracking().Where(t => t.OrganisationId == desk && t.UndoneAt == null && from <= t.On && t.On <= to)
            .GroupBy(t => new { t.On, t.Code }).OrderBy(g => g.Key.On).ThenBy(g => g.Key.Code)
            .Select(g => new TallyCount(g.Key.On, g.Key.Code, g.Count())).ToListAsync(ct);
    }

    /// <summary>One's own of today, the last on top.</summary>
    public async Task<IReadOnlyList<OwnTally>> OwnAsync(CancellationToken ct)
    {
        var (desk, me, today) = (work.Actor.Organisation, work.Actor.Account, work.Today);
        var found = await db.Tallies.AsNoTracking().Where(t => t.OrganisationId == desk && t.On == today && t.By == me && t.UndoneAt == null)
            .OrderByDescending(t => t.At).Take(MostOwn).Select(t => new { t.Id, t.At, t.Code }).ToListAsync(ct);
        var list = ward.Profile.CodeList(CodeLists.Tally);
        return found.ConvertAll(t => new OwnTally(t.Id, t.At, list.NameOf(t.Code)));
    }
}
