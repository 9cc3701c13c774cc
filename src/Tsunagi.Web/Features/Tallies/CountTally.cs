using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Tallies;

/// <summary>件数だけを数え、取り消す.</summary>
public sealed class CountTally(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>What can be counted today.</summary>
    public IReadOnlyList<CodeItem> Offered => ward.Profile.CodeList(CodeLists.Tally).ItemsAsOf(work.Today);

    /// <summary>What is on offer today, and what else was counted, in the order of the ward's list.</summary>
    public IReadOnlyList<CodeItem> Columns(IEnumerable<string> counted)
    {
        HashSet<string> shown = [.. Offered.Select(i => i.Code), .. counted];
        return [.. ward.Profile.CodeList(CodeLists.Tally).Items.Where(i => shown.Contains(i.Code))];
    }

    /// <summary>Counts one.</summary>
    public async Task<Outcome<Id<Tally>>> RunAsync(string? code, CancellationToken ct)
    {
        var counted = Tally.Count(work.NewId<Tally>(), code ?? "", Offered.Select(i => i.Code).ToHashSet(), work.Stamp);
        if (counted.IsDone) db.Tallies.Add(counted.Value);
        var outcome = await work.FinishAsync(counted, Permission.CountTally, RootRef.System, ct);
        return outcome.IsDone ? counted.Value.Id : Outcome<Id<Tally>>.Carry(outcome);
    }

    /// <summary>取り消す: what was tapped by mistake, at one's own desk only.</summary>
    public async Task<Outcome> UndoAsync(Id<Tally> id, CancellationToken ct)
    {
        var found = await db.Tallies.SingleOrDefaultAsync(t => t.Id == id && t.OrganisationId == work.Actor.Organisation, ct);
        return await work.FinishAsync(found?.Undo(work.Stamp) ?? Outcome.Refused(RefusalCode.NotFound), Permission.CountTally, RootRef.System, ct);
    }
}
