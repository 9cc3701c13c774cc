using FsCheck.Fluent;
using Tsunagi.Domain.Consents;
using Tsunagi.Tests.Plans;
using Outcome = Tsunagi.Domain.Shared.Outcome;

namespace Tsunagi.Tests.Consents;

public class ConsentProperties
{
    [Fact]
    public void No_sequence_of_acts_reaches_an_undeclared_state_or_opens_without_a_gift() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), moves =>
        {
            var world = new PlanWorld();
            var consent = world.Explained();
            var opened = new List<(DateTimeOffset At, bool Open)>();
            foreach (var move in moves)
            {
                var before = consent.State;
                var (action, outcome) = Act(world, consent, Math.Abs(move % 15));
                var expected = outcome.IsDone && action is { } a ? ConsentStates.Next(before, a) : before;
                if (consent.State != expected)
                    return false;
                opened.Add((world.Now, consent.IsActiveAt(world.Now)));
                if (consent.IsActiveAt(world.Now) && (consent.State != ConsentState.Active || consent.Giving is null))
                    return false;
                world.Pass(TimeSpan.FromHours(Math.Abs(move % 700) + 1));
            }
            // What was true of an instant stays true of it, whatever happened later – but of a consent that was never given.
            return opened.TrueForAll(o => consent.IsActiveAt(o.At) == (o.Open && consent.State != ConsentState.Annulled));
        }).Holds();

    private static (ConsentAction?, Outcome) Act(PlanWorld world, Consent consent, int move) => move switch
    {
        0 or 1 => (ConsentAction.Explain, consent.ExplainAgain(world.Scope(), world.Explanation(), PlanWorld.ForConsent, world.By)),
        2 or 3 or 4 => (ConsentAction.Give, consent.Give(world.Written(), 40, PlanWorld.ForConsent, world.By)),
        5 => (ConsentAction.Give, consent.Give(world.Written(), 10, PlanWorld.ForConsent, world.By)),
        6 => (ConsentAction.Decline, consent.Decline("いやです", world.By)),
        7 => (ConsentAction.PlanToAskAgain, consent.PlanToAskAgain(world.Today.AddDays(10), world.By)),
        8 => (ConsentAction.Withdraw, consent.Withdraw(null, world.By)),
        9 => (ConsentAction.FindNobody, consent.FindNobody("判断困難", false, world.By)),
        10 => (null, consent.TellAgency("窓口", PlanWorld.Desk, null, world.By)),
        12 => (ConsentAction.CorrectWithdrawal, consent.CorrectWithdrawal("押し間違えた", "同意したままです", world.By)),
        13 => (ConsentAction.Annul, consent.Annul("別の人だった", world.By)),
        11 => (null, consent.Decline(" ", world.By)),
        _ => (null, Outcome.Done),
    };
}
