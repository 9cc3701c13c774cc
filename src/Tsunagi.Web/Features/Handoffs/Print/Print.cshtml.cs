using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// つなぎを紙で: the sheet with what the receiver may read – and for a receiver outside the system a cover that names nobody before
/// it, and a slip to send back after it.
/// </summary>
[Permit(Permission.PrintHandoff)]
public sealed class PrintModel(AppDb db, HandoffGround ground, HandoffOrigin origin, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<Handoff> Id { get; set; }

    public Handoff Handoff { get; private set; } = null!;
    public HandoffGround Ground => ground;
    public IReadOnlyList<Enclosure> Enclosed { get; private set; } = [];

    /// <summary>支援措置: no place goes on the sheet, its district included.</summary>
    public bool IsLocationProtected { get; private set; }

    /// <summary>整理番号: the sender's case; nothing to those who no longer see it.</summary>
    public string? Number { get; private set; }

    public OrganisationEntry? Sender => ground.EntryOf(Handoff.SenderId);
    public string ReceiverName => Handoff.ReceiverId is { } id ? Ward.NameOf(id) : Handoff.Outside!.Name;
    public string CoverName => FormName(FormKind.HandoffCover);
    public string SheetName => FormName(FormKind.ReferralSheet);
    public string ReceiptName => FormName(FormKind.HandoffReceipt);
    public string Misdirected => Ward.Profile.TextAsOf(ProfileTexts.Misdirected, Today).Body;

    /// <summary>What waits until somebody outside has taken it on.</summary>
    public int WithheldUntilTaken => Handoff.State == HandoffState.AwaitingContact ? Handoff.Enclosures.Count(e => e.Opens == EnclosureOpens.OnAcceptance) : 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Handoff, Id);
        if (!(await Work.MayAsync(Permission.PrintHandoff, root, ct)).IsDone) return Absent();
        Handoff = await db.Handoffs.AsNoTracking().Include(h => h.Questions.OrderBy(q => q.Number)).SingleAsync(h => h.Id == Id, ct);
        if (!Handoff.MayGoOnPaper) return Absent();
        var source = new HandoffSource(Handoff.SourceCaseId, Handoff.SourceConsultationId);
        // Whoever no longer sees the source cannot tell who is protected: the rule errs on the safe side.
        IsLocationProtected = !await origin.IsAtWorkAsync(source, ct) || await origin.IsProtectedAsync(source, ct);
        Enclosed = Handoff.OnPaper(IsLocationProtected);
        Number = await NumberAsync(ct);
        await Names.ForAsync([Handoff.SenderWorkerId], [], ct);
        return await PrintAsync(Permission.PrintHandoff, root, ct, new { enclosed = Enclosed.Select(e => $"{e.Part}:{e.LegalBasis}") });
    }

    private async Task<string?> NumberAsync(CancellationToken ct) =>
        await db.Cases.AsNoTracking().Where(c => c.Id == Handoff.SourceCaseId).Select(c => new { c.FiscalYear, c.Sequence }).SingleOrDefaultAsync(ct) is { } found
            ? $"整理番号 {new CaseNumber(found.FiscalYear, found.Sequence)}"
            : null;
}
