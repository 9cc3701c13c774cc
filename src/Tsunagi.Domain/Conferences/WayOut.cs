using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>会議外へ出す道: the five ways sealed information may leave a matter, and no others (rules §2).</summary>
/// <remarks>
/// The type is closed: its constructors are private and the kinds are nested in it. Each way carries
/// its basis, its reason and who took it.
/// </remarks>
public abstract class WayOut
{
    private WayOut() => Basis = Reason = "";

    private WayOut(Id<WayOut> id, Id<Matter> matter, Id<MatterItem> item, WayOutGround ground, Stamp by)
    {
        (Id, MatterId, ItemId) = (id, matter, item);
        (Basis, Reason, By, At) = (ground.Basis.Trim(), ground.Reason.Trim(), by.Account, by.At);
    }

    /// <summary>Its id.</summary>
    public Id<WayOut> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The item it concerns.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>根拠.</summary>
    public string Basis { get; private set; }

    /// <summary>理由.</summary>
    public string Reason { get; private set; }

    /// <summary>Who took it.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Which of the five.</summary>
    public abstract WayOutKind Kind { get; }

    /// <summary>(a) 依頼票 to an agency; nothing leaves before the chair approves.</summary>
    public sealed class ToWorkOrder : WayOut
    {
        private ToWorkOrder() => Task = SafetyFacts = Contact = "";

        internal ToWorkOrder(Id<WayOut> id, Id<Matter> matter, Id<MatterItem> item, WayOutGround ground, WorkOrderText text, Stamp by)
            : base(id, matter, item, ground, by)
        {
            (ReceiverId, Task, Deadline) = (text.Receiver, text.Task.Trim(), text.Deadline);
            (SafetyFacts, Contact) = (text.SafetyFacts.Trim(), text.Contact.Trim());
        }

        /// <inheritdoc/>
        public override WayOutKind Kind => WayOutKind.WorkOrder;

        /// <summary>依頼先.</summary>
        public Id<Organisation> ReceiverId { get; private set; }

        /// <summary>依頼すること.</summary>
        public string Task { get; private set; }

        /// <summary>期限.</summary>
        public DateOnly Deadline { get; private set; }

        /// <summary>安全のため最小限伝えること.</summary>
        public string SafetyFacts { get; private set; }

        /// <summary>問合せ先.</summary>
        public string Contact { get; private set; }

        /// <summary>The chair who approved it.</summary>
        public Id<Account>? ApprovedBy { get; private set; }

        /// <summary>When.</summary>
        public DateTimeOffset? ApprovedAt { get; private set; }

        /// <summary>When the chair struck the draft instead.</summary>
        public DateTimeOffset? StruckAt { get; private set; }

        /// <summary>The order that left. This link lives on the sealed side alone.</summary>
        public Id<WorkOrder>? OrderId { get; private set; }

        /// <summary>True while the chair has neither approved nor struck it.</summary>
        public bool Waits => OrderId is null && StruckAt is null;

        /// <summary>What will leave.</summary>
        public WorkOrderText Leaving => new(ReceiverId, Task, Deadline, SafetyFacts, Contact);

        internal void Approve(Id<WorkOrder> order, Stamp by) => (OrderId, ApprovedBy, ApprovedAt) = (order, by.Account, by.At);

        internal void Strike(DateTimeOffset at) => StruckAt = at;
    }

    /// <summary>(b) consent to the exact text.</summary>
    public sealed class ByConsent : WayOut
    {
        private ByConsent() => ConsentedBy = ExactText = Recipient = "";

        internal ByConsent(Id<WayOut> id, Id<Matter> matter, Id<MatterItem> item, WayOutGround ground, ConsentedText text, Stamp by)
            : base(id, matter, item, ground, by) =>
            (ConsentedBy, ExactText, Recipient, ConsentedOn) =
            (text.ConsentedBy.Trim(), text.ExactText.Trim(), text.Recipient.Trim(), text.On);

        /// <inheritdoc/>
        public override WayOutKind Kind => WayOutKind.Consent;

        /// <summary>同意した人.</summary>
        public string ConsentedBy { get; private set; }

        /// <summary>同意した文, word for word.</summary>
        public string ExactText { get; private set; }

        /// <summary>伝える先.</summary>
        public string Recipient { get; private set; }

        /// <summary>同意した日.</summary>
        public DateOnly ConsentedOn { get; private set; }
    }

    /// <summary>(c) a statutory report or a lawful request; nobody's approval stands in its way.</summary>
    public sealed class ByLaw : WayOut
    {
        private ByLaw() => Recipient = Told = "";

        internal ByLaw(Id<WayOut> id, Id<Matter> matter, Id<MatterItem> item, WayOutGround ground, string recipient, string told, Stamp by)
            : base(id, matter, item, ground, by) => (Recipient, Told) = (recipient.Trim(), told.Trim());

        /// <inheritdoc/>
        public override WayOutKind Kind => WayOutKind.Statutory;

        /// <summary>通報・回答先.</summary>
        public string Recipient { get; private set; }

        /// <summary>伝えたこと.</summary>
        public string Told { get; private set; }
    }

    /// <summary>(d) imminent danger: act, record the basis, tell the chair the same day.</summary>
    public sealed class ByDanger : WayOut
    {
        private ByDanger() => Recipient = Told = "";

        internal ByDanger(
            Id<WayOut> id, Id<Matter> matter, Id<MatterItem> item, WayOutGround ground, string recipient, string told,
            DateTimeOffset? chairTold, Stamp by)
            : base(id, matter, item, ground, by) =>
            (Recipient, Told, ChairToldAt) = (recipient.Trim(), told.Trim(), chairTold);

        /// <inheritdoc/>
        public override WayOutKind Kind => WayOutKind.Danger;

        /// <summary>伝えた先.</summary>
        public string Recipient { get; private set; }

        /// <summary>伝えたこと.</summary>
        public string Told { get; private set; }

        /// <summary>座長へ伝えた時.</summary>
        public DateTimeOffset? ChairToldAt { get; private set; }

        /// <summary>座長への報告が済んでいない.</summary>
        public bool ChairWaits => ChairToldAt is null;

        /// <summary>同日中の報告の期限を過ぎた: the day in Tokyo is over and the chair still does not know.</summary>
        public bool IsOverdue(DateOnly today) => ChairWaits && JapanTime.DateOf(At) < today;

        internal void TellChair(DateTimeOffset at) => ChairToldAt = at;
    }

    /// <summary>(e) an anonymised resource gap.</summary>
    public sealed class AsGap : WayOut
    {
        private AsGap() => Text = "";

        internal AsGap(Id<WayOut> id, Id<Matter> matter, Id<MatterItem> item, WayOutGround ground, string text, Stamp by)
            : base(id, matter, item, ground, by) => Text = text.Trim();

        /// <inheritdoc/>
        public override WayOutKind Kind => WayOutKind.AnonymisedGap;

        /// <summary>足りない資源（匿名）.</summary>
        public string Text { get; private set; }
    }
}

/// <summary>会議外へ出す道の種別.</summary>
public enum WayOutKind
{
    /// <summary>依頼票.</summary>
    WorkOrder,
    /// <summary>本人の同意.</summary>
    Consent,
    /// <summary>法令による通報・回答.</summary>
    Statutory,
    /// <summary>差し迫った危険.</summary>
    Danger,
    /// <summary>匿名の地域課題.</summary>
    AnonymisedGap,
}

/// <summary>外へ出す根拠と理由.</summary>
/// <param name="Basis">The ground, as a code or the words of the law.</param>
/// <param name="Reason">Why this, and why now.</param>
public sealed record WayOutGround(string Basis, string Reason);

/// <summary>同意された文.</summary>
/// <param name="ConsentedBy">Who consented.</param>
/// <param name="ExactText">To exactly which text.</param>
/// <param name="Recipient">For whom.</param>
/// <param name="On">When.</param>
public sealed record ConsentedText(string ConsentedBy, string ExactText, string Recipient, DateOnly On);
