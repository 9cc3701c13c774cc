using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>一つの引継ぎ: what the sender passes on, where it stands, and the answer – the same on both ends.</summary>
[Permit(Permission.SeeHandover)]
public sealed class HandoverModel(AppDb db, AnswerHandover answer, ListHandovers list, CaseChoices choices, NameBook names) : TsunagiPage
{
    public sealed class Form
    {
        public Id<Account>? Worker { get; set; }
        public string? Words { get; set; }
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<Handover> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Handover Handover { get; private set; } = null!;
    public HandoverRow Row { get; private set; } = null!;
    public string OfferedBy { get; private set; } = "";
    public string? AnsweredBy { get; private set; }
    public GrantBasis? Basis { get; private set; }

    /// <summary>The case, for those who may see it.</summary>
    public Id<Case>? Case { get; private set; }

    public bool MayAnswer { get; private set; }
    public bool MayWithdraw { get; private set; }
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) =>
        await DoneAsync(await answer.AcceptAsync(Id, Input.Worker, Input.Words, ct), "引き受けました。担当は今からこの組織です。", nameof(Form.Words), ct);

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        await DoneAsync(await answer.DeclineAsync(Id, Input.Reason, ct), "引き受けが難しいと答えました。担当は変わりません。", nameof(Form.Reason), ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        await DoneAsync(await answer.WithdrawAsync(Id, Input.Reason, ct), "引継ぎを取り下げました。担当は変わりません。", nameof(Form.Reason), ct);

    private Task<IActionResult> DoneAsync(Outcome outcome, string done, string words, CancellationToken ct) => AnswerAsync(
        outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with { Field = r.Field switch { "words" => words, "worker" => nameof(Form.Worker), var f => f } })]),
        () =>
        {
            Done = done;
            return LocalRedirect(HandoverLinks.Of(Id));
        }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.SeeHandover, RootRef.Of(RootKind.Handover, Id), ct);
        if (!may.IsDone)
            return Absent();
        Basis = may.Value.Basis;
        Handover = await db.Handovers.AsNoTracking().SingleAsync(h => h.Id == Id, ct);
        await names.ForAsync([Handover.OfferedBy, Handover.AnsweredBy], [], ct);
        Row = list.Of(Handover);
        (OfferedBy, AnsweredBy) = (names.Of(Handover.OfferedBy), Handover.AnsweredBy is { } by ? names.Of(by) : null);
        var open = Handover.State == HandoverState.Offered;
        MayAnswer = open && Row.IsToUs && AccessPolicy.Allows(Work.Actor, may.Value, Permission.AnswerHandover);
        MayWithdraw = open && !Row.IsToUs && AccessPolicy.Allows(Work.Actor, may.Value, Permission.WithdrawHandover);
        if (MayAnswer)
            Colleagues = await choices.ColleaguesAsync(Today, ct);
        if ((await Work.DecideAsync(RootRef.Of(RootKind.Case, Handover.CaseId), ct)).IsVisible)
            Case = Handover.CaseId;
        return Page();
    }
}
