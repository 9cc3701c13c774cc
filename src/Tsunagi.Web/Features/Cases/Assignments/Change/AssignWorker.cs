using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>担当者変更・代理: the supervisor's acts inside an organisation, for one case or for many at once (rules §6).</summary>
public sealed class AssignWorker(AppDb db, Work work, ChangeCase change)
{
    /// <summary>Puts a case into a colleague's hands, from a day on.</summary>
    public Task<Outcome> AssignAsync(Id<Case> id, Id<Account>? worker, DateOnly? from, CancellationToken ct) =>
        change.RunAsync(id, Permission.AssignWorkers, async @case =>
            await IsColleagueAsync(worker, from ?? work.Today, ct)
                ? @case.Assign(worker, from ?? work.Today, work.Stamp)
                : Outcome.Refused(RefusalCode.UnknownCode, nameof(worker)), ct);

    /// <summary>Takes back a change that has not come into effect.</summary>
    public Task<Outcome> CancelAsync(Id<Case> id, int number, CancellationToken ct) =>
        change.RunAsync(id, Permission.AssignWorkers, @case => @case.CancelAssignment(number, work.Stamp), ct);

    /// <summary>Lets a colleague act from now on, until a day.</summary>
    public Task<Outcome> AppointDeputyAsync(Id<Case> id, Id<Account>? account, DateOnly? until, CancellationToken ct) =>
        change.RunAsync(id, Permission.AssignWorkers, async @case =>
        {
            if (account is not { } deputy)
                return Outcome.Refused(RefusalCode.Required, nameof(account));
            if (until is not { } last)
                return Outcome.Refused(RefusalCode.Required, nameof(until));
            return await IsColleagueAsync(deputy, work.Today, ct)
                ? @case.AppointDeputy(deputy, last, work.Stamp)
                : Outcome.Refused(RefusalCode.UnknownCode, nameof(account));
        }, ct);

    /// <summary>Ends a deputy's part before its day.</summary>
    public Task<Outcome> EndDeputyAsync(Id<Case> id, CancellationToken ct) =>
        change.RunAsync(id, Permission.AssignWorkers, @case => @case.EndDeputy(work.Stamp), ct);

    /// <summary>Moves many cases at once, all or none: the change of hands on 1 April.</summary>
    public async Task<Outcome> AssignManyAsync(IReadOnlyCollection<Id<Case>> ids, Id<Account>? worker, DateOnly? from, CancellationToken ct)
    {
        var outcome = await AssignEachAsync(ids, worker, from ?? work.Today, ct);
        return await work.FinishAsync(outcome, Permission.AssignWorkers, RootRef.System, ct);
    }

    private async Task<Outcome> AssignEachAsync(IReadOnlyCollection<Id<Case>> ids, Id<Account>? worker, DateOnly from, CancellationToken ct)
    {
        if (ids.Count == 0)
            return Outcome.Refused(RefusalCode.Required, "Cases");
        if (!await IsColleagueAsync(worker, from, ct))
            return Outcome.Refused(RefusalCode.UnknownCode, "Worker");
        var cases = await db.Cases.Include(c => c.Periods).Include(c => c.Assignments).Include(c => c.Deputies).AsSplitQuery()
            .Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        // What the filter keeps back is refused like what does not exist.
        if (cases.Count != ids.Distinct().Count())
            return Outcome.Refused(RefusalCode.NotFound);
        foreach (var @case in cases)
        {
            // A case already in those hands is no reason to refuse the others.
            var outcome = @case.Assign(worker, from, work.Stamp);
            if (!outcome.IsDone && outcome.Refusals[0].Code != RefusalCode.NothingChanged)
                return outcome;
        }
        return Outcome.Done;
    }

    private async Task<bool> IsColleagueAsync(Id<Account>? account, DateOnly on, CancellationToken ct) =>
        account is not { } named || await db.WorksForAsync(named, work.Actor.Organisation, on, ct);
}
