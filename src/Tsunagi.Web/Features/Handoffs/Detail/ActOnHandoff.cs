using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// つなぎの操作: every act of either end. Each loads the handoff, lets the domain decide, and saves; an acceptance opens the
/// receiver's own case and a redirect begins the next handoff in the same transaction. The sender's case is never touched.
/// </summary>
public sealed class ActOnHandoff(AppDb db, Work work, HandoffGround ground, HandoffOrigin origin, DraftDecision decisions, TakeDecision take, EnclosedPeople people)
{
    /// <summary>受付判断: the three criteria, or what is still unanswered of them.</summary>
    public Task<Outcome> JudgeAsync(Id<Handoff> id, SeenVersion version, Outcome<CriteriaSheet> sheet, CancellationToken ct) =>
        ActAsync(id, version, h => sheet.IsDone ? h.Judge(sheet.Value, work.Stamp)
            : Against(h, HandoffAct.Judge) is { } refusal ? Outcome.From([refusal])
            : sheet, ct);

    public Task<Outcome> AskAsync(Id<Handoff> id, SeenVersion version, IReadOnlyList<string> questions, CancellationToken ct) =>
        ActAsync(id, version, h => h.Ask(questions, work.Stamp), ct);

    public Task<Outcome> AnswerAsync(Id<Handoff> id, SeenVersion version, IReadOnlyDictionary<int, string> answers, CancellationToken ct) =>
        ActAsync(id, version, h => h.Answer(answers, work.Stamp), ct);

    public Task<Outcome> TakeBackQuestionAsync(Id<Handoff> id, SeenVersion version, int number, CancellationToken ct) =>
        ActAsync(id, version, h => h.TakeBackQuestion(number, work.Stamp), ct);

    /// <summary>受ける・多機関協働で受ける. The hub that takes it on is the receiver itself unless another is named.</summary>
    public Task<Outcome> AcceptAsync(Id<Handoff> id, SeenVersion version, Id<Organisation>? hub, CancellationToken ct) =>
        ActAsync(id, version, async h =>
        {
            if (Against(h, HandoffAct.Accept) is { } refusal) return Outcome.From([refusal]);
            var named = h.Kind == HandoffKind.ToHub ? hub ?? work.Actor.Organisation : hub;
            if (named is { } one && one != work.Actor.Organisation && !IsHubOfOurs(one)) return Outcome.Refused(RefusalCode.UnknownCode, "Hub");
            var accepted = h.Accept(work.NewId<Case>(), named, ground.Rules, work.Stamp);
            return accepted.IsDone ? await OpenCaseAsync(h, accepted.Value, ct) : accepted;
        }, ct);

    public Task<Outcome> AcceptJointlyAsync(Id<Handoff> id, SeenVersion version, CancellationToken ct) =>
        ActAsync(id, version, async h =>
        {
            var accepted = h.AcceptJointly(work.NewId<Case>(), work.Stamp);
            return accepted.IsDone ? await OpenCaseAsync(h, accepted.Value, ct) : accepted;
        }, ct);

    /// <summary>つなぎ戻す: at once, or by 起案 where the ward's rules ask for a decision. One that was sent back is put up again.</summary>
    public Task<Outcome> ReturnAsync(Id<Handoff> id, SeenVersion version, string? whatToDo, CancellationToken ct) =>
        ActAsync(id, version, async h =>
        {
            var asked = whatToDo?.Trim() ?? "";
            if (!ground.Rules.ReturnNeedsDecision) return h.Return(asked, ground.AreOneCenter(h.SenderId, work.Actor.Organisation), ground.Rules, work.Stamp);
            var sentBack = await db.Decisions.FirstOrDefaultAsync(d => d.Kind == DecisionKind.HandoffReturn && d.RecordId == id.Value && d.State == DecisionState.SentBack, ct);
            var decision = sentBack?.Id ?? work.NewId<Decision>();
            var proposed = ground.ProposeReturn(h, asked, decision);
            if (!proposed.IsDone) return proposed;
            return sentBack?.Redraft(asked, work.Stamp) ?? decisions.PutUp(decision, new(DecisionKind.HandoffReturn, id.Value), null, asked, work.Actor.Organisation);
        }, ct);

    /// <summary>決裁: the next step of the line – a check, or the decision, with which the handoff goes back.</summary>
    public Task<Outcome> ApproveAsync(Id<Handoff> id, SeenVersion version, CancellationToken ct) =>
        ActAsync(id, version, async h =>
        {
            if (Against(h, HandoffAct.CarryOut) is { } refusal) return Outcome.From([refusal]);
            var decision = await ProposedAsync(h, ct);
            return await take.TakeAsync(decision, decision.State == DecisionState.Drafted ? DecisionVerb.Check : DecisionVerb.Decide, null, ct);
        }, Permission.DecideHandoff, ct);

    /// <summary>起案を取り下げる, by whoever put it up; 差し戻す, by whose turn it is.</summary>
    public Task<Outcome> DropProposalAsync(Id<Handoff> id, SeenVersion version, string? reason, CancellationToken ct) =>
        ActAsync(id, version, async h =>
        {
            if (Against(h, HandoffAct.DropProposal) is { } refusal)
                // Whoever has no post on any line is told that, and not of the state.
                return Outcome.Refused(AccessPolicy.RoleAllows(work.Actor, Permission.DecideHandoff) ? refusal.Code : RefusalCode.NotAllowed);
            var why = string.IsNullOrWhiteSpace(reason) ? "（理由の記載なし）" : reason.Trim();
            var decision = await ProposedAsync(h, ct);
            if (DecisionTurn.VerbsOf(decision, work.Actor).Contains(DecisionVerb.SendBack)) return await take.TakeAsync(decision, DecisionVerb.SendBack, why, ct);
            if (decision.AuthorId != work.Actor.Account) return Outcome.Refused(RefusalCode.NotAllowed);
            var withdrawn = decision.Withdraw(why, work.Stamp);
            return withdrawn.IsDone ? h.DropProposal(decision.Id, why, work.Stamp) : withdrawn;
        }, ct);

    public Task<Outcome> AcknowledgeReturnAsync(Id<Handoff> id, SeenVersion version, CancellationToken ct) =>
        ActAsync(id, version, h => h.AcknowledgeReturn(work.Stamp), ct);

    /// <summary>適した部署へつなぐ: the next handoff is received in the same transaction.</summary>
    public Task<Outcome> RedirectAsync(Id<Handoff> id, SeenVersion version, RedirectInput input, CancellationToken ct) =>
        ActAsync(id, version, h =>
        {
            if (Target(h, input) is not { } target) return Outcome.Refused(RefusalCode.Required, nameof(input.Receiver));
            if (input.Receiver is { } to && !ground.Receivers(target.Kind).Any(r => ground.IdOf(r) == to) && to != h.SenderId)
                return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Receiver));
            var next = h.Redirect(work.NewId<Handoff>(), target, work.Stamp);
            if (!next.IsDone) return next;
            db.Handoffs.Add(next.Value);
            HandoffGrants.ToBothEnds(work, next.Value);
            return next;
        }, ct);

    public Task<Outcome> AdviseAsync(Id<Handoff> id, SeenVersion version, string? advice, CancellationToken ct) =>
        ActAsync(id, version, h => h.Advise(advice ?? "", work.Stamp), ct);

    public Task<Outcome> AcknowledgeAdviceAsync(Id<Handoff> id, SeenVersion version, CancellationToken ct) =>
        ActAsync(id, version, h => h.AcknowledgeAdvice(work.Stamp), ct);

    public Task<Outcome> WithdrawAsync(Id<Handoff> id, SeenVersion version, string? reason, CancellationToken ct) =>
        ActAsync(id, version, h => h.Withdraw(reason ?? "", work.Stamp), ct);

    public Task<Outcome> LogAttemptAsync(Id<Handoff> id, SeenVersion version, string? method, string? result, DateTimeOffset? at, CancellationToken ct) =>
        ActAsync(id, version, h => h.LogAttempt(method ?? "", result ?? "", at ?? work.Now, work.Stamp), ct);

    public Task<Outcome> ConfirmOutsideAsync(Id<Handoff> id, SeenVersion version, string? name, string? method, DateTimeOffset? at, CancellationToken ct) =>
        ActAsync(id, version, h => h.ConfirmOutside(name ?? "", method ?? "", at ?? work.Now, work.Stamp), ct);

    public Task<Outcome> ReleaseEnclosureAsync(Id<Handoff> id, SeenVersion version, EnclosedPart part, string? legalBasis, string? basisReason, CancellationToken ct) =>
        ActAsync(id, version, async h =>
        {
            if (part == EnclosedPart.Contact && !await origin.KnowsPlacesAsync(new(h.SourceCaseId, h.SourceConsultationId), ct)) return Outcome.Refused(RefusalCode.PlaceNotHeld);
            var isProtected = await origin.IsProtectedAsync(new(h.SourceCaseId, h.SourceConsultationId), ct);
            return h.ReleaseEnclosure(part, legalBasis ?? "", basisReason, ground.Terms(isProtected), work.Stamp);
        }, ct);

    public Task<Outcome> RecordToldAsync(Id<Handoff> id, SeenVersion version, bool told, DateOnly? on, string? how, CancellationToken ct) =>
        ActAsync(id, version, h => h.RecordTold(told, on ?? work.Today, how ?? "", work.Stamp), ct);

    // Who may not do it at all is told so before anything is said of what was typed.
    private Refusal? Against(Handoff handoff, HandoffAct act) => HandoffActs.Against(handoff, handoff.SideOf(work.Actor.Organisation), act, ground.Rules);

    private Task<Outcome> ActAsync(Id<Handoff> id, SeenVersion version, Func<Handoff, Outcome> act, CancellationToken ct) =>
        ActAsync(id, version, h => Task.FromResult(act(h)), ct);

    private Task<Outcome> ActAsync(Id<Handoff> id, SeenVersion version, Func<Handoff, Task<Outcome>> act, CancellationToken ct) =>
        ActAsync(id, version, act, Permission.ActOnHandoff, ct);

    private async Task<Outcome> ActAsync(
        Id<Handoff> id, SeenVersion version, Func<Handoff, Task<Outcome>> act, Permission permission, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Handoff, id);
        var may = await work.MayAsync(permission, root, ct);
        if (!may.IsDone) return may;
        var handoff = await db.Handoffs.Include(h => h.Questions.OrderBy(q => q.Number)).SingleAsync(h => h.Id == id, ct);
        var outcome = version.IsStaleAt(handoff.Version) ? Outcome.Refused(RefusalCode.Stale) : await act(handoff);
        if (outcome.IsDone && handoff is { Kind: HandoffKind.ToHub, MayStillBeReturned: false }) await decisions.LapseAsync(id.Value, _ => false, ct);
        return await work.FinishAsync(outcome, permission, root, ct);
    }

    private Task<Decision> ProposedAsync(Handoff handoff, CancellationToken ct)
    {
        var id = handoff.Proposal!.Decision;
        return db.Decisions.SingleAsync(d => d.Id == id, ct);
    }

    /// <summary>
    /// The receiver's own case, and – when a name was enclosed – the person as the receiver's own record: from here on the two
    /// organisations keep their records apart.
    /// </summary>
    private async Task<Outcome> OpenCaseAsync(Handoff handoff, HandoffAcceptance acceptance, CancellationToken ct)
    {
        var number = await db.NextCaseNumberAsync(work.Today, ct);
        var opened = Case.Open(acceptance.Case, number, new CaseOrigin(Handoff: handoff.Id), work.Stamp);
        db.Cases.Add(opened);
        work.GrantTo(work.Actor.Organisation, opened.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return people.WriteInto(opened, handoff, acceptance.Opened);
    }

    private RedirectTarget? Target(Handoff handoff, RedirectInput input)
    {
        var receiver = input.Receiver is { } organisation ? HandoffReceiver.Inside(organisation)
            : input.Outside is { } outside ? HandoffReceiver.Beyond(new(outside.Kind ?? "", outside.Name?.Trim() ?? "", outside.Contact))
            : null;
        if (receiver is null) return null;
        var isInternal = receiver.Organisation is { } to && ground.AreOneCenter(work.Actor.Organisation, to);
        return new(input.Kind ?? handoff.Kind, receiver, input.Reason ?? "", isInternal);
    }

    private bool IsHubOfOurs(Id<Organisation> hub) =>
        ground.EntryOf(hub) is { IsHub: true } && ground.AreOneCenter(work.Actor.Organisation, hub);
}

/// <summary>Where a handoff is passed on to.</summary>
public sealed record RedirectInput(HandoffKind? Kind, Id<Organisation>? Receiver, OutsideInput? Outside, string? Reason);
