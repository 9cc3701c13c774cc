using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>同意書 on A4, with signature lines.</summary>
[Permit(Permission.SeeConsents)]
public sealed class PrintModel(AppDb db, PlanWard plans, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<Consent> Id { get; set; }

    public Consent Consent { get; private set; } = null!;
    public string Sentence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } consent) return Absent();
        if (!(await Work.MayAsync(Permission.SeeConsents, consent.Root, ct)).IsDone) return Absent();
        await Names.ForAsync([], [consent.SubjectId], ct);
        (Consent, Sentence) = (consent, ConsentSentence.Of(consent.Describe(), Names, plans));
        return await PrintAsync(Permission.SeeConsents, consent.Root, ct);
    }
}
