using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>What the case's own folder leaves open: a handover, tasks.</summary>
sealed class CaseOpenWork(AppDb db) : IOpenWorkSource
{
    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct) => new(
        OpenHandoffs: 0,
        HandoverOpen: await db.HasOpenHandoverAsync(id, ct),
        PlanActive: false,
        OpenTasks: await db.CaseTasks.CountAsync(t => t.CaseId == id && t.State == CaseTaskState.Open, ct));
}

/// <summary>What the closing form says. The day may be written as people write it.</summary>
public sealed record ClosingInput
{
    public string? Outcome { get; init; }
    public string? Words { get; init; }
    public string? FollowUpOn { get; init; }
}

/// <summary>ケースを終結する, when nothing hangs on it any more.</summary>
public sealed class CloseCase(ChangeCase change, Work work, CaseCodes codes, IEnumerable<IOpenWorkSource> sources)
{
    /// <summary>What is still open, to be shown before anything is typed.</summary>
    public async Task<OpenWork> OpenWorkAsync(Id<Case> id, CancellationToken ct)
    {
        var open = OpenWork.None;
        foreach (var source in sources)
            open += await source.OfAsync(id, ct);
        return open;
    }

    public Task<Outcome> RunAsync(Id<Case> id, ClosingInput input, CancellationToken ct, SeenVersion version = default) =>
        change.RunAsync(id, Permission.CloseCase, async @case =>
        {
            var typed = new TypedInput();
            var closing = new CaseClosing(input.Outcome ?? "", input.Words ?? "", typed.Date(nameof(input.FollowUpOn), input.FollowUpOn));
            if (typed.Outcome.IsDone) return @case.Close(closing, await OpenWorkAsync(id, ct), codes.ClosingOutcomes.Codes, work.Stamp);
            typed.Add(closing.Check(codes.ClosingOutcomes.Codes, work.Today));
            return typed.Outcome;
        }, ct, version);
}
