using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

public sealed partial class Handoff
{
    /// <summary>Judges the three criteria, each with a reason. Judging again adds a judgement.</summary>
    public Outcome Judge(CriteriaSheet sheet, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (Against(HandoffAct.Judge, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. Refusals([.. Enum.GetValues<Criterion>()
            .Select(c => Wanting(sheet[c].Reason, LongText, $"{c}Reason"))])];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        judgements = [.. judgements, new(judgements.Count + 1, sheet, by.At, by.Account)];
        Move(HandoffAction.Judge, by);
        Record(new HandoffJudged(Id, sheet.Complex.Answer, sheet.Roles.Answer, sheet.BeyondMeetings.Answer));
        return Outcome.Done;
    }

    /// <summary>Asks for more, question by question; the receiver's clock stands still until all are answered.</summary>
    public Outcome Ask(IReadOnlyList<string> texts, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (Against(HandoffAct.Ask, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = texts.Count == 0
            ? [new(RefusalCode.Required, "Questions")]
            : [.. Refusals([.. texts.Select(t => Wanting(t, LongText, "Questions"))])];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        var first = questions.Count + 1;
        foreach (var text in texts)
        {
            questions.Add(new(Id, questions.Count + 1, text.Trim(), by));
        }
        Move(HandoffAction.Ask, by);
        Record(new HandoffQuestionsAsked(Id, [.. Enumerable.Range(first, texts.Count)]));
        return Outcome.Done;
    }

    /// <summary>Answers some or all open questions; the last answer gives the handoff back to the receiver.</summary>
    public Outcome Answer(IReadOnlyDictionary<int, string> answers, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (Against(HandoffAct.Answer, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = answers.Count == 0
            ? [new(RefusalCode.Required, "Answers")]
            : [.. Refusals([.. answers.Select(a => AgainstClosing(a.Key) ?? Wanting(a.Value, LongText, Field(a.Key)))])];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        foreach (var (number, text) in answers)
        {
            questions[number - 1].Close(text.Trim(), by);
        }
        var open = CountOpenAndResume(by);
        Record(new HandoffQuestionsAnswered(Id, [.. answers.Keys.Order()], open));
        return Outcome.Done;
    }

    /// <summary>Takes an open question back: the receiver no longer needs the answer.</summary>
    public Outcome TakeBackQuestion(int number, Stamp by)
    {
        if (Against(HandoffAct.TakeBackQuestion, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (AgainstClosing(number) is { } closed)
        {
            return Outcome.From([closed]);
        }
        questions[number - 1].Close(null, by);
        var open = CountOpenAndResume(by);
        Record(new HandoffQuestionTakenBack(Id, number, open));
        return Outcome.Done;
    }

    /// <summary>受ける・多機関協働で受ける: yields what is needed to open the receiver's own case.</summary>
    /// <param name="opens">The id of the case to be opened.</param>
    /// <param name="hub">多機関協働事業者: named when the hub accepts, and only then.</param>
    /// <param name="rules">Whether the supervisor decides first.</param>
    /// <param name="by">Who accepts.</param>
    public Outcome<HandoffAcceptance> Accept(Id<Case> opens, Id<Organisation>? hub, HandoffRules rules, Stamp by)
    {
        if (Against(HandoffAct.Accept, by, rules) is { } refusal)
        {
            return refusal;
        }
        return AgainstHub(hub) is { } wrong ? wrong : TakeOn(opens, hub, by);
    }

    /// <summary>一緒に対応: the receiver works beside the sender, who stays 主担当.</summary>
    public Outcome<HandoffAcceptance> AcceptJointly(Id<Case> opens, Stamp by)
    {
        if (Against(HandoffAct.AcceptJointly, by) is { } refusal)
        {
            return refusal;
        }
        Move(HandoffAction.AcceptJointly, by);
        return Opened(opens, by);
    }

    /// <summary>起案: asks the supervisor for the acceptance.</summary>
    public Outcome ProposeAcceptance(Id<Organisation>? hub, Id<Decision> decision, HandoffRules rules, Stamp by)
    {
        if (Against(HandoffAct.ProposeAcceptance, by, rules) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        return AgainstHub(hub) is { } wrong
            ? Outcome.From([wrong])
            : Propose(new(ProposedAct.Accept, decision, null, hub, IsInternalAdjustment: false, by.Account), by);
    }

    /// <summary>つなぎ戻す: says which criteria fail (from the judgement) and what the sender should do.</summary>
    public Outcome Return(string whatToDo, bool isInternalAdjustment, HandoffRules rules, Stamp by)
    {
        if (Against(HandoffAct.Return, by, rules) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (Wanting(whatToDo, LongText, "WhatToDo") is { } missing)
        {
            return Outcome.From([missing]);
        }
        SendBack(whatToDo.Trim(), null, isInternalAdjustment, by);
        return Outcome.Done;
    }

    /// <summary>起案: asks the supervisor for the return.</summary>
    public Outcome ProposeReturn(string whatToDo, bool isInternalAdjustment, Id<Decision> decision, HandoffRules rules, Stamp by)
    {
        if (Against(HandoffAct.ProposeReturn, by, rules) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        return Wanting(whatToDo, LongText, "WhatToDo") is { } missing
            ? Outcome.From([missing])
            : Propose(new(ProposedAct.Return, decision, whatToDo.Trim(), null, isInternalAdjustment, by.Account), by);
    }

    /// <summary>Does what was decided. Nobody decides on their own draft (rules §6).</summary>
    /// <param name="decision">The decision that was given.</param>
    /// <param name="opens">The id of the case an acceptance opens.</param>
    /// <param name="by">Who carries it out.</param>
    /// <returns>What the receiver's case needs after an acceptance; null after a return.</returns>
    public Outcome<HandoffAcceptance?> CarryOut(Id<Decision> decision, Id<Case> opens, Stamp by)
    {
        if (Against(HandoffAct.CarryOut, by) is { } refusal)
        {
            return refusal;
        }
        if (Proposal!.Decision != decision)
        {
            return new Refusal(RefusalCode.DecisionDiffers);
        }
        if (Proposal.By == by.Account)
        {
            return new Refusal(RefusalCode.OwnProposal);
        }
        var proposal = Proposal;
        Proposal = null;
        switch (proposal.Act)
        {
            case ProposedAct.Accept:
                return TakeOn(opens, proposal.Hub, by);
            case ProposedAct.Return:
                SendBack(proposal.WhatToDo!, decision, proposal.IsInternalAdjustment, by);
                return (HandoffAcceptance?)null;
            default:
                throw new InvalidOperationException($"Unknown proposal {proposal.Act}.");
        }
    }

    /// <summary>The proposal was taken back or not approved: the judging goes on.</summary>
    public Outcome DropProposal(Id<Decision> decision, string? reason, Stamp by)
    {
        if (Against(HandoffAct.DropProposal, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (Proposal!.Decision != decision)
        {
            return Outcome.Refused(RefusalCode.DecisionDiffers);
        }
        Proposal = null;
        Move(HandoffAction.DropProposal, by, reason);
        Record(new HandoffProposalDropped(Id, decision));
        return Outcome.Done;
    }

    /// <summary>The sender has read what fails and what to do; they answer for the person as they always did.</summary>
    public Outcome AcknowledgeReturn(Stamp by)
    {
        if (Against(HandoffAct.AcknowledgeReturn, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        Move(HandoffAction.AcknowledgeReturn, by);
        Record(new HandoffReturnAcknowledged(Id));
        return Outcome.Done;
    }

    /// <summary>
    /// 適した部署へつなぐ: ends this handoff and begins the next, with the same sender, received at once under the same rule.
    /// The copies are held back until the sender has named a basis for the new receiver – except in 課内調整, where the
    /// holder stays the same.
    /// </summary>
    public Outcome<Handoff> Redirect(Id<Handoff> next, RedirectTarget target, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (Against(HandoffAct.Redirect, by) is { } refusal)
        {
            return refusal;
        }
        if (Wanting(target.Reason, LongText, nameof(target.Reason)) is { } missing)
        {
            return missing;
        }
        if (AgainstTarget(target) is { } unfit)
        {
            return unfit;
        }
        ChainBounces += target.IsInternalAdjustment ? 0 : 1;
        Move(HandoffAction.Redirect, by, target.Reason.Trim());
        Record(new HandoffRedirected(
            Id, next, ReceiverId, target.Receiver.Organisation, target.IsInternalAdjustment, ChainBounces));
        return Follow(next, target, by);
    }

    /// <summary>助言する: the case stays where it is; what was advised is kept (支援者支援).</summary>
    public Outcome Advise(string advice, Stamp by)
    {
        if (Against(HandoffAct.Advise, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (Wanting(advice, LongText, "Advice") is { } missing)
        {
            return Outcome.From([missing]);
        }
        (Advice, ReceiverWorkerId) = (advice.Trim(), by.Account);
        Move(HandoffAction.Advise, by);
        Record(new HandoffAdvised(Id));
        return Outcome.Done;
    }

    /// <summary>The asker has read the advice.</summary>
    public Outcome AcknowledgeAdvice(Stamp by)
    {
        if (Against(HandoffAct.AcknowledgeAdvice, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        Move(HandoffAction.AcknowledgeAdvice, by);
        Record(new HandoffAdviceAcknowledged(Id));
        return Outcome.Done;
    }

    private HandoffAcceptance TakeOn(Id<Case> opens, Id<Organisation>? hub, Stamp by)
    {
        HubId = hub;
        Move(HandoffAction.Accept, by);
        return Opened(opens, by);
    }

    private HandoffAcceptance Opened(Id<Case> opens, Stamp by)
    {
        (ReceiverCaseId, ReceiverWorkerId) = (opens, by.Account);
        Record(new HandoffAccepted(Id, opens, HubId, State == HandoffState.AcceptedJointly, DisclosedToReceiver()));
        return new(opens, OpenTo(HandoffSide.Receiver));
    }

    private Outcome Propose(HandoffProposal proposal, Stamp by)
    {
        Proposal = proposal;
        Move(HandoffAction.Propose, by);
        Record(new HandoffProposed(Id, proposal.Act, proposal.Decision));
        return Outcome.Done;
    }

    private void SendBack(string whatToDo, Id<Decision>? decision, bool isInternalAdjustment, Stamp by)
    {
        ReturnedWith = new(Judgement!.Sheet.With(CriterionAnswer.No), whatToDo, decision);
        ChainBounces += isInternalAdjustment ? 0 : 1;
        Move(HandoffAction.Return, by);
        Record(new HandoffReturned(Id, ReturnedWith.Failing, decision, ChainBounces));
    }

    private Handoff Follow(Id<Handoff> next, RedirectTarget target, Stamp by)
    {
        var follower = new Handoff
        {
            Id = next,
            SenderId = SenderId,
            SenderWorkerId = SenderWorkerId,
            ParentId = Id,
            ChainRootId = ChainRootId,
            ChainBounces = ChainBounces,
            RedirectedById = by.Organisation,
            SentAt = by.At,
        };
        follower.Write(new(
            target.Kind, new(SourceCaseId, SourceConsultationId), target.Receiver, Envelope, enclosures, Assessment, SenderCriteria));
        if (!target.IsInternalAdjustment)
        {
            follower.enclosures = [.. follower.enclosures.Select(e => e with { IsHeldBack = true })];
        }
        follower.Enter(follower.Outside is null ? HandoffState.Received : HandoffState.AwaitingContact, by, target.Reason.Trim());
        follower.Record(new HandoffSent(
            next, target.Kind, SenderId, follower.ReceiverId, follower.Outside?.Kind, follower.DisclosedToReceiver()));
        return follower;
    }

    private Refusal? AgainstTarget(RedirectTarget target)
    {
        var to = target.Receiver;
        if (to.Organisation is { } organisation && (organisation == SenderId || organisation == ReceiverId))
        {
            return new(RefusalCode.SameOrganisation, nameof(target.Receiver));
        }
        if (to.Outside is not null && target.Kind != HandoffKind.ToDesk)
        {
            return new(RefusalCode.WrongHandoffKind, nameof(target.Kind));
        }
        // The advice a supporter asked for must not turn into a move of the case, nor a move into advice.
        if (target.Kind != Kind && (target.Kind == HandoffKind.Advice || Kind == HandoffKind.Advice))
        {
            return new(RefusalCode.WrongHandoffKind, nameof(target.Kind));
        }
        return target.Kind == HandoffKind.ToHub && (Assessment?.IsGiven != true || SenderCriteria is null)
            ? new(RefusalCode.AssessmentNeeded, nameof(target.Kind))
            : null;
    }

    private Refusal? AgainstHub(Id<Organisation>? hub) => Kind == HandoffKind.ToHub == hub is not null
        ? null
        : new(hub is null ? RefusalCode.Required : RefusalCode.WrongHandoffKind, "Hub");

    private Refusal? AgainstClosing(int number) =>
        number < 1 || number > questions.Count ? new(RefusalCode.NotFound, Field(number))
        : questions[number - 1].IsOpen ? null
        : new(RefusalCode.QuestionClosed, Field(number));

    private static string Field(int question) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Answers[{question}]");

    private int CountOpenAndResume(Stamp by)
    {
        var open = questions.Count(q => q.IsOpen);
        Move(open == 0 ? HandoffAction.Resume : HandoffAction.Answer, by);
        return open;
    }
}
