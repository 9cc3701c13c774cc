using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>ケースのつなぎ: those sent from the case, and the one that opened it.</summary>
[Permit(Permission.SeeCase)]
public sealed class OfCaseModel(AppDb db, HandoffGround ground) : CasePage
{
    public override string Tab => "handoffs";

    public IReadOnlyList<Handoff> Handoffs { get; private set; } = [];

    public HandoffGround Ground => ground;

    public int Days(Handoff handoff) => new JapanTimeSpan(handoff.StateSince, Work.Now).Days;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
        Handoffs = await db.Handoffs.AsNoTracking().Where(h => h.SourceCaseId == Id || h.ReceiverCaseId == Id).OrderByDescending(h => h.Id).ToListAsync(ct), ct);
}
