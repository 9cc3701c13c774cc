using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>依頼票: a task asked of one agency, with a deadline and the fewest facts needed to do it safely.</summary>
/// <remarks>
/// It leaves the sealed zone, so it knows nothing of it (rules §2 (a)): no matter, no item, no source. The matter keeps
/// the link on its own, sealed side (<see cref="WayOut.ToWorkOrder"/>); the reverse does not exist.
/// </remarks>
public sealed class WorkOrder : Aggregate
{
    /// <summary>The longest word an answer may carry.</summary>
    public const int MaxWord = 400;

    private readonly List<WorkOrderAnswer> answers = [];

    private WorkOrder() { Task = SafetyFacts = Contact = ""; }

    /// <summary>Made only when the chair approves a draft (<see cref="Matter.ApproveWorkOrder"/>).</summary>
    internal static WorkOrder Issue(Id<WorkOrder> id, WorkOrderText text, Stamp by)
    {
        var order = new WorkOrder
        {
            Id = id,
            ReceiverId = text.Receiver,
            Task = text.Task,
            Deadline = text.Deadline,
            SafetyFacts = text.SafetyFacts,
            Contact = text.Contact,
            IssuerId = by.Account,
            IssuingOrganisationId = by.Organisation,
            IssuedAt = by.At,
        };
        order.Record(new WorkOrderIssued(id, text.Receiver, text.Deadline));
        return order;
    }

    /// <summary>Its id.</summary>
    public Id<WorkOrder> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.WorkOrder, Id);

    /// <summary>届いた・済み・不在・困難・取下げ.</summary>
    public WorkOrderState State { get; private set; }

    /// <summary>依頼先: the agency that is asked; it lives in that agency's own space from now on.</summary>
    public Id<Organisation> ReceiverId { get; private set; }

    /// <summary>依頼すること.</summary>
    public string Task { get; private set; }

    /// <summary>期限.</summary>
    public DateOnly Deadline { get; private set; }

    /// <summary>安全のため最小限伝えること.</summary>
    public string SafetyFacts { get; private set; }

    /// <summary>問合せ先: whom to call back.</summary>
    public string Contact { get; private set; }

    /// <summary>依頼した人.</summary>
    public Id<Account> IssuerId { get; private set; }

    /// <summary>依頼元.</summary>
    public Id<Organisation> IssuingOrganisationId { get; private set; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>The receiving agency's own case it was filed under, if they did.</summary>
    public Id<Case>? FiledUnder { get; private set; }

    /// <summary>Every answer, oldest first.</summary>
    public IReadOnlyList<WorkOrderAnswer> Answers => answers;

    /// <summary>True while an answer is waited for: a Done or withdrawn order waits for nothing.</summary>
    public bool Waits => State is not (WorkOrderState.Done or WorkOrderState.Withdrawn);

    /// <summary>期限超過. Inclusive: due today is not overdue.</summary>
    public bool IsOverdue(DateOnly today) => Waits && Deadline < today;

    /// <summary>済み・不在・困難 in one click, with a word where wanted; only by the agency asked.</summary>
    public Outcome Answer(Id<WorkOrderAnswer> id, WorkOrderReply reply, string? word, Stamp by)
    {
        if (by.Organisation != ReceiverId) return Outcome.Refused(RefusalCode.NotFound);
        if (WorkOrderStates.Next(State, ActionOf(reply)) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        var text = word?.Trim() ?? "";
        var needs = new Needs().Fits(text, "Word", MaxWord);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        State = next;
        answers.Add(new(id, Id, reply, text, by));
        Record(new WorkOrderAnswered(Id, reply, by.Organisation));
        return Outcome.Done;
    }

    /// <summary>Files the order under one of the receiving agency's own cases.</summary>
    public Outcome FileUnder(Id<Case> own, Stamp by)
    {
        if (by.Organisation != ReceiverId) return Outcome.Refused(RefusalCode.NotFound);
        FiledUnder = own;
        Record(new WorkOrderFiled(Id, own));
        return Outcome.Done;
    }

    /// <summary>Takes the order back; only by the organisation that issued it, before it is done.</summary>
    public Outcome Withdraw(Stamp by)
    {
        if (by.Organisation != IssuingOrganisationId) return Outcome.Refused(RefusalCode.NotFound);
        if (WorkOrderStates.Next(State, WorkOrderAction.Withdraw) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        State = next;
        Record(new WorkOrderWithdrawn(Id));
        return Outcome.Done;
    }

    private static WorkOrderAction ActionOf(WorkOrderReply reply) => reply switch
    {
        WorkOrderReply.Done => WorkOrderAction.AnswerDone,
        WorkOrderReply.Absent => WorkOrderAction.AnswerAbsent,
        WorkOrderReply.Difficult => WorkOrderAction.AnswerDifficult,
    };
}

/// <summary>依頼票の文面: exactly what leaves the zone, nothing else.</summary>
/// <param name="Receiver">The agency asked.</param>
/// <param name="Task">What to do.</param>
/// <param name="Deadline">Until when, inclusive.</param>
/// <param name="SafetyFacts">The fewest facts needed to do it safely; may be empty.</param>
/// <param name="Contact">Whom to call back.</param>
public sealed record WorkOrderText(
    Id<Organisation> Receiver, string Task, DateOnly Deadline, string SafetyFacts, string Contact);

/// <summary>依頼票への回答: the three one-click answers.</summary>
public enum WorkOrderReply
{
    /// <summary>済み.</summary>
    Done,
    /// <summary>不在.</summary>
    Absent,
    /// <summary>困難.</summary>
    Difficult,
}

/// <summary>回答: one answer to a work order.</summary>
public sealed class WorkOrderAnswer
{
    private WorkOrderAnswer() => Word = "";

    internal WorkOrderAnswer(Id<WorkOrderAnswer> id, Id<WorkOrder> order, WorkOrderReply reply, string word, Stamp by) =>
        (Id, OrderId, Reply, Word, AccountId, At) = (id, order, reply, word, by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<WorkOrderAnswer> Id { get; private set; }

    /// <summary>The order.</summary>
    public Id<WorkOrder> OrderId { get; private set; }

    /// <summary>済み・不在・困難.</summary>
    public WorkOrderReply Reply { get; private set; }

    /// <summary>ひとこと.</summary>
    public string Word { get; private set; }

    /// <summary>Who answered.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>A work order reached an agency.</summary>
public sealed record WorkOrderIssued(Id<WorkOrder> Order, Id<Organisation> Receiver, DateOnly Deadline) : DomainEvent;

/// <summary>A work order was answered.</summary>
public sealed record WorkOrderAnswered(Id<WorkOrder> Order, WorkOrderReply Reply, Id<Organisation> Organisation) : DomainEvent;

/// <summary>A work order was filed under the agency's own case.</summary>
public sealed record WorkOrderFiled(Id<WorkOrder> Order, Id<Case> Case) : DomainEvent;

/// <summary>A work order was withdrawn.</summary>
public sealed record WorkOrderWithdrawn(Id<WorkOrder> Order) : DomainEvent;
