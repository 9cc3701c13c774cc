using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>版の違い: what changed between two versions, question by question.</summary>
[Permit(Permission.SeeCase)]
public sealed class DifferenceModel(AppDb db, CaseCodes codes) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    public override string Tab => "assessment";

    public AssessmentDifference Difference { get; private set; } = null!;
    public CodeChoices Issues => codes.Issues;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await ShowAsync(async () =>
        {
            var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == Id, ct);
            if (assessment?.Find(From) is { } before && assessment.Find(To) is { } after)
                Difference = AssessmentDifference.Between(before.Sheet, after.Sheet);
        }, ct, needs: FieldClasses.Narrative | FieldClasses.Special);
        return shown is PageResult && Difference is null ? Absent() : shown;
    }
}
