using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>支援会議: what I am named for, what I proposed, what waits for me to chair – and nothing else.</summary>
[Permit(Permission.ListSupportConferences)]
public sealed class SupportConferencesModel(SupportConferenceList list, MatterOffice office, KeepProposal keep, AppDb db, CurrentWard ward) : TsunagiPage
{
    [BindProperty]
    public ChairTaking Taking { get; set; } = new();

    [BindProperty]
    public ChairDeclining Declining { get; set; } = new();

    [BindProperty]
    public NoticeChoice Seen { get; set; } = new();

    [BindProperty]
    public ChairChoice Choosing { get; set; } = new();

    [BindProperty]
    public ProposalWithdrawal Withdrawing { get; set; } = new();

    public SupportConferences Mine { get; private set; } = new([], [], [], []);
    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];
    public string SealedWords => ward.Profile.TextAsOf(ProfileTexts.SealedBanner, Today).Body;
    public string DutyText => ward.Profile.TextAsOf(ProfileTexts.PledgeExplanation, Today).Body;
    public string PenaltyText => ward.Profile.TextAsOf(ProfileTexts.Penalty, Today).Body;

    private Id<Matter> refused;

    /// <summary>Whether this form of this row was just refused.</summary>
    public bool IsRefused(Id<Matter> matter, string form) => matter == refused && ModelState.Any(f => f.Key.StartsWith(form, StringComparison.Ordinal) && f.Value!.Errors.Count > 0);

    /// <summary>What the proposer may know. Of a withdrawal the same is said whatever came of it.</summary>
    public static string StandingOf(ProposalRow row) => row switch
    {
        { DeclinedBecause: { } reason } => $"座長の引受けが辞退されました。ほかの方を選んでください。理由：{reason}",
        { WithdrawnAt: { } at } => $"{ConferenceWords.When(at)}に取下げを申し出ました。",
        _ => "区へ提案しました。開かれるかどうかは、構成員に選ばれた方にだけ伝わります。",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Mine = await list.MineAsync(ct);
        if (Mine.Proposed.Any(p => p.DeclinedBecause is not null))
            Chairs = [.. (await db.SectionHeadsAsync(Today, ct)).Select(h => new SelectListItem(h.Name, h.Account.ToString()))];
    }

    public async Task<IActionResult> OnPostTakeAsync(Id<Matter> matter, CancellationToken ct) =>
        await AfterAsync(matter, await office.TakeChairAsync(matter, Taking, ct), "座長を引き受けました。会議事務局と構成員を選んでください。", nameof(Taking), ct, SupportLinks.Overview(matter));

    public async Task<IActionResult> OnPostDeclineAsync(Id<Matter> matter, CancellationToken ct) =>
        await AfterAsync(matter, await office.DeclineChairAsync(matter, Declining, ct), "座長の引受けを辞退しました。", nameof(Declining), ct);

    public async Task<IActionResult> OnPostSeenAsync(Id<Matter> matter, CancellationToken ct) =>
        await AfterAsync(matter, await office.SeeNoticeAsync(matter, Seen, ct), "確認しました。", nameof(Seen), ct);

    public async Task<IActionResult> OnPostChooseAsync(Id<Matter> matter, CancellationToken ct) =>
        await AfterAsync(matter, await keep.ChooseChairAsync(matter, Choosing, ct), "座長を選び直し、提案しました。", nameof(Choosing), ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Id<Matter> matter, CancellationToken ct) =>
        await AfterAsync(matter, await keep.WithdrawAsync(matter, Withdrawing, ct), "取下げを申し出ました。", nameof(Withdrawing), ct);

    private async Task<IActionResult> AfterAsync(Id<Matter> matter, Outcome outcome, string done, string form, CancellationToken ct, string next = SupportLinks.List) =>
        await AnswerAsync(outcome, () =>
        {
            Done = done;
            return LocalRedirect(next);
        }, async () =>
        {
            refused = matter;
            await OnGetAsync(ct);
            return Page();
        }, form);
}
