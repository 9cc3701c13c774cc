using FsCheck.Fluent;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using static Tsunagi.Tests.Plans.PlanWorld;
using Outcome = Tsunagi.Domain.Shared.Outcome;

namespace Tsunagi.Tests.Plans;

public class PlanProperties
{
    [Fact]
    public void Whatever_is_done_every_invariant_of_a_plan_holds() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Walk(seed, [])).Holds();

    [Fact]
    public void The_walk_gets_to_every_state()
    {
        var reached = new HashSet<PlanVersionState>();

        Assert.All(Enumerable.Range(1, 60), seed => Assert.True(Walk(seed, reached)));

        Assert.Empty(Enum.GetValues<PlanVersionState>().Except(reached));
    }

    private static bool Walk(int seed, HashSet<PlanVersionState> reached)
    {
        var random = new Random(seed);
        var world = new PlanWorld(seed);
        var order = random.Next(Orders.Length);
        var plan = world.Draft();
        List<Consent> consents = [world.Given(scope: world.Scope(300))];
        for (var i = 0; i < 400; i++)
        {
            if (plan.Versions.All(v => v.State.IsOver()))
                plan = world.Draft();
            var before = plan.Versions.ToDictionary(v => v.Number, v => v.State);
            var force = plan.InForce?.Number;
            var outcome = Act(world, plan, consents, random, order);
            reached.UnionWith(plan.Versions.Select(v => v.State));
            if (!outcome.IsDone && plan.Versions.Any(v => !before.TryGetValue(v.Number, out var state) || state != v.State))
                return false;
            if (!Holds(plan, before, force, order))
                return false;
            world.Pass(TimeSpan.FromHours(random.Next(8)));
        }
        return true;
    }

    private static bool Holds(Plan plan, Dictionary<int, PlanVersionState> before, int? force, int order)
    {
        foreach (var version in plan.Versions)
        {
            if (version.MainAgencyId.IsNone || version.MainAgencyId != version.Content.MainAgency)
                return false;
            var was = before.GetValueOrDefault(version.Number, PlanVersionState.Draft);
            if (was != version.State && !IsReachable(was, version.State))
                return false;
            if (version.ActivatedAt is not null && !(version.GatesPassed.SequenceEqual(Orders[order]) && version.IsSigned))
                return false;
            var ended = version.State is PlanVersionState.Terminated or PlanVersionState.FollowUp or PlanVersionState.Closed;
            if (ended && !version.Judgements.Any(j => j.Conclusion == PlanConferenceDecision.Terminate))
                return false;
            if (version.State == PlanVersionState.Interrupted && version.NextMonitoringOn is null)
                return false;
        }
        var inForce = plan.Versions.Count(v => v.State.IsInForce());
        // A version in force is left only by its successor, or by a conference: never by a gap.
        var left = force is { } number && plan.InForce?.Number != number;
        var lawful = !left || plan.InForce is not null
            || plan.Numbered(force!.Value)!.State is PlanVersionState.Terminated or PlanVersionState.Interrupted;
        return inForce <= 1 && lawful
            && plan.Versions.Count(v => v.State.IsInPreparation()) <= 1
            && plan.Versions.SelectMany(v => v.Judgements).Select(j => (object?)j.Conference ?? j.Decision).Distinct().Count()
                == plan.Versions.Sum(v => v.Judgements.Count);
    }

    // One act may take two arrows: the last gate judges and decides, a monitoring starts the evaluation.
    private static bool IsReachable(PlanVersionState from, PlanVersionState to) =>
        Enum.GetValues<PlanVersionAction>().Select(a => PlanVersionStates.Next(from, a)).OfType<PlanVersionState>()
            .Any(next => next == to || Enum.GetValues<PlanVersionAction>().Any(a => PlanVersionStates.Next(next, a) == to));

    private static Outcome Act(PlanWorld world, Plan plan, List<Consent> consents, Random random, int order)
    {
        var number = random.Next(4) == 0
            ? random.Next(plan.Versions.Count) + 1
            : (random.Next(2) == 0 ? plan.InPreparation ?? plan.Current : plan.Current).Number;
        var rules = world.Rules(order, terminationNeedsDecision: random.Next(2) == 0);
        switch (random.Next(25))
        {
            case 0:
                return random.Next(10) == 0 ? consents[^1].Withdraw(null, world.By) : Outcome.Done;
            case 1:
                consents.Add(world.Given());
                return Outcome.Done;
            case 2:
                return plan.Numbered(number)!.Content.MonitoringOn is null || random.Next(3) == 0 ? plan.Edit(number, world.Content(), rules, world.By) : Outcome.Done;
            case 3 or 4:
                return plan.Sign(number, world.Signature(), consents, rules);
            case 5 or 6:
                return plan.Submit(number, rules, world.By);
            case 7 or 8 or 9:
                return Judge(world, plan, consents, number, random);
            case 10 or 11:
                return plan.EnterDecision(number, world.Decided(plan, number, DecisionKind.PlanAcceptance), world.By);
            case 12 or 13:
                return plan.EnterDecision(number, world.Decided(plan, number, DecisionKind.PlanDecision), world.By);
            case 14 or 15:
                return plan.Activate(number, null, consents, rules, world.By);
            case 16:
                return plan.Monitor(number, new(world.Today, [], [], [], null, (MonitoringOutcome)random.Next(3), world.Today.AddDays(30)), world.By);
            case 17 or 24:
                return plan.Evaluate(number, new(world.Today, [new(1, "achieved", null)], ["goal-met"], null, ""), world.By);
            case 18:
                return plan.DraftSuccessor(world.By);
            case 19:
                return plan.Resume(number, "連絡がついた", world.Today.AddDays(10), consents, rules, world.By);
            case 20:
                return plan.PlanFollowUp(number, world.Today, "電話", world.By);
            case 21:
                return plan.DoFollowUp(number, 1, world.Today, "元気", world.By);
            case 22:
                return plan.Close(number, "完了", world.By);
            default:
                return random.Next(20) == 0 ? plan.Drop(number, "やめる", world.By) : plan.StartEvaluation(number, "達成", world.By);
        }
    }

    private static Outcome Judge(PlanWorld world, Plan plan, List<Consent> consents, int number, Random random)
    {
        var state = plan.Numbered(number)!.State;
        PlanConferencePurpose[] purposes = [.. Enum.GetValues<PlanConferencePurpose>().Where(p => ForConference.CanTreat(p, state))];
        if (purposes.Length == 0 || !consents.Exists(c => c.IsActiveAt(world.Now)))
            return Outcome.Done;
        var purpose = purposes[random.Next(purposes.Length)];
        var may = purpose.Decisions();
        var conference = world.Concluded(plan, number, purpose, may[random.Next(may.Count)], consents);
        var decision = random.Next(4) > 0 ? world.Decided(plan, number, DecisionKind.PlanTermination) : null;
        var interruption = random.Next(4) > 0 ? world.Decided(plan, number, DecisionKind.PlanInterruption) : null;
        Outcome Enter(int how) => how switch
        {
            0 => plan.JudgeAppropriate(number, conference, world.By),
            1 => plan.Revise(number, conference, world.By),
            2 => plan.Terminate(number, conference, decision, world.Rules(), world.By),
            3 => plan.Continue(number, conference, world.By),
            4 => plan.Interrupt(number, conference, world.Today.AddDays(7), interruption, world.Rules(), world.By),
            _ => plan.ReturnToDesk(number, conference, world.By),
        };
        // Sometimes what it concluded, sometimes anything, and always once too often.
        Enter(random.Next(5) == 0 ? random.Next(6) : (int)conference.Decision!);
        Enter((int)conference.Decision!);
        return Outcome.Done;
    }
}
