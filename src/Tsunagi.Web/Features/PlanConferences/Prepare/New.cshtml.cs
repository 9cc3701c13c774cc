using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>重層的支援会議を開く.</summary>
[Permit(Permission.RunPlanConference)]
public sealed class NewModel(PreparePlanConference prepare, PlanWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Id<Plan> PlanId { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int Version { get; set; }

    [BindProperty]
    public ConferenceInput Input { get; set; } = new();

    public string ConferenceName => ward.ConferenceName;
    public IReadOnlyList<SelectListItem> Purposes { get; } = [.. Enum.GetValues<PlanConferencePurpose>().Select(p => new SelectListItem(PlanWords.Of(p), p.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var may = await prepare.MayAsync(PlanId, Version, ct);
        return may.IsDone ? Page() : may.Refusals[0].Code == RefusalCode.NotFound ? Absent() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await prepare.RunAsync(Input with { Plan = PlanId, PlanVersion = Version }, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "会議を予定しました。出席者を確かめて、同意を確認してください。";
            return LocalRedirect(PlanConferenceLinks.Detail(outcome.Value));
        }, () => Task.FromResult<IActionResult>(Page()));
    }
}
