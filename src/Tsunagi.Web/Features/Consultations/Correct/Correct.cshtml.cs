using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談を訂正・補記する.</summary>
[Permit(Permission.WriteConsultation)]
public sealed class CorrectConsultationModel(CorrectConsultation correct, IntakeCodes codes, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Consultation> Id { get; set; }

    [BindProperty]
    public ConsultationInput Input { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What somebody else has written meanwhile, beside what was typed here.</summary>
    public ConsultationInput? Theirs { get; private set; }

    public IReadOnlyList<SelectListItem> Choices(string list) => codes.Choices(list);

    public string? Name(string list, string? code) => codes.Name(list, code);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } consultation) return Absent();
        Input = CorrectConsultation.Filled(consultation);
        Version = consultation.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await correct.RunAsync(Id, Version, Input, Reason, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "訂正しました。訂正前の内容は記録に残っています。";
            return LocalRedirect(ConsultationLinks.Detail(Id));
        }, async () =>
        {
            if (await FindAsync(ct) is not { } consultation) return Absent();
            if (outcome.Refusals.Any(r => r.Code == RefusalCode.Stale))
            {
                Theirs = CorrectConsultation.Filled(consultation);
                // Sending again means: I have seen theirs, and mine shall stand.
                ModelState.Remove(nameof(Version));
                Version = consultation.Version;
            }
            return Page();
        });
    }

    private async Task<Consultation?> FindAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.WriteConsultation, RootRef.Of(RootKind.Consultation, Id), ct);
        if (!may.IsDone) return null;
        return await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id && c.State != ConsultationState.Draft, ct);
    }
}
