using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>会議外へ出す: the five ways, and no others.</summary>
[Permit(Permission.SeeSupportConference)]
public sealed class WaysOutModel(MatterDesk desk, MatterWaysOut ways, AppDb db, CurrentWard ward) : MatterPage(desk)
{
    private Dictionary<Id<WorkOrder>, WorkOrderState> states = [];

    [BindProperty]
    public NewWorkOrder Draft { get; set; } = new();

    [BindProperty]
    public WayOutChoice Choice { get; set; } = new();

    [BindProperty]
    public NewConsentedText Consent { get; set; } = new();

    [BindProperty]
    public NewReport Law { get; set; } = new();

    [BindProperty]
    public NewReport Danger { get; set; } = new();

    [BindProperty]
    public NewGap Gap { get; set; } = new();

    public IReadOnlyList<SelectListItem> Receivers { get; private set; } = [];

    /// <summary>What became of an order, as its receiver answered.</summary>
    public string StateOf(WayOut.ToWorkOrder way) => way switch
    {
        { StruckAt: not null } => "取りやめ",
        { OrderId: null } => "座長の承認待ち",
        { OrderId: { } order } => states.TryGetValue(order, out var state) ? ConferenceWords.Of(state) : "送付済み",
    };

    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) =>
        AfterAsync(() => ways.DraftAsync(Id, Draft, ct), "依頼票を起案しました。座長の承認を待ちます。", "Draft", ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        AfterAsync(() => ways.ApproveAsync(Id, Choice, ct), "依頼票を送りました。", "Choice", ct);

    public Task<IActionResult> OnPostStrikeAsync(CancellationToken ct) =>
        AfterAsync(() => ways.StrikeAsync(Id, Choice, ct), "依頼票を取りやめました。", "Choice", ct);

    public Task<IActionResult> OnPostConsentAsync(CancellationToken ct) =>
        AfterAsync(() => ways.ByConsentAsync(Id, Consent, ct), "記録しました。", "Consent", ct);

    public Task<IActionResult> OnPostLawAsync(CancellationToken ct) =>
        AfterAsync(() => ways.ByLawAsync(Id, Law, ct), "記録しました。", "Law", ct);

    public Task<IActionResult> OnPostDangerAsync(CancellationToken ct) =>
        AfterAsync(() => ways.ByDangerAsync(Id, Danger, ct), "記録しました。今日中に座長へ報告してください。", "Danger", ct);

    public Task<IActionResult> OnPostToldAsync(CancellationToken ct) =>
        AfterAsync(() => ways.TellChairAsync(Id, Choice, ct), "座長への報告を記録しました。", "Choice", ct);

    public Task<IActionResult> OnPostGapAsync(CancellationToken ct) =>
        AfterAsync(() => ways.AsGapAsync(Id, Gap, ct), "記録しました。", "Gap", ct);

    protected override async Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (!View.IsOffice) return true;
        Receivers = [.. ward.Profile.OrganisationsAsOf(Today).Select(o => new SelectListItem(o.Name, ward.IdOf(o).ToString()))];
        var sent = View.WaysOut.OfType<WayOut.ToWorkOrder>().Select(w => w.OrderId).OfType<Id<WorkOrder>>().ToList();
        states = await db.WorkOrders.AsNoTracking().Where(o => sent.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.State, ct);
        return true;
    }
}
