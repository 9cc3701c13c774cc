using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>支援プラン: versions of a support plan belonging to a case (W5).</summary>
/// <remarks>
/// At most one version is in force; it stays so until its successor comes into force, and ends in that same act. Every
/// version has exactly one main agency. It ends or pauses only on the conclusion of a 重層的支援会議.
/// </remarks>
public sealed partial class Plan : Aggregate
{
    private readonly List<PlanVersion> versions = [];

    private Plan() { }

    /// <summary>Drafts the first version of a plan.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="case">The case it belongs to.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="content">What it says so far; it may be incomplete, except for its subjects and main agency.</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who drafts it.</param>
    public static Outcome<Plan> Draft(
        Id<Plan> id, Id<Case> @case, PlanKind kind, PlanContent content, PlanRules rules, Stamp by)
    {
        if (Outcome.From(content.CheckDraft(rules, JapanTime.DateOf(by.At))) is { IsDone: false } refused)
            return Outcome<Plan>.Carry(refused);
        var plan = new Plan { Id = id, CaseId = @case, Kind = kind, OrganisationId = by.Organisation };
        plan.Begin(content, by);
        return plan;
    }

    /// <summary>Its id.</summary>
    public Id<Plan> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Plan, Id);

    /// <summary>The case it belongs to.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>Its kind.</summary>
    public PlanKind Kind { get; private set; }

    /// <summary>The organisation that keeps it (the hub, for a collaboration plan): it too sees what is overdue .</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>Its versions, oldest first.</summary>
    public IReadOnlyList<PlanVersion> Versions => versions;

    /// <summary>The version in force, if one is.</summary>
    public PlanVersion? InForce => versions.Find(v => v.State.IsInForce());

    /// <summary>The version being prepared, if one is.</summary>
    public PlanVersion? InPreparation => versions.Find(v => v.State.IsInPreparation());

    /// <summary>The version people mean when they say "the plan": in force, else paused or ended, else the newest.</summary>
    public PlanVersion Current => InForce
        ?? versions.FindLast(v => !v.State.IsOver() && !v.State.IsInPreparation())
        ?? versions.FindLast(v => !v.State.IsOver())
        ?? versions[^1];

    /// <summary>True while a version is before the ward or in force: a case is not closed over it. What was interrupted may wait for good.</summary>
    public bool IsUnderWay => versions.Exists(v => v.State.IsInForce() || v.State.IsInPreparation() && !v.State.IsBeingWritten());

    /// <summary>True while a version is written that was not submitted: it is dropped before a case is closed.</summary>
    public bool IsBeingWritten => versions.Exists(v => v.State.IsBeingWritten());

    /// <summary>A version by its number; null where there is none.</summary>
    public PlanVersion? Numbered(int number) => versions.Find(v => v.Number == number);

    /// <summary>Changes what a draft says. What was signed has to be signed again.</summary>
    public Outcome Edit(int number, PlanContent content, PlanRules rules, Stamp by)
    {
        if (Refuses(number, PlanVersionAction.Edit, out var version) is { } refused)
            return refused;
        if (Outcome.From(content.CheckDraft(rules, JapanTime.DateOf(by.At))) is { IsDone: false } unfit)
            return unfit;
        version.Say(content);
        version.VoidSignatures();
        version.Move(PlanVersionAction.Edit, null, by);
        Record(new PlanEdited(Id, number, content.MainAgency));
        return Outcome.Done;
    }

    /// <summary>Takes one subject's signature; with the last one the version is signed, and the consents must reach every agency with a role.</summary>
    public Outcome Sign(int number, PlanSignature signature, IReadOnlyCollection<Consent> consents, PlanRules rules)
    {
        if (Refuses(number, PlanVersionAction.Sign, out var version) is { } refused)
            return refused;
        if (Outcome.From(version.Content.CheckWhole(JapanTime.DateOf(signature.By.At))) is { IsDone: false } incomplete)
            return incomplete;
        if (!version.Content.Subjects.Contains(signature.Subject))
            return Outcome.Refused(RefusalCode.PlanSubjectUnknown, nameof(PlanSignature.Subject));
        if (signature.Check() is { } wrong)
            return Outcome.Refused([wrong]);
        if (version.Signatures.Any(s => s.Subject == signature.Subject && !s.Voided))
            return Outcome.Refused(RefusalCode.PlanSignedAlready, nameof(PlanSignature.Subject));
        var isLast = version.Content.Subjects.All(s => s == signature.Subject
            || version.Signatures.Any(g => g.Subject == s && !g.Voided));
        if (isLast && Uncovered(version, consents, rules, signature.By) is { } gaps)
            return gaps;
        version.Add(signature with { Voided = false });
        Record(new PlanSigned(Id, number, signature.Subject));
        if (isLast)
            Move(version, PlanVersionAction.Sign, null, signature.By);
        return Outcome.Done;
    }

    /// <summary>Submits a signed version to the gates of the ward's order.</summary>
    public Outcome Submit(int number, PlanRules rules, Stamp by)
    {
        if (!rules.IsWhole)
            throw new ArgumentException("The order of decisions must name each gate once.", nameof(rules));
        if (Refuses(number, PlanVersionAction.Submit, out var version) is { } refused)
            return refused;
        version.BeginRound(rules.DecisionOrder);
        Move(version, PlanVersionAction.Submit, null, by);
        return Outcome.Done;
    }

    /// <summary>Takes a submitted version back into draft, for instance when a decision was sent back. Every gate is passed anew.</summary>
    public Outcome TakeBack(int number, string reason, Stamp by) => WithReason(number, PlanVersionAction.SendBack, reason, by);

    /// <summary>Drops a version that never came into force; the version in force is not touched.</summary>
    public Outcome Drop(int number, string reason, Stamp by) => WithReason(number, PlanVersionAction.Drop, reason, by);

    /// <summary>
    /// Begins the next version as a copy of the one in force or paused, which stays as it is until the new one is active. The day of
    /// its first monitoring is not copied: it is decided anew.
    /// </summary>
    public Outcome DraftSuccessor(Stamp by)
    {
        if ((InForce ?? versions.Find(v => v.State == PlanVersionState.Interrupted)) is not { } present)
            return Outcome.Refused(RefusalCode.WrongState);
        if (InPreparation is not null)
            return Outcome.Refused(RefusalCode.PlanSuccessorOpen);
        Begin(present.Content.ForNext(), by);
        return Outcome.Done;
    }

    /// <summary>Brings a decided version into force; the version it replaces ends in the same act.</summary>
    /// <param name="number">The version.</param>
    /// <param name="monitoringOn">The day of its first monitoring, where the one written has gone by meanwhile; null keeps what is written.</param>
    /// <param name="consents">The consents of its subjects.</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who begins it.</param>
    public Outcome Activate(
        int number, DateOnly? monitoringOn, IReadOnlyCollection<Consent> consents, PlanRules rules, Stamp by)
    {
        if (Refuses(number, PlanVersionAction.Activate, out var version) is { } refused)
            return refused;
        if (JapanTime.DateOf(by.At) > version.Content.Until)
            return Outcome.Refused(RefusalCode.PlanPeriodOver, nameof(PlanContent.Until));
        if (Untimely(version.Content, monitoringOn, by, out var first) is { } untimely)
            return untimely;
        if (Uncovered(version, consents, rules, by) is { } gaps)
            return gaps;
        var replaced = versions.Find(v => v.State.IsInForce() || v.State == PlanVersionState.Interrupted);
        if (replaced is not null)
            Move(replaced, PlanVersionAction.Supersede, null, by);
        version.BeginForce(by.At, first);
        Move(version, PlanVersionAction.Activate, null, by);
        Record(new PlanActivated(Id, number, replaced?.Number, first));
        return Outcome.Done;
    }

    private void Begin(PlanContent content, Stamp by)
    {
        var version = new PlanVersion(Id, CaseId, versions.Count + 1, content, by);
        versions.Add(version);
        Record(new PlanDrafted(Id, CaseId, Kind, version.Number, content.MainAgency));
    }

    // Nobody begins a plan that is overdue on its first day.
    private static Outcome? Untimely(PlanContent content, DateOnly? monitoringOn, Stamp by, out DateOnly first)
    {
        first = monitoringOn ?? content.MonitoringOn ?? default;
        return first < JapanTime.DateOf(by.At) ? Outcome.Refused(RefusalCode.DateInPast, nameof(PlanContent.MonitoringOn))
            : first > content.Until ? Outcome.Refused(RefusalCode.PlanMonitoringOutsidePeriod, nameof(PlanContent.MonitoringOn))
            : null;
    }

    private static Outcome? Uncovered(
        PlanVersion version, IReadOnlyCollection<Consent> consents, PlanRules rules, Stamp by) =>
        ConsentCoverage.Gaps(rules.Need, version.Content.Subjects, version.Content.Categories, consents, by.At) is { Count: > 0 } gaps
            ? Outcome.Refused([.. gaps.Select(g => g.ToRefusal())])
            : null;

    private Outcome WithReason(int number, PlanVersionAction action, string reason, Stamp by)
    {
        if (Refuses(number, action, out var version) is { } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        if (action == PlanVersionAction.SendBack)
            version.VoidSignatures();
        Move(version, action, reason, by);
        return Outcome.Done;
    }

    private Outcome? Refuses(int number, PlanVersionAction action, out PlanVersion version)
    {
        version = Numbered(number)!;
        return version is null ? Outcome.Refused(RefusalCode.NotFound, nameof(number))
            : version.Allows(action) ? null
            : Outcome.Refused(RefusalCode.WrongState);
    }

    private void Move(PlanVersion version, PlanVersionAction action, string? reason, Stamp by)
    {
        version.Move(action, reason, by);
        Record(new PlanMoved(Id, version.Number, action, version.State));
    }
}
