using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>引継ぎ: the only act that changes the organisation of a case. Nothing changes before it is accepted.</summary>
/// <remarks>What the receiver sees before accepting is written here, so that the case itself stays closed to them.</remarks>
public sealed class Handover : Aggregate
{
    private Handover() { }

    /// <summary>Offers a case to another organisation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="case">The case.</param>
    /// <param name="offer">To whom, why, and what to pass on.</param>
    /// <param name="anotherOpen">Whether a handover of this case is open already.</param>
    /// <param name="reasons">The codes the ward offers.</param>
    /// <param name="by">By whom; the responsible organisation alone may offer.</param>
    public static Outcome<Handover> Offer(
        Id<Handover> id, Case @case, HandoverOffer offer, bool anotherOpen, IReadOnlySet<string> reasons, Stamp by)
    {
        if (by.Organisation != @case.OrganisationId)
            return new Refusal(RefusalCode.NotAllowed);
        if (@case.State == CaseState.Closed)
            return new Refusal(RefusalCode.CaseIsClosed);
        if (anotherOpen)
            return new Refusal(RefusalCode.CaseHasOpenHandover);
        List<Refusal> found = [];
        if (offer.To == @case.OrganisationId)
            found.Add(new(RefusalCode.HandoverToSelf, nameof(offer.To)));
        if (!reasons.Contains(offer.Reason))
            found.Add(new(RefusalCode.UnknownCode, nameof(offer.Reason)));
        if (CaseText.Needed(offer.Points, CaseText.Paragraph, nameof(offer.Points)) is { } missing)
            found.AddRange(missing.Refusals);
        if (offer.IntroductionOn < JapanTime.DateOf(by.At))
            found.Add(new(RefusalCode.DateInPast, nameof(offer.IntroductionOn)));
        if (found.Count > 0)
            return Outcome<Handover>.Carry(Outcome.Refused(found));
        var offered = new Handover
        {
            Id = id,
            CaseId = @case.Id,
            FromOrganisationId = by.Organisation,
            ToOrganisationId = offer.To,
            Reason = offer.Reason,
            Points = CaseText.Stored(offer.Points),
            IntroductionOn = offer.IntroductionOn,
            PersonTold = offer.PersonTold,
            OfferedBy = by.Account,
            OfferedAt = by.At,
        };
        offered.Record(new HandoverOffered(id, @case.Id, by.Organisation, offer.To));
        return offered;
    }

    /// <summary>Its id.</summary>
    public Id<Handover> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Handover, Id);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>申出中・引受け・引受け困難・取下げ.</summary>
    public HandoverState State { get; private set; }

    /// <summary>Who is responsible until it is accepted.</summary>
    public Id<Organisation> FromOrganisationId { get; private set; }

    /// <summary>Who is asked.</summary>
    public Id<Organisation> ToOrganisationId { get; private set; }

    /// <summary>The ward's code.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>引継ぎ事項: what the receiver needs to know, promises made included.</summary>
    public string Points { get; private set; } = "";

    /// <summary>同行での顔合わせ: when both visit together, if planned.</summary>
    public DateOnly? IntroductionOn { get; private set; }

    /// <summary>本人に伝えたか.</summary>
    public bool PersonTold { get; private set; }

    /// <summary>Who offered it.</summary>
    public Id<Account> OfferedBy { get; private set; }

    /// <summary>When it was offered.</summary>
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>Who accepted, declined or withdrew it.</summary>
    public Id<Account>? AnsweredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why it was declined or withdrawn; a word from the receiver where it was accepted.</summary>
    public string? AnswerWords { get; private set; }

    /// <summary>Takes the case over: at this instant, and only now, the responsibility moves.</summary>
    /// <param name="case">The case.</param>
    /// <param name="worker">Who is in charge of it from now on; null where the supervisor names somebody later.</param>
    /// <param name="words">A word to the sender.</param>
    /// <param name="by">By whom; the receiving organisation alone may accept.</param>
    public Outcome Accept(Case @case, Id<Account>? worker, string? words, Stamp by)
    {
        if (@case.Id != CaseId)
            throw new ArgumentException("The handover belongs to another case.", nameof(@case));
        if (by.Organisation != ToOrganisationId)
            return Outcome.Refused(RefusalCode.NotAllowed);
        if (HandoverStates.Next(State, HandoverAction.Accept) is not { } next)
            return Outcome.Refused(RefusalCode.WrongState);
        // Closing is refused while a handover is open, so these two hold unless something passed the rules by.
        if (@case.State == CaseState.Closed)
            return Outcome.Refused(RefusalCode.CaseIsClosed);
        if (@case.OrganisationId != FromOrganisationId)
            return Outcome.Refused(RefusalCode.WrongState);
        if (CaseText.Fits(words, CaseText.Line, nameof(words)) is { } tooLong)
            return tooLong;
        Answer(next, words, by);
        @case.HandOverTo(ToOrganisationId, worker, by.At);
        Record(new HandoverAccepted(Id, CaseId, ToOrganisationId));
        return Outcome.Done;
    }

    /// <summary>記録も引き継ぐ: what the sender held goes to the receiver. What a third holds stays where it is.</summary>
    /// <returns>Whether the receiver is its holder now.</returns>
    /// <exception cref="InvalidOperationException">The handover was not accepted.</exception>
    public bool Carry(IHeldRecord record)
    {
        if (State != HandoverState.Accepted)
            throw new InvalidOperationException("Nothing changes hands before the handover is accepted.");
        if (record.HolderId == FromOrganisationId)
            record.PassTo(ToOrganisationId);
        return record.HolderId == ToOrganisationId;
    }

    /// <summary>Says that the receiver cannot take it, and why. The sender stays responsible.</summary>
    public Outcome Decline(string? words, Stamp by) => End(HandoverAction.Decline, ToOrganisationId, words, by);

    /// <summary>Takes the offer back, and says why. The sender stays responsible.</summary>
    public Outcome Withdraw(string? words, Stamp by) => End(HandoverAction.Withdraw, FromOrganisationId, words, by);

    private Outcome End(HandoverAction action, Id<Organisation> only, string? words, Stamp by)
    {
        if (by.Organisation != only)
            return Outcome.Refused(RefusalCode.NotAllowed);
        if (HandoverStates.Next(State, action) is not { } next)
            return Outcome.Refused(RefusalCode.WrongState);
        if (CaseText.Needed(words, CaseText.Line, nameof(words)) is { } missing)
            return missing;
        Answer(next, words, by);
        Record(new HandoverEnded(Id, CaseId, next));
        return Outcome.Done;
    }

    private void Answer(HandoverState state, string? words, Stamp by) =>
        (State, AnswerWords, AnsweredBy, AnsweredAt) = (state, CaseText.OrNull(words), by.Account, by.At);
}

/// <summary>引継ぎの申出.</summary>
/// <param name="To">Who is asked.</param>
/// <param name="Reason">The ward's code.</param>
/// <param name="Points">What the receiver needs to know.</param>
/// <param name="IntroductionOn">When both visit together, if planned.</param>
/// <param name="PersonTold">Whether the person was told.</param>
public sealed record HandoverOffer(
    Id<Organisation> To, string Reason, string Points, DateOnly? IntroductionOn = null, bool PersonTold = false);

/// <summary>A case was offered to another organisation.</summary>
public sealed record HandoverOffered(Id<Handover> Handover, Id<Case> Case, Id<Organisation> From, Id<Organisation> To) : DomainEvent;

/// <summary>A handover was accepted; the responsibility moved at that instant.</summary>
public sealed record HandoverAccepted(Id<Handover> Handover, Id<Case> Case, Id<Organisation> To) : DomainEvent;

/// <summary>A handover ended without moving the case.</summary>
public sealed record HandoverEnded(Id<Handover> Handover, Id<Case> Case, HandoverState State) : DomainEvent;
