using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>引継書 on A4: what was passed on, and who gave and took it over. It names nobody before it is accepted (ADR 30).</summary>
[Permit(Permission.SeeHandover)]
public sealed class PrintHandoverModel(AppDb db, CaseCodes codes, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<Handover> Id { get; set; }

    public Handover Handover { get; private set; } = null!;
    public AccessDecision Decision { get; private set; } = null!;

    /// <summary>The case's number, for those who may see the case.</summary>
    public string? Number { get; private set; }
    public IReadOnlyList<string> Subjects { get; private set; } = [];
    public string Title => FormName(FormKind.Handover);
    public string Reason => codes.HandoverReasons.Of(Handover.Reason);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Handover, Id);
        var may = await Work.MayAsync(Permission.SeeHandover, root, ct);
        if (!may.IsDone) return Absent();
        (Decision, Handover) = (may.Value, await db.Handovers.AsNoTracking().SingleAsync(h => h.Id == Id, ct));
        await Names.ForAsync([Handover.OfferedBy, Handover.AnsweredBy], [], ct);
        await LoadCaseAsync(ct);
        return await PrintAsync(Permission.SeeHandover, root, ct);
    }

    private async Task LoadCaseAsync(CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Persons).SingleOrDefaultAsync(c => c.Id == Handover.CaseId, ct) is not { } @case) return;
        Number = $"ケース {@case.Number}";
        if (Handover.State != HandoverState.Accepted) return;
        var subjects = @case.CurrentPersons.Where(p => p.Role == CasePersonRole.Subject).Select(p => p.PersonId).ToList();
        await Names.ForAsync([], subjects, ct);
        Subjects = subjects.ConvertAll(NameOf);
    }
}
