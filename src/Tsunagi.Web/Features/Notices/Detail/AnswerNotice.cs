using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>What is chosen, and why.</summary>
public sealed record NoticeAnswer
{
    public NoticeChoice? Choice { get; init; }
    public string? Reason { get; init; }
}

/// <summary>お知らせを見る・対応を決める.</summary>
public sealed class AnswerNotice(Work work, NoticesInCharge charge, CountNotices count)
{
    /// <summary>One notice; refused like absent for whoever was not told of it.</summary>
    public async Task<Outcome<CoordinationNotice>> SeeAsync(Id<CoordinationNotice> id, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeNotice, RootRef.Of(RootKind.CoordinationNotice, id), ct);
        if (!may.IsDone) return Outcome<CoordinationNotice>.Carry(may);
        return await FindAsync(id, ct) is { } notice ? notice : new Refusal(RefusalCode.NotFound);
    }

    /// <summary>対応を決める.</summary>
    public async Task<Outcome> RunAsync(Id<CoordinationNotice> id, NoticeAnswer input, SeenVersion seen, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.CoordinationNotice, id);
        var may = await work.MayAsync(Permission.AnswerNotice, root, ct);
        if (!may.IsDone) return may;
        await work.TakeTurnAsync(id, ct);
        if (await FindAsync(id, ct) is not { } notice) return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.AnswerNotice, root, ct);
        var before = notice.State;
        var outcome = seen.IsStaleAt(notice.Version) ? Outcome.Refused(RefusalCode.Stale) : notice.Choose(input.Choice, input.Reason, work.Stamp);
        outcome = await work.FinishAsync(outcome, Permission.AnswerNotice, root, ct, reason: input.Reason);
        if (outcome.IsDone) await CountAsync(notice, before, ct);
        return outcome;
    }

    private Task<CoordinationNotice?> FindAsync(Id<CoordinationNotice> id, CancellationToken ct) => charge.Notices.SingleOrDefaultAsync(n => n.Id == id, ct);

    // What is told of a notice is one outcome: asked first and proposed then counts as proposed.
    private async Task CountAsync(CoordinationNotice notice, CoordinationNoticeState before, CancellationToken ct)
    {
        if (OutcomeOf(before) is { } was) await count.RunAsync(notice, was, -1, ct);
        if (OutcomeOf(notice.State) is { } now) await count.RunAsync(notice, now, 1, ct);
    }

    private static NoticeOutcome? OutcomeOf(CoordinationNoticeState state) => state switch
    {
        CoordinationNoticeState.Told => null,
        CoordinationNoticeState.LeftAlone => NoticeOutcome.LeftAlone,
        CoordinationNoticeState.Asked => NoticeOutcome.Asked,
        CoordinationNoticeState.ConferenceProposed => NoticeOutcome.ConferenceProposed,
    };
}
