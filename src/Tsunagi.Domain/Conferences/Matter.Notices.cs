using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

// 辞退・座長の選び直し・取下げ: what is said at the door of the zone, by who does not stand in it.
public sealed partial class Matter
{
    private readonly List<ProposalNotice> notices = [];

    /// <summary>辞退と取下げの申出.</summary>
    public IReadOnlyList<ProposalNotice> Notices => notices;

    /// <summary>
    /// 座長の引受けを辞退する: the named chair, before taking it. It comes back as work: to the proposer, or to the former
    /// chair of a matter that was taken already, for then it is no longer the proposer's.
    /// </summary>
    public Outcome DeclineChair(Id<ProposalNotice> id, string reason, Stamp by)
    {
        if (by.Account != ChairId) return Outcome.Refused(RefusalCode.NotFound);
        if (IsChairedBy(by.Account, by.At)) return Outcome.Refused(RefusalCode.ChairMustHandOn);
        if (ChairTakenAt is null && MatterStates.Next(State, MatterAction.DeclineChair) is null) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(reason, "Reason", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        if (ChairTakenAt is null) Step(MatterAction.DeclineChair);
        ChairId = FormerChairId;
        notices.Add(new(id, Id, ProposalNoticeKind.ChairDeclined, ChairId ?? ProposedBy, reason, by));
        Record(new ChairDeclined(Id, by.Account, ChairId));
        return Outcome.Done;
    }

    /// <summary>座長を選び直す: by the proposer, when who was named declined.</summary>
    public Outcome ChooseChair(ChairCandidate to, Stamp by)
    {
        if (by.Account != ProposedBy) return Outcome.Refused(RefusalCode.NotFound);
        if (MatterStates.Next(State, MatterAction.ChooseChair) is null) return Outcome.Refused(RefusalCode.WrongState);
        if (!to.IsWardSectionHead) return Outcome.Refused(RefusalCode.ChairNotOfWard, "Chair");
        Step(MatterAction.ChooseChair);
        (ChairId, NamedChairId) = (to.Account, to.Account);
        Answer(n => n.AddressedTo == by.Account, by.At);
        Record(new ChairChosen(Id, to.Account));
        return Outcome.Done;
    }

    /// <summary>
    /// 提案を取り下げる: once, by the proposer, at any time, and always with the same answer – that it is refused would tell them
    /// what became of it. Before the chair was taken the proposal ends; afterwards the chair is told and settles it.
    /// </summary>
    public Outcome Withdraw(Id<ProposalNotice> id, string reason, Stamp by)
    {
        if (by.Account != ProposedBy) return Outcome.Refused(RefusalCode.NotFound);
        if (notices.Any(n => n.Kind == ProposalNoticeKind.Withdrawal)) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(reason, "Reason", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        if (ChairTakenAt is null) Step(MatterAction.Withdraw);
        Answer(n => n.AddressedTo == by.Account, by.At);
        notices.Add(new(id, Id, ProposalNoticeKind.Withdrawal, ChairId ?? by.Account, reason, by));
        Record(new WithdrawalAsked(Id));
        return Outcome.Done;
    }

    /// <summary>申出を確認した: by the chair.</summary>
    public Outcome SeeNotice(Id<ProposalNotice> id, Stamp by)
    {
        if (by.Account != ChairId || notices.SingleOrDefault(n => n.Id == id) is not { } notice) return Outcome.Refused(RefusalCode.NotFound);
        if (notice.AddressedTo != by.Account && !IsChairedBy(by.Account, by.At)) return Outcome.Refused(RefusalCode.NotFound);
        if (!notice.Waits) return Outcome.Refused(RefusalCode.WrongState);
        notice.Answer(by.At);
        Record(new ProposalNoticeSeen(Id, id));
        return Outcome.Done;
    }

    /// <summary>True for who may know that there is something, and nothing of it: the chair who is asked, and who declined.</summary>
    public bool IsAtTheDoor(Id<Account> account) =>
        notices.Any(n => n.By == account)
        || (account == ChairId && (State != MatterState.Withdrawn || notices.Any(n => n.Waits && n.AddressedTo == account)));

    private bool IsChairedBy(Id<Account>? account, DateTimeOffset now) =>
        account is { } chair && MatterAccess.Read(this, chair, now).Level == MatterLevel.Chair;

    private void Answer(Func<ProposalNotice, bool> which, DateTimeOffset at)
    {
        foreach (var notice in notices.Where(n => n.Waits && which(n))) notice.Answer(at);
    }
}
