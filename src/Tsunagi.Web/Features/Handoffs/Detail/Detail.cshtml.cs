using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>What the small forms of a handoff's page post; each uses its own part.</summary>
public sealed class ActForm
{
    public int? Version { get; set; }
    public List<string?> Questions { get; set; } = [];
    public Dictionary<int, string?> Answers { get; set; } = [];
    public int Number { get; set; }
    public string? Receiver { get; set; }
    public string? OutsideKind { get; set; }
    public string? OutsideName { get; set; }
    public string? OutsideContact { get; set; }
    public HandoffKind? Kind { get; set; }
    public Id<Organisation>? Hub { get; set; }
    public string? WhatToDo { get; set; }
    public string? Reason { get; set; }
    public string? Advice { get; set; }
    public string? Method { get; set; }
    public string? Result { get; set; }
    public string? Name { get; set; }
    public DateTime? At { get; set; }
    public bool Told { get; set; } = true;
    public DateOnly? On { get; set; }
    public string? How { get; set; }
    public EnclosedPart Part { get; set; }
    public string? LegalBasis { get; set; }
    public string? BasisReason { get; set; }
}

[Permit(Permission.SeeHandoff)]
public sealed class DetailModel(ShowHandoff show, ActOnHandoff act, ComposeHandoff compose, HandoffGround ground) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Handoff> Id { get; set; }

    [BindProperty]
    public ActForm Input { get; set; } = new();

    public HandoffSight Sight { get; private set; } = null!;

    public Handoff Handoff => Sight.Handoff;

    public HandoffGround Ground => ground;

    /// <summary>What this organisation may do now, as words for the page.</summary>
    public string Turn => Handoff.WhoActsNext switch
    {
        HandoffSide.Sender => $"{ground.NameOf(Handoff.SenderId)}（{HandoffWords.NextStep(Handoff.State, Handoff.Kind)}）",
        HandoffSide.Receiver => $"{ReceiverName}（{HandoffWords.NextStep(Handoff.State, Handoff.Kind)}）",
        HandoffSide.Neither => Handoff.MustTellPerson ? $"{ground.NameOf(Handoff.SenderId)}（本人への結果報告を記録する）" : "なし",
    };

    public string ReceiverName => Handoff.ReceiverId is { } id ? ground.NameOf(id) : Handoff.Outside?.Name ?? "（未定）";

    public bool MayPrint => Handoff.MayGoOnPaper && AccessPolicy.Allows(Work.Actor, Sight.Decision, Permission.PrintHandoff);

    public bool IsOurTurn => Sight.Side != HandoffSide.Neither && Handoff.WhoActsNext == Sight.Side;

    /// <summary>Where the decision on the return stands: what it waits for, and whose turn it is.</summary>
    public string DecisionStands => Sight.Return is { NextRole: { } next, State: var state } ? $"{PlanWords.Of(state)}：次は{RoleWords.Of(next)}の番です。" : "";

    /// <summary>Whether the actor may take the proposal back, or send it back.</summary>
    public bool MayDrop => Sight.Return is { } decision && (decision.AuthorId == Work.Actor.Account || Sight.Verbs.Contains(DecisionVerb.SendBack));

    public IEnumerable<SelectListItem> Codes(string list) => ground.Items(list).Select(i => new SelectListItem(i.Name, i.Code));

    public IEnumerable<SelectListItem> Receivers =>
        ground.Suggest(Handoff.Kind, Handoff.Envelope.Topics, Handoff.Envelope.District)
            .Select(s => s.Organisation).Concat(ground.Receivers(Handoff.Kind)).DistinctBy(o => o.Code)
            .Where(o => ground.IdOf(o) != Handoff.SenderId)
            .Select(o => new SelectListItem(o.Name, ground.IdOf(o).ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Absent();

    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) => ActAsync(HandoffAct.Send, compose.SendAsync(Id, Input.Version, ct), ct);

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.Ask, act.AskAsync(Id, Input.Version, [.. Input.Questions.Where(q => !string.IsNullOrWhiteSpace(q)).Select(q => q!)], ct), ct);

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.Answer, act.AnswerAsync(Id, Input.Version, Input.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value!), ct), ct);

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.TakeBackQuestion, act.TakeBackQuestionAsync(Id, Input.Version, Input.Number, ct), ct);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => ActAsync(HandoffAct.Accept, act.AcceptAsync(Id, Input.Version, Input.Hub, ct), ct);

    public Task<IActionResult> OnPostJointlyAsync(CancellationToken ct) => ActAsync(HandoffAct.AcceptJointly, act.AcceptJointlyAsync(Id, Input.Version, ct), ct);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) =>
        ActAsync(ground.Rules.ReturnNeedsDecision ? HandoffAct.ProposeReturn : HandoffAct.Return, act.ReturnAsync(Id, Input.Version, Input.WhatToDo, ct), ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => ActAsync(HandoffAct.CarryOut, act.ApproveAsync(Id, Input.Version, ct), ct);

    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) => ActAsync(HandoffAct.DropProposal, act.DropProposalAsync(Id, Input.Version, Input.Reason, ct), ct);

    public Task<IActionResult> OnPostAcknowledgeReturnAsync(CancellationToken ct) => ActAsync(HandoffAct.AcknowledgeReturn, act.AcknowledgeReturnAsync(Id, Input.Version, ct), ct);

    public Task<IActionResult> OnPostRedirectAsync(CancellationToken ct) => ActAsync(HandoffAct.Redirect, act.RedirectAsync(Id, Input.Version, Target(), ct), ct);

    public Task<IActionResult> OnPostAdviseAsync(CancellationToken ct) => ActAsync(HandoffAct.Advise, act.AdviseAsync(Id, Input.Version, Input.Advice, ct), ct);

    public Task<IActionResult> OnPostAcknowledgeAdviceAsync(CancellationToken ct) => ActAsync(HandoffAct.AcknowledgeAdvice, act.AcknowledgeAdviceAsync(Id, Input.Version, ct), ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => ActAsync(HandoffAct.Withdraw, act.WithdrawAsync(Id, Input.Version, Input.Reason, ct), ct);

    public Task<IActionResult> OnPostAttemptAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.LogAttempt, act.LogAttemptAsync(Id, Input.Version, Input.Method, Input.Result, At, ct), ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.ConfirmOutside, act.ConfirmOutsideAsync(Id, Input.Version, Input.Name, Input.Method, At, ct), ct);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.ReleaseEnclosure, act.ReleaseEnclosureAsync(Id, Input.Version, Input.Part, Input.LegalBasis, Input.BasisReason, ct), ct);

    public Task<IActionResult> OnPostToldAsync(CancellationToken ct) =>
        ActAsync(HandoffAct.RecordTold, act.RecordToldAsync(Id, Input.Version, Input.Told, Input.On, Input.How, ct), ct);

    private DateTimeOffset? At => Input.At is { } at ? JapanTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;

    private RedirectInput Target() => Id<Organisation>.TryParse(Input.Receiver, null, out var organisation)
        ? new(Input.Kind, organisation, null, Input.Reason)
        : new(HandoffKind.ToDesk, null, string.IsNullOrWhiteSpace(Input.OutsideName) ? null : new(Input.OutsideKind, Input.OutsideName, Input.OutsideContact), Input.Reason);

    private async Task<IActionResult> ActAsync(HandoffAct what, Task<Outcome> doing, CancellationToken ct) =>
        await AnswerAsync(
            await doing,
            () =>
            {
                Done = HandoffWords.Done(what);
                return LocalRedirect(HandoffLinks.Detail(Id));
            },
            async () => await LoadAsync(ct) ? Page() : Absent());

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await show.RunAsync(Id, ct);
        if (!found.IsDone) return false;
        Sight = found.Value;
        return true;
    }
}
