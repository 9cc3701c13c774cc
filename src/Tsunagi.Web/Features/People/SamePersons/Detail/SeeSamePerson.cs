using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>Two records side by side, and what was judged of them.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="First">The record that was written first, as the viewer may see it.</param>
/// <param name="Second">The other.</param>
/// <param name="Fields">What both say, field by field.</param>
/// <param name="Likeness">What speaks for one person, and what against.</param>
/// <param name="JudgedBy">Who judged last.</param>
public sealed record ComparedPersons(
    SamePerson Judgement, PersonView First, PersonView Second, IReadOnlyList<ComparedField> Fields, Likeness Likeness, string? JudgedBy)
{
    /// <summary>A 支援措置 of one of them stands in the way of merging.</summary>
    public bool NeedsProtection => First.IsLocationProtected != Second.IsLocationProtected;

    /// <summary>The record that has no 支援措置 yet while the other has one.</summary>
    public PersonView Unprotected => First.IsLocationProtected ? Second : First;
}

/// <summary>同じ人かもしれない二つの記録を見る: each as one's own right to it allows.</summary>
public sealed class SeeSamePerson(AppDb db, Work work, SeePerson see)
{
    public async Task<Outcome<ComparedPersons>> RunAsync(Id<SamePerson> id, CancellationToken ct)
    {
        if (await db.SamePersonsOf(work.Actor.Organisation).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } judgement)
            return Outcome<ComparedPersons>.Carry(await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.JudgeSamePerson, RootRef.System, ct));
        foreach (var person in new[] { judgement.FirstId, judgement.SecondId })
        {
            var may = await work.MayAsync(Permission.JudgeSamePerson, RootRef.Of(RootKind.Person, person), ct);
            if (!may.IsDone) return Outcome<ComparedPersons>.Carry(may);
        }
        var (first, second) = (await see.RunAsync(judgement.FirstId, ct), await see.RunAsync(judgement.SecondId, ct));
        if (!first.IsDone || !second.IsDone) return Outcome<ComparedPersons>.Carry(first.IsDone ? second : first);
        var by = judgement.JudgedBy is { } account ? await db.Accounts.Where(a => a.Id == account).Select(a => a.Name).FirstOrDefaultAsync(ct) : null;
        return new ComparedPersons(
            judgement, first.Value, second.Value, ComparedField.Of(first.Value, second.Value), PersonLikeness.Of(first.Value.Details, second.Value.Details), by);
    }
}
