using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>What stands in the fields of a judgement.</summary>
public sealed class SamePersonInput
{
    public int Version { get; set; }

    /// <summary>先に立てる記録.</summary>
    public Id<Person>? Leading { get; set; }
    public string? Reason { get; set; }
}

/// <summary>まとめる・別人とする・あとで・取り消す: by who may write both records. Neither of them is touched (ADR 0054).</summary>
public sealed class JudgeSamePerson(AppDb db, Work work)
{
    /// <summary>まとめる.</summary>
    public Task<Outcome> MergeAsync(Id<SamePerson> id, SamePersonInput input, CancellationToken ct) => JudgeAsync(id, input, async judgement =>
    {
        var people = await db.Persons.AsNoTracking().Where(p => p.Id == judgement.FirstId || p.Id == judgement.SecondId).ToListAsync(ct);
        if (people is not [var one, var other]) return Outcome.Refused(RefusalCode.NotFound);
        return await ContradictsAsync(judgement, ct) ? Outcome.Refused(RefusalCode.JudgedOtherwise) : judgement.Merge(one, other, input.Leading, input.Reason, work.Stamp);
    }, ct);

    /// <summary>別人とする.</summary>
    public Task<Outcome> TellApartAsync(Id<SamePerson> id, SamePersonInput input, CancellationToken ct) => JudgeAsync(id, input, async judgement =>
        judgement.State == SamePersonState.Suspected && await db.StandTogetherAsync(work.Actor.Organisation, judgement.FirstId, judgement.SecondId, ct)
            ? Outcome.Refused(RefusalCode.JudgedOtherwise)
            : judgement.TellApart(input.Reason, work.Stamp), ct);

    /// <summary>あとで.</summary>
    public Task<Outcome> PutOffAsync(Id<SamePerson> id, SamePersonInput input, CancellationToken ct) =>
        JudgeAsync(id, input, judgement => Task.FromResult(judgement.PutOff(work.Today, work.Stamp)), ct);

    /// <summary>判断を取り消す.</summary>
    public Task<Outcome> TakeBackAsync(Id<SamePerson> id, SamePersonInput input, CancellationToken ct) =>
        JudgeAsync(id, input, judgement => Task.FromResult(judgement.TakeBack(input.Reason, work.Stamp)), ct);

    private async Task<Outcome> JudgeAsync(Id<SamePerson> id, SamePersonInput input, Func<SamePerson, Task<Outcome>> judge, CancellationToken ct)
    {
        await db.WaitToJudgeAsync(work.Actor.Organisation, ct);
        // A 支援措置 that begins just now waits for this, or this for it: one of the two sees the other.
        var pair = await Own.Where(s => s.Id == id).Select(s => new { s.FirstId, s.SecondId }).SingleOrDefaultAsync(ct);
        if (pair is null) return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.JudgeSamePerson, RootRef.System, ct);
        await work.TakeTurnAsync([pair.FirstId, pair.SecondId], ct);
        foreach (var person in new[] { pair.FirstId, pair.SecondId })
        {
            var may = await work.MayAsync(Permission.JudgeSamePerson, RootRef.Of(RootKind.Person, person), ct);
            if (!may.IsDone) return may;
        }
        if (await Own.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } judgement) return Outcome.Refused(RefusalCode.NotFound);
        var outcome = judgement.Version != input.Version ? Outcome.Refused(RefusalCode.Stale) : await judge(judgement);
        return await work.FinishAsync(outcome, Permission.JudgeSamePerson, judgement.Root, ct, reason: TypedText.Field(input.Reason));
    }

    private IQueryable<SamePerson> Own => db.SamePersonsOf(work.Actor.Organisation);

    // Whoever stands with the one and was told apart from somebody who stands with the other.
    private async Task<bool> ContradictsAsync(SamePerson judgement, CancellationToken ct)
    {
        var merged = await db.MergedAsync(work.Actor.Organisation, [judgement.FirstId, judgement.SecondId], ct);
        var (one, other) = (merged.Of(judgement.FirstId), merged.Of(judgement.SecondId));
        return await Own.AnyAsync(s => s.State == SamePersonState.Different
            && (one.Contains(s.FirstId) && other.Contains(s.SecondId) || other.Contains(s.FirstId) && one.Contains(s.SecondId)), ct);
    }
}
