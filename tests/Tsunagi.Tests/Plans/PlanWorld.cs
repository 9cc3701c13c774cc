using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Plans;

/// <summary>A small made-up town for the tests of consent, conference, plan and decision; its clock is moved by hand.</summary>
internal sealed class PlanWorld
{
    public const string Purpose = "collaboration";
    public const string Hub = "hub", Desk = "desk", Clinic = "medical";
    public const string Identity = "identity", Narrative = "narrative", Special = "special";

    public static readonly ConsentRules ForConsent = new(
        MinorConsentAge: 15, AdultAge: 18, MaxMonths: 12,
        new HashSet<string> { Purpose, "participation" }, new HashSet<string> { Hub, Desk, Clinic },
        new HashSet<string> { Identity, Narrative, Special });

    public static readonly DecisionLine Line = new(["subsection-chief"], "section-chief", ["deputy-chief"]);

    public static readonly IReadOnlyList<PlanGate>[] Orders =
    [
        [PlanGate.Acceptance, PlanGate.Conference, PlanGate.PlanDecision],
        [PlanGate.Conference, PlanGate.Acceptance, PlanGate.PlanDecision],
        [PlanGate.Acceptance, PlanGate.PlanDecision, PlanGate.Conference],
    ];

    private readonly SettableClock clock = new(new(2026, 4, 6, 1, 0, 0, TimeSpan.Zero));
    private readonly IdSource ids;

    public PlanWorld(int seed = 1)
    {
        ids = IdSource.Seeded(clock, new Random(seed));
        Case = ids.Next<Case>();
        (Mother, Son) = (ids.Next<Person>(), ids.Next<Person>());
        (HubAgency, DeskAgency) = (IdSource.Named<Organisation>("hub"), IdSource.Named<Organisation>("desk"));
        (Officer, Chief, Head) = (ids.Next<Account>(), ids.Next<Account>(), ids.Next<Account>());
    }

    public Id<Case> Case { get; }
    public Id<Person> Mother { get; }
    public Id<Person> Son { get; }
    public Id<Organisation> HubAgency { get; }
    public Id<Organisation> DeskAgency { get; }
    public Id<Account> Officer { get; }
    public Id<Account> Chief { get; }
    public Id<Account> Head { get; }

    public DateTimeOffset Now => clock.GetUtcNow();
    public DateOnly Today => JapanTime.DateOf(Now);
    public Stamp By => new(Officer, HubAgency, Now);
    public Stamp As(Id<Account> account) => new(account, HubAgency, Now);
    public Id<T> Next<T>() => ids.Next<T>();
    public void Pass(TimeSpan time) => clock.Pass(time);
    public void PassDays(int days) => clock.Pass(TimeSpan.FromDays(days));

    public PlanRules Rules(int order = 0, bool terminationNeedsDecision = true, bool interruptionNeedsDecision = true) =>
        new(12, Orders[order], terminationNeedsDecision, interruptionNeedsDecision, new(Purpose, [Identity, Narrative]));

    public static PlanConferenceRules ForConference { get; } = new(Purpose, [Identity, Narrative], MakesPlans: false);

    public ConsentScope Scope(int days = 180, params string[] categories) => new(
        [Purpose], categories.Length == 0 ? [Hub, Desk] : categories, [Identity, Narrative], Today, Today.AddDays(days));

    public ConsentExplanation Explanation(Interpreter? interpreter = null) => new("佐藤（主任）", Now, "日本語", interpreter, null);

    public ConsentGiving Written(
        ConsentGiver giver = ConsentGiver.Self, bool canJudge = true, string? name = null, string? authority = null,
        string? wish = null, RepresentativeStanding standing = RepresentativeStanding.Clear) =>
        new(giver, name, standing, authority, canJudge, wish, ConsentForm.Written, SignatureKind.Signed, null, null, null, null, Now);

    public Consent Explained(Id<Person>? subject = null, ConsentScope? scope = null) => Consent.Explain(
        Next<Consent>(), Case, subject ?? Mother, scope ?? Scope(), Explanation(), null, ForConsent, By).Value;

    public Consent Given(Id<Person>? subject = null, ConsentScope? scope = null)
    {
        var consent = Explained(subject, scope);
        Assert.True(consent.Give(Written(), 45, ForConsent, By).IsDone);
        return consent;
    }

    public PlanContent Content(params Id<Person>[] subjects)
    {
        Id<Person>[] whose = subjects.Length == 0 ? [Mother] : subjects;
        return new(
            whose, HubAgency,
            [.. whose.Select((p, i) => new PlanGoal(i + 1, GoalHorizon.Long, p, "この家で暮らしつづけたい"))],
            SupportApproach.StayingConnected, "つながりを保つ",
            [new(1, "本人", "週に一度サロンへ行く", Today.AddDays(90), 1)], "隣家の声かけ",
            [new("多機関協働", Hub, HubAgency, "進行管理"), new("窓口", Desk, DeskAgency, "訪問")],
            Today, Today.AddDays(180), Today.AddDays(60));
    }

    public Plan Draft(PlanContent? content = null) =>
        Plan.Draft(Next<Plan>(), Case, PlanKind.Collaboration, content ?? Content(), Rules(), By).Value;

    public PlanSignature Signature(Id<Person>? subject = null) =>
        new(subject ?? Mother, SignatureKind.Signed, null, null, Today, By);

    /// <summary>A conference that went through all its steps to a conclusion.</summary>
    public PlanConference Concluded(
        Plan plan, int version, PlanConferencePurpose purpose, PlanConferenceDecision decision, IReadOnlyCollection<Consent> consents)
    {
        var conference = Planned(plan, version, purpose);
        Done(conference.CheckConsent(consents, ForConference, By));
        Done(conference.Hold(new(Now, [1, 2]), plan.Numbered(version)!.State, consents, ForConference, By));
        foreach (var content in purpose.RequiredContents())
            Done(conference.Write(content, "話し合った。", By));
        Done(conference.Speak(1, ConferenceVoice.Agrees, null));
        Done(conference.Speak(2, ConferenceVoice.AgreesWithReservation, "訪問は月一回まで"));
        Done(conference.Decide(decision, null, By));
        return conference;
    }

    public PlanConference Planned(Plan plan, int version, PlanConferencePurpose purpose)
    {
        var treats = new ConferencePlan(plan.Id, version, Case, plan.Numbered(version)!.Content.Subjects);
        var conference = PlanConference.Plan(Next<PlanConference>(), treats, purpose, Now, "第1会議室", By).Value;
        Done(conference.Invite(new("高橋（係長）", "多機関協働", Hub, HubAgency, Officer, null)));
        Done(conference.Invite(new("山本（主任）", "窓口", Desk, DeskAgency, null, null)));
        return conference;
    }

    public Decision Decided(Plan plan, int version, DecisionKind kind)
    {
        var decision = Drafted(plan, version, kind);
        Done(decision.Check("subsection-chief", null, As(Chief)));
        Done(decision.Decide("section-chief", null, As(Head)));
        return decision;
    }

    public Decision Drafted(Plan plan, int version, DecisionKind kind) => Decision.Draft(
        Next<Decision>(), new(kind, plan.Id.Value, version, plan.Numbered(version)!.Round), Case, "決定してよろしいか伺います。", Line, By.Organisation, By).Value;

    /// <summary>Brings a version of a plan from draft into force.</summary>
    public void BringIntoForce(Plan plan, int version, IReadOnlyCollection<Consent> consents, int order = 0)
    {
        foreach (var subject in plan.Numbered(version)!.Content.Subjects)
            Done(plan.Sign(version, Signature(subject), consents, Rules(order)));
        Done(plan.Submit(version, Rules(order), By));
        var purpose = version == 1 ? PlanConferencePurpose.PlanReview : PlanConferencePurpose.RePlan;
        foreach (var gate in Orders[order])
        {
            Done(gate switch
            {
                PlanGate.Acceptance => plan.EnterDecision(version, Decided(plan, version, DecisionKind.PlanAcceptance), By),
                PlanGate.PlanDecision => plan.EnterDecision(version, Decided(plan, version, DecisionKind.PlanDecision), By),
                PlanGate.Conference => plan.JudgeAppropriate(
                    version, Concluded(plan, version, purpose, PlanConferenceDecision.Appropriate, consents), By),
            });
        }
        Done(plan.Activate(version, null, consents, Rules(order), By));
    }

    public static void Done(Outcome outcome) => Assert.Empty(outcome.Refusals);

    public static void Refused(RefusalCode code, Outcome outcome) => Assert.Contains(code, outcome.Refusals.Select(r => r.Code));

    private sealed class SettableClock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset now = now;
        public override DateTimeOffset GetUtcNow() => now;
        public void Pass(TimeSpan time) => now += time;
    }
}
