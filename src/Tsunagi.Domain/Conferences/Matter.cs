using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>会議案件: the sealed matter of a 支援会議 (社会福祉法106条の6) across its sessions.</summary>
/// <remarks>
/// One zone for all its sessions (rules §2). Only the ward convenes: the chair is a section head of the ward, named by the
/// proposal. Consent is not needed; the duty of secrecy is, so nobody – the chair included – reads before it was explained
/// to them and recorded. What may leave leaves by a <see cref="WayOut"/>. The conference is not tied to the programme:
/// nothing here needs a case, a handoff or a plan.
/// </remarks>
public sealed partial class Matter : Aggregate
{
    /// <summary>The longest free text.</summary>
    public const int MaxText = 8000;

    /// <summary>The longest line (a name, a title, a place).</summary>
    public const int MaxLine = 200;

    private readonly List<MatterOutcome> outcomes = [];

    private Matter() { }

    /// <summary>Its id.</summary>
    public Id<Matter> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Matter, Id);

    /// <summary>提案済みから終了まで.</summary>
    public MatterState State { get; private set; }

    /// <summary>提案書; null when the one who loaded the matter may not read it.</summary>
    public MatterPaper? Paper { get; private set; }

    /// <summary>提案者.</summary>
    public Id<Account> ProposedBy { get; private set; }

    /// <summary>提案した機関.</summary>
    public Id<Organisation> ProposingOrganisationId { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>座長: a ward section head, by name; null while a proposal that was declined waits for another, and nobody has had the chair.</summary>
    public Id<Account>? ChairId { get; private set; }

    /// <summary>提案先: the section head the proposer named last. Whoever has the chair since is not the proposer's to know.</summary>
    public Id<Account> NamedChairId { get; private set; }

    /// <summary>前の座長: to whom the chair comes back when the next one declines it; null while the chair was never handed on.</summary>
    public Id<Account>? FormerChairId { get; private set; }

    /// <summary>When a chair took the matter for the first time; from then on it is the proposer's no more.</summary>
    public DateTimeOffset? ChairTakenAt { get; private set; }

    /// <summary>会議事務局.</summary>
    public Id<Account>? SecretaryId { get; private set; }

    /// <summary>結果, oldest first.</summary>
    public IReadOnlyList<MatterOutcome> Outcomes => outcomes;

    /// <summary>True while nothing more can happen to it.</summary>
    public bool IsOver => State is MatterState.Closed or MatterState.MovedToPlanConference or MatterState.Withdrawn;

    /// <summary>Any agency proposes, to a named section head of the ward.</summary>
    public static Outcome<Matter> Propose(Id<Matter> id, MatterProposal proposal, ChairCandidate chair, Stamp by)
    {
        var needs = new Needs()
            .Text(proposal.Title, nameof(proposal.Title), MaxLine)
            .Text(proposal.GroundReason, nameof(proposal.GroundReason), MaxText)
            .Text(proposal.Text, nameof(proposal.Text), MaxText);
        if (!chair.IsWardSectionHead) needs.Add(RefusalCode.ChairNotOfWard, "Chair");
        if (needs.Refusals.Count > 0) return Outcome<Matter>.Carry(Outcome.Refused(needs.Refusals));
        var matter = new Matter
        {
            Id = id,
            Paper = new(id, proposal),
            ProposedBy = by.Account,
            ProposingOrganisationId = by.Organisation,
            ProposedAt = by.At,
            ChairId = chair.Account,
            NamedChairId = chair.Account,
        };
        matter.Record(new MatterProposed(id, proposal.Ground, by.Organisation));
        return matter;
    }

    /// <summary>
    /// 座長を引き受ける: the named chair confirms the duty for themselves; before this the proposal stays closed to them too.
    /// </summary>
    public Outcome TakeChair(Id<MatterParticipant> participant, Id<DutyExplanation> explanation, MemberPerson self, ExplanationGiven given, Stamp by)
    {
        if (by.Account != ChairId) return Outcome.Refused(RefusalCode.NotFound);
        if (State == MatterState.Withdrawn) return Outcome.Refused(RefusalCode.WrongState);
        var known = participants.SingleOrDefault(p => p.AccountId == by.Account && p.IsThere(by.At));
        if (known is not null && MatterAccess.IsExplained(this, known, by.At)) return Outcome.Refused(RefusalCode.AlreadyNamed);
        var needs = new Needs().Text(given.TextVersion, nameof(given.TextVersion), MaxLine)
            .NotFuture(given.On, nameof(given.On), by.At);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        var chair = known ?? new MatterParticipant(participant, Id, self with { Account = by.Account }, by);
        if (known is null) participants.Add(chair);
        explanations.Add(new(explanation, chair, given, by));
        ChairTakenAt ??= by.At;
        Record(new ChairTaken(Id, by.Account));
        return Outcome.Done;
    }

    /// <summary>座長の交代: to another section head of the ward; they read nothing until they take the chair.</summary>
    public Outcome HandOnChair(ChairCandidate to, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (!to.IsWardSectionHead) return Outcome.Refused(RefusalCode.ChairNotOfWard, "Chair");
        // Who has not taken the chair cannot have it back.
        if (IsChairedBy(ChairId, by.At)) FormerChairId = ChairId;
        ChairId = to.Account;
        Answer(n => n.Kind == ProposalNoticeKind.ChairDeclined, by.At);
        Record(new ChairHandedOn(Id, to.Account));
        return Outcome.Done;
    }

    /// <summary>会議事務局を決める: one of the ward's staff who has that role; not the chair, who confirms what the secretary fixes.</summary>
    public Outcome AppointSecretary(SecretaryCandidate candidate, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (Find(candidate.Participant, by.At) is not { AccountId: { } account } person) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        if (account == ChairId) return Outcome.Refused(RefusalCode.AlreadyNamed, "Participant");
        if (person.Kind != ParticipantKind.WardStaff) return Outcome.Refused(RefusalCode.SecretaryNotOfWard, "Participant");
        if (!candidate.MayRunConference) return Outcome.Refused(RefusalCode.SecretaryWithoutRole, "Participant");
        SecretaryId = account;
        Record(new SecretaryAppointed(Id, account));
        return Outcome.Done;
    }

    /// <summary>結果を決める: watching, emergency action, outreach, the plan conference, or the end.</summary>
    /// <param name="id">The id of the record.</param>
    /// <param name="action">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="consentActive">Whether the person's consent is active now: the plan conference needs it.</param>
    /// <param name="by">The chair.</param>
    public Outcome Settle(Id<MatterOutcome> id, MatterAction action, string reason, bool consentActive, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (action is not (MatterAction.Watch or MatterAction.ActUrgently or MatterAction.StartOutreach or MatterAction.MoveToPlanConference or MatterAction.Close)
            || MatterStates.Next(State, action) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(reason, "Reason", MaxText);
        if (action == MatterAction.MoveToPlanConference && !consentActive) needs.Add(RefusalCode.ConsentNotActive);
        if (sessions.Any(s => s.IsFixed && s.ConfirmedAt is null)) needs.Add(RefusalCode.MinutesNotConfirmed);
        if (next is MatterState.Closed or MatterState.MovedToPlanConference)
        {
            if (copies.Any(c => c.IsOut)) needs.Add(RefusalCode.CopiesOutstanding);
            if (waysOut.OfType<WayOut.ByDanger>().Any(d => d.ChairWaits)) needs.Add(RefusalCode.ChairNotTold);
            if (waysOut.OfType<WayOut.ToWorkOrder>().Any(w => w.Waits)) needs.Add(RefusalCode.WorkOrderWaits);
        }
        if (needs.Refusals.Count > 0) return needs.Outcome;
        State = next;
        if (IsOver) Answer(_ => true, by.At);
        outcomes.Add(new(id, Id, next, reason.Trim(), by));
        Record(new MatterSettled(Id, next));
        return Outcome.Done;
    }

    private enum Office
    {
        Chair,
        Secretary,
        ChairOrSecretary,
    }

    /// <summary>
    /// Who stands in a closed circle is refused in the open (a reader may know that the act is the chair's); to anybody
    /// else the matter does not exist.
    /// </summary>
    private Outcome? Refuse(Office office, Stamp by)
    {
        var level = MatterAccess.Read(this, by.Account, by.At).Level;
        if (level is MatterLevel.Nothing or MatterLevel.OwnProposal) return Outcome.Refused(RefusalCode.NotFound);
        return (office, level) switch
        {
            (Office.Chair, not MatterLevel.Chair) => Outcome.Refused(RefusalCode.ChairOnly),
            (Office.Secretary, not MatterLevel.SecretaryWrite) when SecretaryId is not null || level != MatterLevel.Chair =>
                Outcome.Refused(RefusalCode.SecretaryOnly),
            (Office.ChairOrSecretary, < MatterLevel.SecretaryWrite) => Outcome.Refused(RefusalCode.SecretaryOnly),
            _ => null,
        };
    }

    private Outcome? Step(MatterAction action)
    {
        if (MatterStates.Next(State, action) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        State = next;
        return null;
    }
}

/// <summary>提案の理由の種別 (W3).</summary>
public enum ProposalGround
{
    /// <summary>本人の同意が（まだ）得られない.</summary>
    ConsentNotYet,
    /// <summary>複数の機関が断片的に把握している.</summary>
    FragmentsHeldApart,
    /// <summary>予防的・早期の支援が必要.</summary>
    EarlyPrevention,
}

/// <summary>提案.</summary>
/// <param name="Case">The proposer's case, or null for a worry that is not a case yet.</param>
/// <param name="Title">How the proposer calls it.</param>
/// <param name="Ground">The kind of ground.</param>
/// <param name="GroundReason">The ground in words.</param>
/// <param name="Text">What is proposed.</param>
public sealed record MatterProposal(Id<Case>? Case, string Title, ProposalGround Ground, string GroundReason, string Text);

/// <summary>提案書: the proposal as it was written; apart from the matter, so that it can be sealed more tightly.</summary>
public sealed class MatterPaper
{
    private MatterPaper() => Title = GroundReason = Text = "";

    internal MatterPaper(Id<Matter> matter, MatterProposal proposal)
    {
        (MatterId, CaseId, Ground) = (matter, proposal.Case, proposal.Ground);
        (Title, GroundReason, Text) = (proposal.Title.Trim(), proposal.GroundReason.Trim(), proposal.Text.Trim());
    }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The proposer's case it concerns; null for a worry that is not a case yet.</summary>
    public Id<Case>? CaseId { get; private set; }

    /// <summary>件名, as the proposer calls it.</summary>
    public string Title { get; private set; }

    /// <summary>提案の理由の種別.</summary>
    public ProposalGround Ground { get; private set; }

    /// <summary>提案の理由: why consent cannot (yet) be had, which agencies hold fragments, or what is to be prevented.</summary>
    public string GroundReason { get; private set; }

    /// <summary>提案の内容.</summary>
    public string Text { get; private set; }
}

/// <summary>座長となる人.</summary>
/// <param name="Account">Who.</param>
/// <param name="IsWardSectionHead">A section head of the ward with the power to convene (fact from the directory).</param>
public readonly record struct ChairCandidate(Id<Account> Account, bool IsWardSectionHead);

/// <summary>会議事務局となる人.</summary>
/// <param name="Participant">Who, as named in the matter.</param>
/// <param name="MayRunConference">Whether a role of theirs lets them run a conference (fact from the directory): who may not could do nothing with the appointment.</param>
public readonly record struct SecretaryCandidate(Id<MatterParticipant> Participant, bool MayRunConference);
