using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>提案についての申出の種別.</summary>
public enum ProposalNoticeKind
{
    /// <summary>座長の辞退.</summary>
    ChairDeclined,
    /// <summary>提案の取下げ.</summary>
    Withdrawal,
}

/// <summary>提案についての申出: why the chair was declined, or the proposal taken back. Seen by who said it, by who has to act on it, and by the chair and the secretary.</summary>
public sealed class ProposalNotice
{
    private ProposalNotice() => Reason = "";

    internal ProposalNotice(Id<ProposalNotice> id, Id<Matter> matter, ProposalNoticeKind kind, Id<Account> addressedTo, string reason, Stamp by) =>
        (Id, MatterId, Kind, AddressedTo, Reason, By, At) = (id, matter, kind, addressedTo, reason.Trim(), by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<ProposalNotice> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>辞退・取下げ.</summary>
    public ProposalNoticeKind Kind { get; private set; }

    /// <summary>理由.</summary>
    public string Reason { get; private set; }

    /// <summary>Who said it.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>With whom it lies now.</summary>
    public Id<Account> AddressedTo { get; private set; }

    /// <summary>When they acted on it, or said that they had seen it.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>True while nobody has acted on it.</summary>
    public bool Waits => AnsweredAt is null;

    internal void Answer(DateTimeOffset at) => AnsweredAt = at;
}
