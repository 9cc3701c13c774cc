using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>担当者変更・代理: the supervisor's acts inside an organisation (rules §6), on one case; <see cref="AssignMany"/> on several.</summary>
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

    private async Task<bool> IsColleagueAsync(Id<Account>? account, DateOnly on, CancellationToken ct) =>
        account is not { } named || await db.WorksForAsync(named, work.Actor.Organisation, on, ct);
}
