using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

public sealed partial class Handoff
{
    /// <summary>Longest reason of a handoff to a desk: one line.</summary>
    public const int OneLine = 200;

    /// <summary>Longest text elsewhere.</summary>
    public const int LongText = 4000;

    /// <summary>Begins a handoff. A draft may lack anything; what is missing is told on sending.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="draft">What has been written so far.</param>
    /// <param name="by">Who writes it; their organisation is the sender.</param>
    /// <param name="after">The handoff this one follows – returned or withdrawn, and of the same sender – if it does.</param>
    public static Outcome<Handoff> Draft(Id<Handoff> id, HandoffDraft draft, Stamp by, Handoff? after = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Source is { Case: null, Consultation: null })
        {
            return new Refusal(RefusalCode.Required, nameof(draft.Source));
        }
        if (after is not null && after.SenderId != by.Organisation)
        {
            return new Refusal(RefusalCode.NotAllowed);
        }
        if (after is not null && after.State is not (HandoffState.ReturnAcknowledged or HandoffState.Withdrawn))
        {
            return new Refusal(RefusalCode.WrongState);
        }
        var handoff = new Handoff
        {
            Id = id,
            SenderId = by.Organisation,
            SenderWorkerId = by.Account,
            ParentId = after?.Id,
            ChainRootId = after?.ChainRootId ?? id,
            ChainBounces = after?.ChainBounces ?? 0,
        };
        handoff.Write(draft);
        handoff.Enter(HandoffState.Drafted, by, null);
        handoff.Record(new HandoffDrafted(id, draft.Kind, by.Organisation));
        return handoff;
    }

    /// <summary>Writes a draft anew.</summary>
    public Outcome Revise(HandoffDraft draft, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (Against(HandoffAct.Revise, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (draft.Source is { Case: null, Consultation: null })
        {
            return Outcome.Refused(RefusalCode.Required, nameof(draft.Source));
        }
        Write(draft);
        Record(new HandoffDrafted(Id, draft.Kind, SenderId));
        return Outcome.Done;
    }

    /// <summary>Ties a draft that grew out of a consultation to the case the sender opened for it.</summary>
    public Outcome ComeFrom(Id<Case> @case, Stamp by)
    {
        if (Against(HandoffAct.Revise, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        SourceCaseId = @case;
        return Outcome.Done;
    }

    /// <summary>
    /// Sends it. Inside the system sending is receipt: there is nothing the receiver could do to prevent it. To somebody
    /// outside, contact begins, and the sender goes on answering for the person.
    /// </summary>
    public Outcome Send(DisclosureTerms terms, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (Against(HandoffAct.Send, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. Missing(), .. AgainstDisclosure(terms)];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        SentAt = by.At;
        SenderWorkerId = by.Account;
        Move(Outside is null ? HandoffAction.Send : HandoffAction.SendOutside, by);
        Record(new HandoffSent(Id, Kind, SenderId, ReceiverId, Outside?.Kind, DisclosedToReceiver()));
        return Outcome.Done;
    }

    /// <summary>Takes it back before anybody accepted it.</summary>
    public Outcome Withdraw(string reason, Stamp by)
    {
        if (Against(HandoffAct.Withdraw, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (Wanting(reason, LongText, "Reason") is { } missing)
        {
            return Outcome.From([missing]);
        }
        var from = State;
        Proposal = null;
        Move(HandoffAction.Withdraw, by, reason.Trim());
        Record(new HandoffWithdrawn(Id, from));
        return Outcome.Done;
    }

    /// <summary>Writes down one attempt to reach the receiver outside.</summary>
    /// <param name="method">電話・FAX・同行 (code).</param>
    /// <param name="result">What came of it.</param>
    /// <param name="at">When it was made.</param>
    /// <param name="by">Who made it.</param>
    public Outcome LogAttempt(string method, string result, DateTimeOffset at, Stamp by)
    {
        if (Against(HandoffAct.LogAttempt, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. Refusals(Wanting(method, OneLine, "Method"), Wanting(result, LongText, "Result"), AfterSending(at, by))];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        attempts = [.. attempts, new(attempts.Count + 1, at, by.Account, method, result.Trim())];
        Record(new OutsideContactAttempted(Id, attempts.Count, method));
        return Outcome.Done;
    }

    /// <summary>Writes down that a named person outside has taken it on. Only then does the sender's responsibility end.</summary>
    public Outcome ConfirmOutside(string name, string method, DateTimeOffset at, Stamp by)
    {
        if (Against(HandoffAct.ConfirmOutside, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. Refusals(Wanting(name, OneLine, "Name"), Wanting(method, OneLine, "Method"), AfterSending(at, by))];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        Confirmation = new(name.Trim(), at, method, by.Account);
        Move(HandoffAction.Confirm, by);
        Record(new OutsideReceiverConfirmed(Id, method, DisclosedToReceiver()));
        return Outcome.Done;
    }

    /// <summary>Names the basis on which a held-back enclosure may go to the receiver it was redirected to.</summary>
    public Outcome ReleaseEnclosure(EnclosedPart part, string legalBasis, string? basisReason, DisclosureTerms terms, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (Against(HandoffAct.ReleaseEnclosure, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        var index = enclosures.FindIndex(e => e.Part == part && e.IsHeldBack);
        if (index < 0)
        {
            return Outcome.Refused(RefusalCode.NotFound, "Part");
        }
        var released = enclosures[index] with { LegalBasis = legalBasis, BasisReason = basisReason, IsHeldBack = false };
        if (AgainstDisclosure(released, terms) is { } unlawful)
        {
            return Outcome.From([unlawful]);
        }
        enclosures = [.. enclosures.Select((e, i) => i == index ? released : e)];
        Record(new EnclosureReleased(Id, new(part, legalBasis)));
        return Outcome.Done;
    }

    /// <summary>
    /// 支援措置が始まった: an address, and who lives with whom, that the receiver has not read yet is read by nobody any more, the sender
    /// among them: it is gone. What was read already cannot be taken back.
    /// </summary>
    public void WithholdPlaces()
    {
        if (!enclosures.Exists(IsUnreadPlace))
        {
            return;
        }
        enclosures = enclosures.FindAll(e => !IsUnreadPlace(e));
        Record(new PlacesWithheld(Id));
    }

    private bool IsUnreadPlace(Enclosure enclosure) => enclosure.Part is EnclosedPart.Contact or EnclosedPart.Household && !OpenToReceiver(enclosure);

    /// <summary>Answers the question every handoff ends with: 本人へ結果を伝えたか.</summary>
    /// <param name="told">Whether the person was told.</param>
    /// <param name="on">When; for "not told", when that was decided.</param>
    /// <param name="how">How they were told, or why they were not.</param>
    /// <param name="by">Who answers.</param>
    public Outcome RecordTold(bool told, DateOnly on, string how, Stamp by)
    {
        if (Against(HandoffAct.RecordTold, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. Refusals(
            Wanting(how, LongText, "How"),
            on > JapanTime.DateOf(by.At) ? new(RefusalCode.DateInFuture, "On")
            : SentAt is { } sent && on < JapanTime.DateOf(sent) ? new(RefusalCode.BeforeHandoffWasSent, "On")
            : null)];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        Told = new(told, on, how.Trim());
        Record(new HandoffResultTold(Id, told, on));
        return Outcome.Done;
    }

    private void Write(HandoffDraft draft)
    {
        Kind = draft.Kind;
        (SourceCaseId, SourceConsultationId) = (draft.Source.Case, draft.Source.Consultation);
        (ReceiverId, Outside) = (draft.Receiver?.Organisation, draft.Receiver?.Outside);
        Envelope = draft.Envelope;
        // Advice is given without accepting anything, so whatever is enclosed must open on receipt.
        enclosures = draft.Kind == HandoffKind.Advice
            ? [.. draft.Enclosures.Select(e => e with { Opens = EnclosureOpens.OnReceipt })]
            : [.. draft.Enclosures];
        (Assessment, SenderCriteria) = (draft.Assessment, draft.Criteria);
    }

    private IEnumerable<Refusal> Missing()
    {
        if (ReceiverId is null && Outside is null)
        {
            yield return new(RefusalCode.Required, "Receiver");
        }
        if (ReceiverId == SenderId)
        {
            yield return new(RefusalCode.SameOrganisation, "Receiver");
        }
        if (Outside is not null && (Outside.Name.Length == 0 || Outside.Kind.Length == 0))
        {
            yield return new(RefusalCode.Required, nameof(Outside));
        }
        if (Outside is not null && Kind != HandoffKind.ToDesk)
        {
            yield return new(RefusalCode.WrongHandoffKind, nameof(Outside));
        }
        if (Wanting(Envelope.Asked, Kind == HandoffKind.ToDesk ? OneLine : LongText, nameof(Envelope.Asked)) is { } asked)
        {
            yield return asked;
        }
        if (Kind == HandoffKind.ToHub && Assessment?.IsGiven != true)
        {
            yield return new(RefusalCode.AssessmentNeeded, nameof(Assessment));
        }
        if (Kind == HandoffKind.ToHub && SenderCriteria is null)
        {
            yield return new(RefusalCode.Required, nameof(SenderCriteria));
        }
    }

    private IEnumerable<Refusal> AgainstDisclosure(DisclosureTerms terms) =>
        Refusals([.. enclosures.Select(e => AgainstDisclosure(e, terms))]);

    /// <summary>Disclosure without a legal basis does not exist, and a protected place is never disclosed (rules §5, R-09).</summary>
    private static Refusal? AgainstDisclosure(Enclosure enclosure, DisclosureTerms terms) =>
        enclosure.Part == EnclosedPart.Contact && terms.LocationProtected ? new(RefusalCode.ProtectedLocation, enclosure.Part.ToString())
        : string.IsNullOrWhiteSpace(enclosure.LegalBasis) ? new(RefusalCode.LegalBasisNeeded, enclosure.Part.ToString())
        : !terms.LegalBases.Contains(enclosure.LegalBasis) ? new(RefusalCode.LegalBasisNotOffered, enclosure.Part.ToString())
        : terms.BasesWithReason.Contains(enclosure.LegalBasis)
            ? Wanting(enclosure.BasisReason, LongText, $"{enclosure.Part}.{nameof(enclosure.BasisReason)}")
        : null;

    private static IEnumerable<Refusal> Refusals(params Refusal?[] refusals) => refusals.OfType<Refusal>();

    private static Refusal? Wanting(string? text, int longest, string field) =>
        string.IsNullOrWhiteSpace(text) ? new(RefusalCode.Required, field)
        : text.Trim().Length > longest ? new(RefusalCode.TooLong, field)
        : IndividualNumber.Appears(text) ? new(RefusalCode.IndividualNumber, field)
        : null;

    private Refusal? AfterSending(DateTimeOffset at, Stamp by) =>
        at > by.At ? new(RefusalCode.DateInFuture, "At")
        : at < MinuteSent() ? new(RefusalCode.BeforeHandoffWasSent, "At")
        : null;

    // People type minutes.
    private DateTimeOffset? MinuteSent() => SentAt?.AddTicks(-(SentAt.Value.Ticks % TimeSpan.TicksPerMinute));
}
