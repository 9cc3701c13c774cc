using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Cases.CaseWorld;

namespace Tsunagi.Tests.Cases;

/// <summary>Several actors do whatever comes to their mind, with a clock that sometimes stands still or jumps back.</summary>
public class CaseProperties
{
    private static readonly Id<Organisation>[] Organisations = [Desk, Hub, Shakyo];
    private static readonly Id<Account>[] Accounts = [Sato, Suzuki, Tanaka];

    /// <summary>What is done, by whom, about which handover, and how far the clock moves.</summary>
    private readonly record struct Step(int Act, int Actor, int Other, int Minutes);

    private static readonly Gen<Step> Steps =
        from act in Gen.Choose(0, 12)
        from actor in Gen.Choose(0, 2)
        from other in Gen.Choose(0, 5)
        from minutes in Gen.Frequency((4, Gen.Choose(0, 100_000)), (2, Gen.Constant(0)), (4, Gen.Choose(-90, 0)))
        select new Step(act, actor, other, minutes);

    [Fact]
    public void An_unclosed_case_has_exactly_one_responsible_organisation_at_every_instant() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps =>
        {
            var run = new Run();
            foreach (var step in steps)
            {
                var before = run.Case.State;
                run.Do(step);
                Assert.True(before == run.Case.State || CaseStates.Table.Transitions.Any(
                    t => t.From == before.ToString() && t.To == run.Case.State.ToString()), "an undeclared transition");
                run.CheckResponsibility();
                run.CheckWorkers();
                run.CheckHandovers();
            }
        }).Check(Properties.Config.WithMaxTest(1500).WithEndSize(60));

    private sealed class Run
    {
        private readonly CaseWorld world = new();
        private readonly List<Handover> handovers = [];
        private readonly List<Id<Organisation>> expected = [Desk];
        private readonly DateTimeOffset opened;

        public Run() => (Case, opened) = (world.Open(), world.Now);

        public Case Case { get; }

        public void Do(Step step)
        {
            world.Now = world.Now.AddMinutes(step.Minutes);
            var by = world.By(Organisations[step.Actor], Accounts[step.Other % 3]);
            var other = Accounts[step.Other % 3];
            var handover = handovers.Count == 0 ? null : handovers[step.Other % handovers.Count];
            switch (step.Act)
            {
                case 0 or 1 or 2:
                    var open = handovers.Any(h => h.State == HandoverState.Offered);
                    var offer = Handover.Offer(
                        world.Id<Handover>(), Case, new(Organisations[step.Other % 3], "moved", "要点"), open, HandoverReasons, by);
                    if (offer.IsDone)
                        handovers.Add(offer.Value);
                    break;
                case 3 or 4 or 5:
                    // A worker may find it already answered: the refusal must change nothing.
                    if (handover?.Accept(Case, step.Other > 2 ? other : null, null, by).IsDone == true)
                        expected.Add(by.Organisation);
                    break;
                case 6: handover?.Decline("手一杯", by); break;
                case 7: handover?.Withdraw("続ける", by); break;
                case 8: Case.Suspend(new("hospital", "電話", world.Today.AddDays(7)), SuspensionReasons, by); break;
                case 9: Case.Resume("退院", by); break;
                case 10: Case.Assign(other, world.Today.AddDays(step.Other * 20), by); break;
                case 11: Case.AppointDeputy(other, world.Today.AddDays(step.Other), by); break;
                default:
                    if (step.Other == 0)
                        Case.Close(new("goal-met", "終わり"), new(0, handovers.Any(h => h.State == HandoverState.Offered), false, 0), Outcomes, by);
                    break;
            }
        }

        public void CheckResponsibility()
        {
            var periods = Case.Periods;
            Assert.Equal(expected, periods.Select(p => p.OrganisationId));
            Assert.Equal(opened, periods[0].From);
            Assert.All(periods, p => Assert.True(p.From < p.Until));
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            Assert.Equal(Case.State == CaseState.Closed, Case.ClosedAt is not null);
            Assert.Equal(Case.ClosedAt ?? DateTimeOffset.MaxValue, periods[^1].Until);
            Assert.Equal(Case.ClosedAt is null ? DateTimeOffset.MaxValue : null, Case.ResponsibleUntil);
            Assert.Equal(expected[^1], Case.OrganisationId);
            foreach (var at in Instants())
                Assert.Equal(
                    at >= opened && (Case.ClosedAt is null || at < Case.ClosedAt) ? 1 : 0,
                    periods.Count(p => p.From <= at && at < p.Until));
        }

        public void CheckWorkers()
        {
            var assignments = Case.Assignments;
            Assert.Equal(opened, assignments[0].From);
            Assert.All(assignments, a => Assert.True(a.From < a.Until));
            Assert.All(assignments.Zip(assignments.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            Assert.Equal(Case.ClosedAt ?? DateTimeOffset.MaxValue, assignments[^1].Until);
            Assert.All(assignments, a => Assert.Equal(Case.ResponsibleAt(a.From), a.OrganisationId));
            Assert.Equal(assignments.Count, assignments.Select(a => a.Number).Distinct().Count());
            foreach (var at in Instants())
                Assert.True(Case.Deputies.Count(d => d.From <= at && at < d.Until) <= 1, "two deputies at once");
        }

        public void CheckHandovers()
        {
            Assert.True(handovers.Count(h => h.State == HandoverState.Offered) <= 1, "two open handovers");
            Assert.True(Case.State != CaseState.Closed || handovers.All(h => h.State != HandoverState.Offered), "closed over a handover");
            Assert.Equal(expected.Count - 1, handovers.Count(h => h.State == HandoverState.Accepted));
        }

        private IEnumerable<DateTimeOffset> Instants() =>
            Case.Periods.Select(p => p.From).Concat(Case.Assignments.Select(a => a.From)).Append(world.Now)
                .SelectMany(at => new[] { at.AddTicks(-1), at, at.AddTicks(1) });
    }
}
