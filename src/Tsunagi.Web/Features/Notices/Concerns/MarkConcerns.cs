using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>What is to be marked; what is not named is no longer.</summary>
public sealed record ConcernsInput
{
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>行き詰まり・孤立・危険の印を見る・付け直す.</summary>
public sealed class MarkConcerns(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>What can be marked today.</summary>
    public IReadOnlyList<CodeItem> Offered => ward.Profile.CodeList(CodeLists.NoticeTrigger).ItemsAsOf(work.Today);

    /// <summary>The word of a code.</summary>
    public string NameOf(string code) => ward.Profile.CodeList(CodeLists.NoticeTrigger).NameOf(code);

    /// <summary>What is marked on a case one may see.</summary>
    public async Task<CaseConcerns> OfAsync(Id<Case> @case, CancellationToken ct) =>
        await db.CaseConcerns.AsNoTracking().SingleOrDefaultAsync(c => c.CaseId == @case, ct) ?? new CaseConcerns(@case);

    /// <summary>The same, for who has not asked yet whether they may.</summary>
    public async Task<Outcome<CaseConcerns>> SeeAsync(Id<Case> @case, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, @case), ct);
        if (!may.IsDone) return Outcome<CaseConcerns>.Carry(may);
        return may.Value.Shows(FieldClasses.Narrative) ? await OfAsync(@case, ct) : new Refusal(RefusalCode.NotAllowed);
    }

    /// <summary>付け直す.</summary>
    public async Task<Outcome> RunAsync(Id<Case> @case, ConcernsInput input, SeenVersion seen, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, @case);
        var may = await work.MayAsync(Permission.WriteCase, root, ct);
        if (!may.IsDone) return may;
        await work.TakeTurnAsync(@case, ct);
        var concerns = await db.CaseConcerns.SingleOrDefaultAsync(c => c.CaseId == @case, ct);
        if (concerns is null) db.CaseConcerns.Add(concerns = new(@case));
        // All marks are written anew: over somebody else's that were not read, they would take those away.
        var outcome = seen.IsStaleAt(concerns.Version) ? Outcome.Refused(RefusalCode.Stale)
            : concerns.Mark(input.Codes, Offered.Select(i => i.Code).ToHashSet(), work.Stamp);
        return await work.FinishAsync(outcome, Permission.WriteCase, root, ct);
    }
}
