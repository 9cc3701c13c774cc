using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Shared;

/// <summary>確認・決裁・代決・後閲・差戻し. What comes of it reaches the record it is about in the same transaction.</summary>
public sealed class TakeDecision(AppDb db, Work work, IEnumerable<IDecisionEffect> effects)
{
    public async Task<Outcome> RunAsync(Id<Decision> id, DecisionVerb verb, string? words, CancellationToken ct)
    {
        if (await db.Decisions.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.TakeDecision, decision.Root, decision.CaseId, ct);
        if (!may.IsDone) return may;
        var typed = new TypedInput();
        var said = typed.Text("Words", words);
        return await work.FinishAsync(typed.Outcome.IsDone ? await TakeAsync(decision, verb, said, ct) : typed.Outcome, Permission.TakeDecision, decision.Root, ct);
    }

    /// <summary>The same within another act, which asks for the right and saves.</summary>
    public async Task<Outcome> TakeAsync(Decision decision, DecisionVerb verb, string? words, CancellationToken ct)
    {
        // Somebody without a post on the line is told whose turn it is.
        var role = DecisionTurn.RoleFor(verb, decision, work.Actor) ?? "";
        var taken = Take(decision, verb, role, words);
        var effect = effects.Single(e => e.Serves(decision.Kind));
        return taken.IsDone ? verb switch
        {
            DecisionVerb.Decide or DecisionVerb.DecideAsDeputy => await effect.DecidedAsync(decision, ct),
            DecisionVerb.SendBack => await effect.TakenBackAsync(decision, words!, ct),
            DecisionVerb.Check or DecisionVerb.View => Outcome.Done,
        } : taken;
    }

    private Outcome Take(Decision decision, DecisionVerb verb, string role, string? words) => verb switch
    {
        DecisionVerb.Check => decision.Check(role, words, work.Stamp),
        DecisionVerb.Decide => decision.Decide(role, words, work.Stamp),
        DecisionVerb.DecideAsDeputy => decision.DecideAsDeputy(role, words ?? "", work.Stamp),
        DecisionVerb.View => decision.View(role, words, work.Stamp),
        DecisionVerb.SendBack => decision.SendBack(role, words ?? "", work.Stamp),
    };
}
