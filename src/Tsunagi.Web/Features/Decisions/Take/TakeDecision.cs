using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Plans;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>What a supervisor does with a draft.</summary>
public enum DecisionVerb
{
    /// <summary>確認する.</summary>
    Check,
    /// <summary>決裁する.</summary>
    Decide,
    /// <summary>代決する.</summary>
    DecideAsDeputy,
    /// <summary>後閲する.</summary>
    View,
    /// <summary>差し戻す.</summary>
    SendBack,
}

/// <summary>確認・決裁・代決・後閲・差戻し. What is decided reaches the plan in the same transaction.</summary>
public sealed class TakeDecision(AppDb db, Work work, PlanWard ward)
{
    public async Task<Outcome> RunAsync(Id<Decision> id, DecisionVerb verb, string? words, CancellationToken ct)
    {
        if (await db.Decisions.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.TakeDecision, decision.Root, decision.CaseId, ct);
        if (!may.IsDone) return may;
        var typed = new TypedInput();
        var said = typed.Text("Words", words);
        var outcome = typed.Outcome.IsDone ? Take(decision, verb, said) : typed.Outcome;
        if (outcome.IsDone && verb is DecisionVerb.Decide or DecisionVerb.DecideAsDeputy)
            outcome = await db.ApplyAsync(decision, ward.Plans, work.Stamp, ct);
        return await work.FinishAsync(outcome, Permission.TakeDecision, decision.Root, ct);
    }

    private Outcome Take(Decision decision, DecisionVerb verb, string? words) => verb switch
    {
        DecisionVerb.Check => decision.Check(RoleFor([decision.NextRole]), words, work.Stamp),
        DecisionVerb.Decide => decision.Decide(RoleFor([decision.Line.Decides]), words, work.Stamp),
        DecisionVerb.DecideAsDeputy => decision.DecideAsDeputy(RoleFor(decision.Line.Deputies), words ?? "", work.Stamp),
        DecisionVerb.View => decision.View(RoleFor([decision.Line.Decides]), words, work.Stamp),
        DecisionVerb.SendBack => decision.SendBack(RoleFor([decision.NextRole, .. decision.Line.Deputies]), words ?? "", work.Stamp),
    };

    // A supervisor of another organisation has the role, but not here.
    private string RoleFor(IEnumerable<string?> wanted) =>
        wanted.FirstOrDefault(role => Enum.TryParse<Role>(role, out var r) && work.Actor.Is(r)) ?? "";
}
