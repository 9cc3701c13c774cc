using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Decisions;

/// <summary>決裁: an act put up for the supervisors' decision, 起案 → 確認 → 決裁, with 代決 and 後閲 (rules §6).</summary>
/// <remarks>Which role somebody acts in is told by the caller, who has verified it; nobody checks or decides their own draft.</remarks>
public sealed class Decision : Aggregate
{
    private Decision() { }

    /// <summary>起案: puts something up for decision.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="subject">What is decided on.</param>
    /// <param name="case">The case it belongs to, if it belongs to one.</param>
    /// <param name="proposal">What is proposed and why (伺い文).</param>
    /// <param name="line">The roles it passes; kept as they are now, whatever the profile says later.</param>
    /// <param name="decides">The organisation whose line it passes: the author's own, or the ward's office that decides for it.</param>
    /// <param name="by">The author.</param>
    public static Outcome<Decision> Draft(
        Id<Decision> id, DecisionSubject subject, Id<Case>? @case, string proposal, DecisionLine line, Id<Organisation> decides, Stamp by)
    {
        if (string.IsNullOrWhiteSpace(proposal))
            return new Refusal(RefusalCode.Required, nameof(Proposal));
        var decision = new Decision
        {
            Id = id,
            Kind = subject.Kind,
            RecordId = subject.Record,
            Part = subject.Part,
            Round = subject.Round,
            CaseId = @case,
            OrganisationId = decides,
            AuthorOrganisationId = by.Organisation,
            AuthorId = by.Account,
            Proposal = proposal,
            Line = line,
            DraftedAt = by.At,
        };
        decision.Note(DecisionStepKind.Draft, null, proposal, by);
        decision.Record(new DecisionDrafted(id, subject, decides));
        decision.PassWhenChecked();
        return decision;
    }

    /// <summary>Its id.</summary>
    public Id<Decision> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Decision, Id);

    /// <summary>What is decided on.</summary>
    public DecisionSubject Subject => new(Kind, RecordId, Part, Round);

    /// <summary>What kind of act is decided on.</summary>
    public DecisionKind Kind { get; private set; }

    /// <summary>The id of the thing decided on.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>The version within it; 0 where it has none.</summary>
    public int Part { get; private set; }

    /// <summary>Which submission of that version; 0 where it has none.</summary>
    public int Round { get; private set; }

    /// <summary>The case it belongs to, if any.</summary>
    public Id<Case>? CaseId { get; private set; }

    /// <summary>The organisation whose line decides.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>The organisation that puts it up, and may mend it.</summary>
    public Id<Organisation> AuthorOrganisationId { get; private set; }

    /// <summary>起案者.</summary>
    public Id<Account> AuthorId { get; private set; }

    /// <summary>When it was first drafted.</summary>
    public DateTimeOffset DraftedAt { get; private set; }

    /// <summary>伺い文: what is proposed and why; each earlier wording stays in <see cref="Steps"/>.</summary>
    public string Proposal { get; private set; } = "";

    /// <summary>The roles it passes.</summary>
    public DecisionLine Line { get; private set; } = null!;

    /// <summary>How many of the line's checks are done.</summary>
    public int ChecksDone { get; private set; }

    /// <summary>起案・確認済み・決裁済み・….</summary>
    public DecisionState State { get; private set; }

    /// <summary>When it was decided, by the decider or a deputy.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>代決した人; a 後閲 by the same account is refused.</summary>
    public Id<Account>? DeputyId { get; private set; }

    /// <summary>Everything done to it, oldest first.</summary>
    public IReadOnlyList<DecisionStep> Steps { get; private set; } = [];

    /// <summary>True once it is in force; a deputy's decision is.</summary>
    public bool IsInForce => State is DecisionState.Decided or DecisionState.DecidedByDeputy;

    /// <summary>The role that has to act next; null when nobody has.</summary>
    public string? NextRole => State switch
    {
        DecisionState.Drafted => Line.Checks[ChecksDone],
        DecisionState.Checked or DecisionState.DecidedByDeputy => Line.Decides,
        DecisionState.Decided or DecisionState.SentBack or DecisionState.Withdrawn or DecisionState.Lapsed => null,
    };

    /// <summary>確認する: the next check of the line.</summary>
    public Outcome Check(string role, string? words, Stamp by)
    {
        if (Refuses(DecisionAction.Check, role, [NextRole], by) is { } refusal)
            return refusal;
        ChecksDone++;
        Note(DecisionStepKind.Check, role, words, by);
        Record(new DecisionChecked(Id, ChecksDone));
        PassWhenChecked();
        return Outcome.Done;
    }

    /// <summary>決裁する: the decider of the line decides, or whoever stands above.</summary>
    public Outcome Decide(string role, string? words, Stamp by)
    {
        if (Refuses(DecisionAction.Decide, role, [Line.Decides, .. Line.Superiors], by) is { } refusal)
            return refusal;
        DecidedAt = by.At;
        Move(DecisionAction.Decide);
        Note(DecisionStepKind.Decide, role, words, by);
        Record(new DecisionMade(Id, Subject, AsDeputy: false));
        return Outcome.Done;
    }

    /// <summary>代決する: a deputy decides in the decider's place, saying why; the decider sees it later.</summary>
    public Outcome DecideAsDeputy(string role, string reason, Stamp by)
    {
        if (Refuses(DecisionAction.DecideAsDeputy, role, Line.Deputies, by) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        (DecidedAt, DeputyId) = (by.At, by.Account);
        Move(DecisionAction.DecideAsDeputy);
        Note(DecisionStepKind.DecideAsDeputy, role, reason, by);
        Record(new DecisionMade(Id, Subject, AsDeputy: true));
        return Outcome.Done;
    }

    /// <summary>後閲する: the decider sees what a deputy decided.</summary>
    public Outcome View(string role, string? words, Stamp by)
    {
        if (Refuses(DecisionAction.View, role, [Line.Decides], by) is { } refusal)
            return refusal;
        if (by.Account == DeputyId)
            return Outcome.Refused(RefusalCode.DecisionDeputyMayNotView);
        Move(DecisionAction.View);
        Note(DecisionStepKind.View, role, words, by);
        Record(new DecisionViewed(Id));
        return Outcome.Done;
    }

    /// <summary>差し戻す: whoever has to act next sends it back to its author, saying what to mend.</summary>
    public Outcome SendBack(string role, string words, Stamp by)
    {
        IEnumerable<string?> may = State == DecisionState.Checked ? [Line.Decides, .. Line.Superiors, .. Line.Deputies] : [NextRole];
        if (Refuses(DecisionAction.SendBack, role, may, by) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(words))
            return Outcome.Refused(RefusalCode.Required, nameof(words));
        Move(DecisionAction.SendBack);
        Note(DecisionStepKind.SendBack, role, words, by);
        Record(new DecisionSentBack(Id));
        return Outcome.Done;
    }

    /// <summary>あらためて起案する: puts a mended draft up again; every check starts anew.</summary>
    /// <remarks>A colleague of the author's organisation may do it and becomes the author.</remarks>
    public Outcome Redraft(string proposal, Stamp by)
    {
        if (DecisionStates.Next(State, DecisionAction.Redraft) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (by.Organisation != AuthorOrganisationId)
            return Outcome.Refused(RefusalCode.NotAllowed);
        if (string.IsNullOrWhiteSpace(proposal))
            return Outcome.Refused(RefusalCode.Required, nameof(Proposal));
        (Proposal, AuthorId, ChecksDone) = (proposal, by.Account, 0);
        Move(DecisionAction.Redraft);
        Note(DecisionStepKind.Redraft, null, proposal, by);
        Record(new DecisionDrafted(Id, Subject, OrganisationId));
        PassWhenChecked();
        return Outcome.Done;
    }

    /// <summary>取り下げる: the author takes it back before it is decided.</summary>
    public Outcome Withdraw(string reason, Stamp by)
    {
        if (DecisionStates.Next(State, DecisionAction.Withdraw) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (by.Account != AuthorId)
            return Outcome.Refused(RefusalCode.DecisionNotTheAuthor);
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        Move(DecisionAction.Withdraw);
        Note(DecisionStepKind.Withdraw, null, reason, by);
        Record(new DecisionWithdrawn(Id));
        return Outcome.Done;
    }

    /// <summary>廃案: its subject went another way, and there is nothing left to decide.</summary>
    public Outcome Lapse(string reason, Stamp by)
    {
        if (DecisionStates.Next(State, DecisionAction.Lapse) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        Move(DecisionAction.Lapse);
        Note(DecisionStepKind.Lapse, null, reason, by);
        Record(new DecisionLapsed(Id));
        return Outcome.Done;
    }

    private Outcome? Refuses(DecisionAction action, string role, IEnumerable<string?> may, Stamp by)
    {
        if (DecisionStates.Next(State, action) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (!may.Contains(role) || by.Organisation != OrganisationId)
            return Outcome.Refused(RefusalCode.DecisionNotThisRole);
        // Whoever ever wrote a wording of it has no say over it, a colleague's redraft notwithstanding.
        if (Steps.Any(s => s.Kind is DecisionStepKind.Draft or DecisionStepKind.Redraft && s.By.Account == by.Account))
            return Outcome.Refused(RefusalCode.DecisionOwnDraft);
        return null;
    }

    // A line without checks goes straight to the decider.
    private void PassWhenChecked()
    {
        if (ChecksDone == Line.Checks.Count)
            Move(DecisionAction.Check);
    }

    private void Move(DecisionAction action) => State = DecisionStates.Next(State, action)
        ?? throw new InvalidOperationException($"{State} does not allow {action}.");

    private void Note(DecisionStepKind kind, string? role, string? words, Stamp by) =>
        Steps = [.. Steps, new(kind, role, words, by)];
}
