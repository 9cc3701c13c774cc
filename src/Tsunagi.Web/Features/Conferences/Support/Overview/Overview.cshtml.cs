using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>会議案件の概要: the proposal, the sessions, what came of it, and the chair's acts.</summary>
[Permit(Permission.SeeSupportConference)]
public sealed class OverviewModel(MatterDesk desk, MatterOffice office, MatterSessions sessions, MatterMembers members, AppDb db) : MatterPage(desk)
{
    [BindProperty]
    public Convening Convene { get; set; } = new();

    [BindProperty]
    public Settlement Settle { get; set; } = new();

    [BindProperty]
    public ChairHandingOn HandOn { get; set; } = new();

    [BindProperty]
    public NoticeChoice Seen { get; set; } = new();

    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];

    public bool CanSelectMembers => MatterStates.Next(View.Matter.State, MatterAction.SelectMembers) is not null;

    public IReadOnlyList<SelectListItem> Settlements =>
    [
        .. Enum.GetValues<MatterAction>().Where(a => a >= MatterAction.Watch && MatterStates.Next(View.Matter.State, a) is not null)
            .Select(a => new SelectListItem(ConferenceWords.Of(a), a.ToString())),
    ];

    public Task<IActionResult> OnPostSelectAsync(CancellationToken ct) =>
        AfterAsync(() => sessions.SelectMembersAsync(Id, ct), "次の回を開きました。構成員を選んでください。", "Select", ct, SupportLinks.Members(Id));

    public Task<IActionResult> OnPostConveneAsync(CancellationToken ct) =>
        AfterAsync(() => sessions.ConveneAsync(Id, Convene, ct), "招集しました。", "Convene", ct);

    public Task<IActionResult> OnPostSettleAsync(CancellationToken ct) =>
        AfterAsync(() => office.SettleAsync(Id, Settle, ct), "結果を記録しました。", "Settle", ct);

    public Task<IActionResult> OnPostSeenAsync(CancellationToken ct) =>
        AfterAsync(() => office.SeeNoticeAsync(Id, Seen, ct), "確認しました。", "Seen", ct);

    // Who hands the chair on, or leaves, reads no further: the list is all that is left to show.
    public Task<IActionResult> OnPostHandOnAsync(CancellationToken ct) =>
        AfterAsync(() => office.HandOnAsync(Id, HandOn, ct), "座長を交代しました。次の座長が引き受けるまで、ほかの方は待ちます。", "HandOn", ct, SupportLinks.List);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        var shown = await ShowAsync(ct);
        if (View?.Reading.Participant is not { } self) return shown;
        return await AfterAsync(() => members.LeaveAsync(Id, new() { Participant = self }, ct), "退任しました。守秘義務は続きます。", "Leave", ct, SupportLinks.List);
    }

    protected override async Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (View.IsOffice) Chairs = [.. (await db.SectionHeadsAsync(Today, ct)).Select(h => new SelectListItem(h.Name, h.Account.ToString()))];
        return true;
    }
}
