using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>電話メモの状態.</summary>
public enum PhoneMemoState
{
    /// <summary>未対応.</summary>
    Waiting,
    /// <summary>対応済み.</summary>
    Done,
    /// <summary>相談として受け付けた.</summary>
    BecameConsultation,
}

/// <summary>What can be done to the state of a telephone memo.</summary>
public enum PhoneMemoAction
{
    /// <summary>済みにする.</summary>
    Finish,
    /// <summary>相談にする.</summary>
    TakeAsConsultation,
    /// <summary>未対応に戻す.</summary>
    Reopen,
}

/// <summary>電話メモの状態遷移.</summary>
public static class PhoneMemoStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static PhoneMemoState? Next(PhoneMemoState state, PhoneMemoAction action) => (state, action) switch
    {
        (PhoneMemoState.Waiting, PhoneMemoAction.Finish) => PhoneMemoState.Done,
        (PhoneMemoState.Waiting, PhoneMemoAction.TakeAsConsultation) => PhoneMemoState.BecameConsultation,
        (PhoneMemoState.Waiting, PhoneMemoAction.Reopen) => null,
        (PhoneMemoState.Done, PhoneMemoAction.Reopen) => PhoneMemoState.Waiting,
        (PhoneMemoState.Done, PhoneMemoAction.Finish or PhoneMemoAction.TakeAsConsultation) => null,
        (PhoneMemoState.BecameConsultation, PhoneMemoAction.Finish or PhoneMemoAction.TakeAsConsultation
            or PhoneMemoAction.Reopen) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<PhoneMemoState, PhoneMemoAction>(
        "PhoneMemo", "電話メモ", Next, PhoneMemoState.Waiting);
}

/// <summary>電話メモ: a message left for a colleague of the same desk; a consultation only by choice (rules §12).</summary>
public sealed class PhoneMemo : Aggregate
{
    private PhoneMemo() { }

    /// <summary>Leaves a message.</summary>
    public static Outcome<PhoneMemo> Leave(Id<PhoneMemo> id, PhoneMemoContent content, Stamp by)
    {
        var refusals = content.Check();
        if (refusals.Count > 0) return Outcome<PhoneMemo>.Carry(Outcome.Refused(refusals));
        var memo = new PhoneMemo
        {
            Id = id,
            OrganisationId = by.Organisation,
            ToAccount = content.To,
            From = TypedText.Field(content.From),
            Phone = TypedText.Field(content.Phone),
            Message = content.Message.Trim(),
            CallBack = content.CallBack,
            CallBackWhen = TypedText.Field(content.CallBackWhen),
            LeftBy = by.Account,
            LeftAt = by.At,
        };
        memo.Record(new PhoneMemoLeft(id, by.Organisation, content.To, content.CallBack));
        return memo;
    }

    /// <summary>Its id.</summary>
    public Id<PhoneMemo> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.PhoneMemo, Id);

    /// <summary>The desk.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>Where it stands.</summary>
    public PhoneMemoState State { get; private set; }

    /// <summary>だれあて; null for whoever of the desk comes first.</summary>
    public Id<Account>? ToAccount { get; private set; }

    /// <summary>だれから, as they said it.</summary>
    public string? From { get; private set; }

    /// <summary>折り返し先.</summary>
    public string? Phone { get; private set; }

    /// <summary>用件.</summary>
    public string Message { get; private set; } = "";

    /// <summary>折り返しが要る.</summary>
    public bool CallBack { get; private set; }

    /// <summary>いつごろ, as they said it.</summary>
    public string? CallBackWhen { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Id<Account> LeftBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset LeftAt { get; private set; }

    /// <summary>Who finished it.</summary>
    public Id<Account>? FinishedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>The consultation it became.</summary>
    public Id<Consultation>? ConsultationId { get; private set; }

    /// <summary>済みにする.</summary>
    public Outcome Finish(Stamp by) => Move(PhoneMemoAction.Finish, by.Account, by.At, null);

    /// <summary>相談にする.</summary>
    public Outcome TakeAsConsultation(Id<Consultation> consultation, Stamp by) =>
        Move(PhoneMemoAction.TakeAsConsultation, by.Account, by.At, consultation);

    /// <summary>未対応に戻す.</summary>
    public Outcome Reopen() => Move(PhoneMemoAction.Reopen, null, null, null);

    private Outcome Move(PhoneMemoAction action, Id<Account>? by, DateTimeOffset? at, Id<Consultation>? consultation)
    {
        if (PhoneMemoStates.Next(State, action) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        (State, FinishedBy, FinishedAt, ConsultationId) = (next, by, at, consultation);
        Record(new PhoneMemoMoved(Id, next));
        return Outcome.Done;
    }
}

/// <summary>What a telephone memo says.</summary>
/// <param name="Message">用件.</param>
public sealed record PhoneMemoContent(string Message)
{
    /// <summary>だれあて.</summary>
    public Id<Account>? To { get; init; }

    /// <summary>だれから.</summary>
    public string? From { get; init; }

    /// <summary>折り返し先.</summary>
    public string? Phone { get; init; }

    /// <summary>折り返しが要る.</summary>
    public bool CallBack { get; init; }

    /// <summary>いつごろ.</summary>
    public string? CallBackWhen { get; init; }

    /// <summary>Every refusal, with its field.</summary>
    public IReadOnlyList<Refusal> Check() => new FieldChecks()
        .Require(nameof(Message), Message).Text(nameof(Message), Message, FieldChecks.Long)
        .Text(nameof(From), From, FieldChecks.Short)
        .Text(nameof(Phone), Phone, FieldChecks.Short)
        .RefuseIf(CallBack && string.IsNullOrWhiteSpace(Phone), RefusalCode.Required, nameof(Phone))
        .Text(nameof(CallBackWhen), CallBackWhen, FieldChecks.Short)
        .Refusals;
}

/// <summary>A telephone memo was left for a colleague.</summary>
public sealed record PhoneMemoLeft(Id<PhoneMemo> Memo, Id<Organisation> Organisation, Id<Account>? To, bool CallBack) : DomainEvent;

/// <summary>A telephone memo was finished, became a consultation, or waits again.</summary>
public sealed record PhoneMemoMoved(Id<PhoneMemo> Memo, PhoneMemoState State) : DomainEvent;
