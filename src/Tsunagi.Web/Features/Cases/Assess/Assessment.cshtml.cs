using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>アセスメント: the newest version, or the one asked for, with its blanks and the list of versions.</summary>
[Permit(Permission.SeeCase)]
public sealed class AssessmentModel(AppDb db, CaseCodes codes, NameBook names) : CasePage
{
    public sealed record VersionRow(int Number, DateTimeOffset At, string By);

    /// <summary>The version to show; the newest when not said.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public override string Tab => "assessment";

    public AssessmentSheet? Sheet { get; private set; }
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];
    public int Shown { get; private set; }
    public IReadOnlyList<AssessmentField> Blanks { get; private set; } = [];
    public CodeChoices Issues => codes.Issues;
    public bool IsNewest => Versions.Count > 0 && Shown == Versions[0].Number;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var missing = false;
        var shown = await ShowAsync(async () =>
        {
            if (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == Id, ct) is not { } assessment)
            {
                missing = Number is not null;
                return;
            }
            Shown = Number ?? assessment.LatestNumber;
            if (assessment.Find(Shown) is not { } version)
            {
                missing = true;
                return;
            }
            Sheet = version.Sheet;
            Blanks = Sheet.Blanks(codes.Assessment);
            await names.ForAsync(assessment.Versions.Select(v => (Domain.Shared.Id<Account>?)v.WrittenBy), [], ct);
            Versions = [.. assessment.Versions.OrderByDescending(v => v.Number)
                .Select(v => new VersionRow(v.Number, v.WrittenAt, $"{names.Of(v.OrganisationId)} {names.Of(v.WrittenBy)}"))];
        }, ct, needs: FieldClasses.Narrative | FieldClasses.Special);
        return missing ? Absent() : shown;
    }
}
