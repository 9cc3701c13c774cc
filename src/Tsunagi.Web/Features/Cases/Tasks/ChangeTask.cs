using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>A task as given.</summary>
public sealed record TaskInput
{
    public string? What { get; init; }
    public DateOnly? Due { get; init; }
    public Id<Account>? Account { get; init; }
    public Id<Organisation>? Organisation { get; init; }
}

/// <summary>タスクを依頼する・答える. A task reaches only those who may see the case.</summary>
public sealed class ChangeTask(AppDb db, Work work)
{
    public async Task<Outcome<Id<CaseTask>>> GiveAsync(Id<Case> caseId, TaskInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, caseId);
        var may = await work.MayAsync(Permission.WriteCase, root, ct);
        if (!may.IsDone)
            return Outcome<Id<CaseTask>>.Carry(may);
        var given = await GiveAsync(caseId, root, input, ct);
        if (given.IsDone)
            db.CaseTasks.Add(given.Value);
        var outcome = await work.FinishAsync(given, Permission.WriteCase, root, ct);
        return outcome.IsDone ? given.Value.Id : Outcome<Id<CaseTask>>.Carry(outcome);
    }

    public Task<Outcome> FinishAsync(Id<CaseTask> id, string? words, CancellationToken ct) => EndAsync(id, task => task.Finish(words, work.Stamp), ct);

    public Task<Outcome> GiveUpAsync(Id<CaseTask> id, string? words, CancellationToken ct) => EndAsync(id, task => task.GiveUp(words, work.Stamp), ct);

    public Task<Outcome> CancelAsync(Id<CaseTask> id, string? words, CancellationToken ct) => EndAsync(id, task => task.Cancel(words, work.Stamp), ct);

    private async Task<Outcome<CaseTask>> GiveAsync(Id<Case> caseId, RootRef root, TaskInput input, CancellationToken ct)
    {
        if (input.Due is not { } due)
            return new Refusal(RefusalCode.Required, nameof(input.Due));
        if (!await db.TakesNewWorkAsync(caseId, ct))
            return new Refusal(RefusalCode.CaseIsClosed);
        var organisation = input.Organisation ?? (input.Account is null ? null : work.Actor.Organisation);
        if (organisation is { } reached && !await IsReachedAsync(root, reached, ct))
            return new Refusal(RefusalCode.TaskOutOfReach, nameof(input.Organisation));
        if (input.Account is { } account && !await db.WorksForAsync(account, organisation ?? default, work.Today, ct))
            return new Refusal(RefusalCode.UnknownCode, nameof(input.Account));
        return CaseTask.Give(work.NewId<CaseTask>(), caseId, new(input.What ?? "", due, input.Account, organisation), work.Stamp);
    }

    private Task<bool> IsReachedAsync(RootRef root, Id<Organisation> organisation, CancellationToken ct) =>
        db.Grants.AnyAsync(g => g.RootId == root.Id && g.SubjectId == organisation.Value && g.From <= work.Now && work.Now < g.Until, ct);

    private async Task<Outcome> EndAsync(Id<CaseTask> id, Func<CaseTask, Outcome> end, CancellationToken ct)
    {
        var task = await db.CaseTasks.SingleOrDefaultAsync(t => t.Id == id, ct);
        if (task is null)
            return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.WriteCase, RootRef.System, ct);
        var may = await work.MayAsync(Permission.WriteCase, task.Root, ct);
        return may.IsDone ? await work.FinishAsync(end(task), Permission.WriteCase, task.Root, ct) : may;
    }
}
