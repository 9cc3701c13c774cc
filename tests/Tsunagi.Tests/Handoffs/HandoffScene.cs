using System.Collections.Frozen;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Handoffs;

/// <summary>The organisations, texts and acts that handoff tests share.</summary>
internal sealed class HandoffScene
{
    public static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly Id<Organisation> Desk = IdSource.Named<Organisation>("desk");
    public static readonly Id<Organisation> Hub = IdSource.Named<Organisation>("hub");
    public static readonly Id<Organisation> OtherHub = IdSource.Named<Organisation>("other-hub");
    public static readonly Id<Organisation> Agency = IdSource.Named<Organisation>("agency");
    public static readonly HandoffRules Free = new(ReturnNeedsDecision: false, AcceptanceNeedsDecision: false, BounceAlertOver: 1);
    public static readonly HandoffRules Decided = new(ReturnNeedsDecision: true, AcceptanceNeedsDecision: true, BounceAlertOver: 1);
    public static readonly DisclosureTerms Terms = new(FrozenSet.ToFrozenSet(["consent", "within-purpose", "law"]), FrozenSet.ToFrozenSet(["law"]), LocationProtected: false);

    private readonly IdSource ids;
    private readonly SettableClock clock = new(Start);

    public HandoffScene(int seed = 7) => ids = IdSource.Seeded(clock, new Random(seed));

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Pass(TimeSpan time) => clock.Advance(time);

    public Id<T> NewId<T>() => ids.Next<T>();

    public Stamp As(Id<Organisation> organisation) => new(new(organisation.Value), organisation, Now);

    public static CriteriaSheet Sheet(CriterionAnswer complex, CriterionAnswer roles, CriterionAnswer meetings) =>
        new(new(complex, "状況による"), new(roles, "状況による"), new(meetings, "状況による"));

    public static readonly CriteriaSheet AllYes = Sheet(CriterionAnswer.Yes, CriterionAnswer.Yes, CriterionAnswer.Yes);
    public static readonly CriteriaSheet RolesFail = Sheet(CriterionAnswer.Yes, CriterionAnswer.No, CriterionAnswer.Yes);
    public static readonly CriteriaSheet Unclear = Sheet(CriterionAnswer.Yes, CriterionAnswer.NotEnoughInformation, CriterionAnswer.Yes);

    public static HandoffEnvelope Envelope { get; } = new("家計の相談に同席してほしい", ["housing"], "housing", "soon", "kitazawa", [], "03-0000-0000");

    public HandoffDraft Draft(HandoffKind kind, HandoffReceiver? to, params Enclosure[] enclosures) => new(
        kind, new(Case: NewId<Case>()), to, Envelope, enclosures,
        kind == HandoffKind.ToHub ? new(NewId<Assessment>(), 1, ["housing"]) : null,
        kind == HandoffKind.ToHub ? AllYes : null);

    public Handoff Sent(HandoffKind kind, Id<Organisation> to, params Enclosure[] enclosures)
    {
        var handoff = Handoff.Draft(NewId<Handoff>(), Draft(kind, HandoffReceiver.Inside(to), enclosures), As(Desk)).Value;
        Assert.True(handoff.Send(Terms, As(Desk)).IsDone);
        return handoff;
    }

    public Handoff SentOutside(params Enclosure[] enclosures)
    {
        var to = HandoffReceiver.Beyond(new("hospital", "総合病院 相談室", "03-0000-0001"));
        var handoff = Handoff.Draft(NewId<Handoff>(), Draft(HandoffKind.ToDesk, to, enclosures), As(Desk)).Value;
        Assert.True(handoff.Send(Terms, As(Desk)).IsDone);
        return handoff;
    }

    public Handoff Judged(CriteriaSheet sheet)
    {
        var handoff = Sent(HandoffKind.ToHub, Hub);
        Assert.True(handoff.Judge(sheet, As(Hub)).IsDone);
        return handoff;
    }

    public Id<Case> NewCase() => NewId<Case>();

    public Id<Decision> NewDecision() => NewId<Decision>();

    /// <summary>The supervisor of an organisation.</summary>
    public Stamp Chief(Id<Organisation> organisation) => new(IdSource.Named<Account>($"chief of {organisation}"), organisation, Now);

    public static RefusalCode Code(Outcome outcome) => outcome.Refusals[0].Code;

    private sealed class SettableClock(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset now = start;

        public override DateTimeOffset GetUtcNow() => now;

        public void Advance(TimeSpan time) => now += time;
    }
}
