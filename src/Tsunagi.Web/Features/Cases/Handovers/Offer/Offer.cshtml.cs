using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>引継ぎを申し出る: to whom, why, what to pass on. Nothing changes before the other side accepts.</summary>
[Permit(Permission.OfferHandover)]
public sealed class OfferModel(AppDb db, OfferHandover offer, CloseCase close, CaseCodes codes, CaseChoices choices) : CasePage
{
    public sealed class Form
    {
        public Id<Organisation>? To { get; set; }
        public string? Reason { get; set; }
        public string? Points { get; set; }
        public string? IntroductionOn { get; set; }
        public bool PersonTold { get; set; }
        public string? LegalBasis { get; set; }
    }

    public sealed record Past(Id<Handover> Id, string To, HandoverState State, DateTimeOffset At);

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Tab => "course";

    public IReadOnlyList<Past> Handovers { get; private set; } = [];
    /// <summary>What hangs on the case, and what becomes of it when the case is handed over.</summary>
    public OpenWork Hanging { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Reasons => codes.HandoverReasons.Items;
    public IReadOnlyList<SelectListItem> LegalBases => [.. codes.LegalBases.Select(b => new SelectListItem(b.Name, b.Code))];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Input.IntroductionOn) && FormDates.Read(Input.IntroductionOn, null) is null)
        {
            ModelState.AddModelError("Input.IntroductionOn", FormDates.Unreadable);
            Work.Misread();
        }
        var outcome = await offer.RunAsync(Id, new()
        {
            To = Input.To,
            Reason = Input.Reason,
            Points = Input.Points,
            PersonTold = Input.PersonTold,
            LegalBasis = Input.LegalBasis,
            IntroductionOn = FormDates.Read(Input.IntroductionOn, null),
        }, ct);
        return await AfterAsync(outcome, "引継ぎを申し出ました。相手が引き受けるまで、担当は変わりません。", outcome.IsDone ? HandoverLinks.Of(outcome.Value) : "", () => LoadAsync(ct));
    }

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        Hanging = await close.OpenWorkAsync(Id, ct);
        Organisations = choices.Receivers();
        var found = await db.Handovers.AsNoTracking().Where(h => h.CaseId == Id).OrderByDescending(h => h.OfferedAt).ToListAsync(ct);
        var names = HttpContext.RequestServices.GetRequiredService<NameBook>();
        Handovers = [.. found.Select(h => new Past(h.Id, names.Of(h.ToOrganisationId), h.State, h.OfferedAt))];
    }, ct, Permission.OfferHandover);
}
