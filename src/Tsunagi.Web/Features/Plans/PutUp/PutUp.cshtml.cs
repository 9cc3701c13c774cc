using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Decisions;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Plans;

/// <summary>プランについて起案する.</summary>
[Permit(Permission.DraftDecision)]
public sealed class PutUpModel(PutUpPlan putUp, DecidingOffices offices, NameBook names) : TsunagiPage
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public DecisionKind Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "plan")]
    public Id<Plan> PlanId { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int Version { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    /// <summary>決裁する課, where it is not one's own.</summary>
    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input = new() { Proposal = $"{PlanWords.Of(Kind)}について、プラン（第{Version}版）のとおり決定してよろしいか伺います。" };
        var may = await putUp.MayAsync(PlanId, Version, ct);
        return may.IsDone ? await ShowAsync(ct) : may.Refusals[0].Code == RefusalCode.NotFound ? Absent() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await putUp.RunAsync(Input with { Kind = Kind, Plan = PlanId, PlanVersion = Version }, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "起案しました。決裁を待ちます。";
            return LocalRedirect(DecisionLinks.Detail(outcome.Value));
        }, () => ShowAsync(ct));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Offices = [.. (await offices.ForAsync(Kind, ct)).Where(o => o != Work.Actor.Organisation).Select(o => new SelectListItem(names.Of(o), o.ToString()))];
        return Page();
    }
}
