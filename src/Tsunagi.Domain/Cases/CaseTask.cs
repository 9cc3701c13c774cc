using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>タスク: one thing somebody promised to do for a case, by a day. It ends with an answer, never by being forgotten.</summary>
public sealed class CaseTask : Aggregate
{
    private CaseTask() { }

    /// <summary>Gives a task to a worker or an organisation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="draft">What, who, by when.</param>
    /// <param name="by">By whom.</param>
    public static Outcome<CaseTask> Give(Id<CaseTask> id, Id<Case> caseId, TaskDraft draft, Stamp by)
    {
        List<Refusal> found = [];
        if (CaseText.Needed(draft.What, CaseText.Line, nameof(draft.What)) is { } missing)
            found.AddRange(missing.Refusals);
        if (draft.Account is null && draft.Organisation is null)
            found.Add(new(RefusalCode.Required, nameof(draft.Account)));
        if (draft.Due < JapanTime.DateOf(by.At))
            found.Add(new(RefusalCode.DateInPast, nameof(draft.Due)));
        if (found.Count > 0)
            return Outcome<CaseTask>.Carry(Outcome.Refused(found));
        var given = new CaseTask
        {
            Id = id,
            CaseId = caseId,
            What = CaseText.Stored(draft.What),
            AccountId = draft.Account,
            OrganisationId = draft.Organisation,
            Due = draft.Due,
            GivenBy = by.Account,
            GivenFor = by.Organisation,
            GivenAt = by.At,
        };
        given.Record(new TaskGiven(id, caseId, draft.Account, draft.Organisation, draft.Due));
        return given;
    }

    /// <summary>Its id.</summary>
    public Id<CaseTask> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Case, CaseId);

    /// <summary>The case it serves.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>対応待ち・済み・困難・取消し.</summary>
    public CaseTaskState State { get; private set; }

    /// <summary>What is to be done.</summary>
    public string What { get; private set; } = "";

    /// <summary>The worker who does it, if named.</summary>
    public Id<Account>? AccountId { get; private set; }

    /// <summary>The organisation that does it, if no worker or another agency is named.</summary>
    public Id<Organisation>? OrganisationId { get; private set; }

    /// <summary>By when.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>Who gave it.</summary>
    public Id<Account> GivenBy { get; private set; }

    /// <summary>For which organisation it was given.</summary>
    public Id<Organisation> GivenFor { get; private set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>What came of it, in words.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who answered.</summary>
    public Id<Account>? AnsweredBy { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>期限切れ: still open after its day. Computed, never stored.</summary>
    public bool IsOverdue(DateOnly today) => State == CaseTaskState.Open && Due < today;

    /// <summary>済み: it is done. Words may be added.</summary>
    public Outcome Finish(string? words, Stamp by) => End(CaseTaskAction.Finish, words, needsWords: false, by);

    /// <summary>困難: it could not be done. Says why, so that somebody can go on from there.</summary>
    public Outcome GiveUp(string? words, Stamp by) => End(CaseTaskAction.GiveUp, words, needsWords: true, by);

    /// <summary>取消し: it is not needed any more. Only who gave it may say so, and why.</summary>
    public Outcome Cancel(string? words, Stamp by) =>
        by.Organisation != GivenFor ? Outcome.Refused(RefusalCode.NotAllowed) : End(CaseTaskAction.Cancel, words, needsWords: true, by);

    private Outcome End(CaseTaskAction action, string? words, bool needsWords, Stamp by)
    {
        if (CaseTaskStates.Next(State, action) is not { } next)
            return Outcome.Refused(RefusalCode.WrongState);
        var bad = needsWords ? CaseText.Needed(words, CaseText.Line, nameof(words)) : CaseText.Fits(words, CaseText.Line, nameof(words));
        if (bad is not null)
            return bad;
        (State, Answer, AnsweredBy, AnsweredAt) = (next, CaseText.OrNull(words), by.Account, by.At);
        Record(new TaskEnded(Id, CaseId, next));
        return Outcome.Done;
    }
}

/// <summary>タスクの内容: a worker, or an organisation that finds one.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Due">By when.</param>
/// <param name="Account">The worker, if named.</param>
/// <param name="Organisation">The organisation, if no worker is named.</param>
public sealed record TaskDraft(string What, DateOnly Due, Id<Account>? Account = null, Id<Organisation>? Organisation = null);

/// <summary>タスクの状態.</summary>
public enum CaseTaskState
{
    /// <summary>対応待ち.</summary>
    Open,
    /// <summary>済み.</summary>
    Done,
    /// <summary>困難.</summary>
    Unable,
    /// <summary>取消し.</summary>
    Cancelled,
}

/// <summary>What can be done to a task.</summary>
public enum CaseTaskAction
{
    /// <summary>済みにする.</summary>
    Finish,
    /// <summary>困難と答える.</summary>
    GiveUp,
    /// <summary>取り消す.</summary>
    Cancel,
}

/// <summary>タスクの状態遷移.</summary>
public static class CaseTaskStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static CaseTaskState? Next(CaseTaskState state, CaseTaskAction action) => (state, action) switch
    {
        (CaseTaskState.Open, CaseTaskAction.Finish) => CaseTaskState.Done,
        (CaseTaskState.Open, CaseTaskAction.GiveUp) => CaseTaskState.Unable,
        (CaseTaskState.Open, CaseTaskAction.Cancel) => CaseTaskState.Cancelled,
        (CaseTaskState.Done or CaseTaskState.Unable or CaseTaskState.Cancelled,
            CaseTaskAction.Finish or CaseTaskAction.GiveUp or CaseTaskAction.Cancel) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<CaseTaskState, CaseTaskAction>("CaseTask", "タスク", Next, CaseTaskState.Open);
}

/// <summary>A task was given.</summary>
public sealed record TaskGiven(
    Id<CaseTask> Task, Id<Case> Case, Id<Account>? Account, Id<Organisation>? Organisation, DateOnly Due) : DomainEvent;

/// <summary>A task came to its end.</summary>
public sealed record TaskEnded(Id<CaseTask> Task, Id<Case> Case, CaseTaskState State) : DomainEvent;
