using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>プランを作る.</summary>
[Permit(Permission.WritePlan)]
public sealed class NewModel(DraftPlan draft, PlanWard ward, Withholding withholding) : CasePage, IPlanFormPage
{
    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public override string Tab => "plans";
    public PlanForm Offers { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await draft.RunAsync(Id, Input, ct);
        return await AfterAsync(outcome, "プランの下書きを保存しました。", outcome.IsDone ? PlanLinks.Detail(outcome.Value) : "", () => LoadAsync(ct));
    }

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        await withholding.OfAsync(Id, ct);
        Offers = new([.. Header.Persons.Select(p => new SelectListItem(p.Name, p.Id.ToString()))], ward.Organisations, ward.Choices(CodeLists.RecipientCategory))
        {
            WarningOf = text => withholding.WarningOf(text, Input.Subjects),
        };
        Input = PlanForm.WithSpareRows(Input);
        if (Input.MainAgency is null) Input = Input with { MainAgency = Work.Actor.Organisation };
    }, ct, Permission.WritePlan);
}
