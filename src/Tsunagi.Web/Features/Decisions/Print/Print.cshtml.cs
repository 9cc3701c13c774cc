using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;
using FormKind = Tsunagi.Domain.Profiles.FormKind;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>起案用紙 on A4: what is proposed, with a box for every post on the line – filled in where it was done on screen.</summary>
[Permit(Permission.SeeDecision)]
public sealed class PrintModel(AppDb db, DecisionMatters matters, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<Decision> Id { get; set; }

    public Decision Decision { get; private set; } = null!;
    public AccessDecision Seen { get; private set; } = null!;
    public string? Matter { get; private set; }
    public IReadOnlyList<StampBox> Boxes { get; private set; } = [];
    public string Title => FormName(FormKind.Decision);

    /// <summary>The day the present wording was put up.</summary>
    public DateTimeOffset ProposedAt => Decision.Steps.Last(s => s.Kind is DecisionStepKind.Draft or DecisionStepKind.Redraft).By.At;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct) is not { } decision) return Absent();
        var may = await Work.MayAsync(db, Permission.SeeDecision, decision.Root, decision.CaseId, ct);
        if (!may.IsDone) return Absent();
        await Names.ForAsync(decision.Steps.Select(s => (Id<Account>?)s.By.Account), [], ct);
        (Decision, Seen) = (decision, may.Value);
        Matter = (await matters.OfAsync([decision], ct)).GetValueOrDefault(decision.RecordId)?.Words;
        Boxes = [.. BoxesOf(decision)];
        return await PrintAsync(Permission.SeeDecision, decision.Root, ct);
    }

    private IEnumerable<StampBox> BoxesOf(Decision decision)
    {
        var round = decision.Steps.Skip(decision.Steps.ToList().FindLastIndex(s => s.Kind is DecisionStepKind.Draft or DecisionStepKind.Redraft)).ToList();
        if (round.Find(s => s.Kind == DecisionStepKind.View) is { } view) yield return Box("後閲", view);
        yield return Box($"決裁（{RoleWords.Of(decision.Line.Decides)}）", round.Find(s => s.Kind is DecisionStepKind.Decide or DecisionStepKind.DecideAsDeputy));
        var checks = round.FindAll(s => s.Kind == DecisionStepKind.Check);
        for (var i = decision.Line.Checks.Count - 1; i >= 0; i--) yield return Box($"確認（{RoleWords.Of(decision.Line.Checks[i])}）", checks.ElementAtOrDefault(i));
        yield return Box("起案", round[0]);
    }

    private StampBox Box(string post, DecisionStep? step) => step is null
        ? new(post)
        : new(post, $"{(step.Kind == DecisionStepKind.DecideAsDeputy ? "代決 " : "")}{NameOf(step.By.Account)}", DateWords.Short(JapanTime.DateOf(step.By.At)));
}
