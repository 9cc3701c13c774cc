using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

internal sealed record OnPerson(Id<Person> Id, Id<Organisation> Holder, ProtectionMeasure? Measure, IReadOnlyList<ProtectedLocationReader> Readers);

/// <summary>What lies behind the closer doors: sealed matters, the orders that left them, protected people, and who is shut out of whom.</summary>
internal sealed record GuardedBoard(
    IReadOnlyList<Matter> Matters, IReadOnlyList<WorkOrder> Orders, IReadOnlyList<OnPerson> People, IReadOnlyList<ExclusionDeclaration> Declarations)
{
    private const int Size = 4;

    public static GuardedBoard Empty { get; } = new([], [], [], []);

    public static async Task<GuardedBoard> ReadAsync(AppDb db)
    {
        var matters = Whole(db.Matters);
        var orders = db.WorkOrders.IgnoreQueryFilters().AsNoTracking();
        return new(
            // The oldest first: what was begun is brought to its end.
            [
                .. await matters.Where(m => m.Paper != null && m.State != MatterState.Closed && m.State != MatterState.MovedToPlanConference).OrderBy(m => m.Id).Take(Size).ToListAsync(),
                .. await matters.Where(m => m.State == MatterState.Closed || m.State == MatterState.MovedToPlanConference).OrderByDescending(m => m.Id).Take(1).ToListAsync(),
            ],
            await orders.OrderBy(o => o.State == WorkOrderState.Done || o.State == WorkOrderState.Withdrawn).ThenByDescending(o => o.Id).Take(Size).ToListAsync(),
            await PeopleAsync(db),
            await db.ExclusionDeclarations.IgnoreQueryFilters().AsNoTracking().OrderBy(d => d.ClearedAt != null).ThenByDescending(d => d.Id).Take(Size).ToListAsync());
    }

    /// <summary>A matter as nobody but the owner of the database sees it.</summary>
    public static IQueryable<Matter> Whole(IQueryable<Matter> matters) => matters.IgnoreQueryFilters().AsNoTracking().AsSplitQuery()
        .Include(m => m.Paper).Include(m => m.Notices).Include(m => m.Participants).Include(m => m.Explanations).Include(m => m.Namings)
        .Include(m => m.Sessions).ThenInclude(s => s.Seats).Include(m => m.Sessions).ThenInclude(s => s.Agenda)
        .Include(m => m.Items).ThenInclude(i => i.Named).Include(m => m.Requests).Include(m => m.Information)
        .Include(m => m.WatchRoles).Include(m => m.Decisions).Include(m => m.Directions).Include(m => m.Copies).Include(m => m.WaysOut);

    private static async Task<List<OnPerson>> PeopleAsync(AppDb db)
    {
        // The newest too: the oldest may lie with a desk that has nobody to end them.
        var running = db.ProtectionMeasures.IgnoreQueryFilters().AsNoTracking().Where(m => m.State != ProtectionState.Ended);
        List<ProtectionMeasure> measures = [.. await running.OrderBy(m => m.Id).Take(Size / 2).ToListAsync(), .. await running.OrderByDescending(m => m.Id).Take(Size / 2).ToListAsync()];
        measures = [.. measures.DistinctBy(m => m.Id)];
        var under = measures.Select(m => m.PersonId).ToList();
        var readers = await db.ProtectedLocationReaders.IgnoreQueryFilters().AsNoTracking().Where(r => under.Contains(r.PersonId) && r.EndedBy == null).ToListAsync();
        var newest = await db.Persons.IgnoreQueryFilters().AsNoTracking().Where(p => !p.IsLocationProtected).OrderByDescending(p => p.Id).Take(Size).Select(p => new { p.Id, p.HolderId }).ToListAsync();
        return
        [
            .. measures.Select(m => new OnPerson(m.PersonId, m.HolderId, m, [.. readers.Where(r => r.PersonId == m.PersonId)])),
            .. newest.Select(p => new OnPerson(p.Id, p.HolderId, null, [])),
        ];
    }
}
