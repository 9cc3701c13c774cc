using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Handoffs.HandoffScene;

namespace Tsunagi.Tests.Handoffs;

/// <summary>Random acts by four organisations and a passing clock; whatever they try, nobody falls through.</summary>
public class HandoffProperties
{
    private static readonly Id<Organisation>[] Organisations = [Desk, Hub, OtherHub, Agency];

    [Fact]
    public void A_handoff_never_disappears() => Check(world =>
    {
        foreach (var handoff in world.All)
        {
            // Either it has ended, or exactly one end is to act – and that end can.
            Assert.Equal(handoff.HasEnded, handoff.WhoActsNext == HandoffSide.Neither);
            if (!handoff.HasEnded)
            {
                Assert.NotEmpty(HandoffActs.Allowed(handoff, handoff.WhoActsNext, world.Rules));
                Assert.Equal(1, Organisations.Count(o => handoff.SideOf(o) == handoff.WhoActsNext));
            }
            // A redirected handoff goes on in exactly one other.
            Assert.Equal(handoff.State == HandoffState.Redirected ? 1 : 0, world.All.Count(h => h.RedirectedById is not null && h.ParentId == handoff.Id));
        }
    });

    [Fact]
    public void Whatever_is_sent_inside_is_received() => Check(world =>
    {
        foreach (var handoff in world.All.Where(h => h.SentAt is not null && h.Outside is null))
        {
            Assert.Contains(handoff.Steps, s => s.State == HandoffState.Received && s.At == handoff.SentAt);
        }
    });

    [Fact]
    public void The_state_is_questioned_exactly_while_a_question_is_open_and_only_then_the_clock_stands() => Check(world =>
    {
        foreach (var handoff in world.All)
        {
            if (handoff.State == HandoffState.Questioned)
            {
                Assert.Contains(handoff.Questions, q => q.IsOpen);
            }
            if (handoff.WhoActsNext == HandoffSide.Receiver)
            {
                Assert.DoesNotContain(handoff.Questions, q => q.IsOpen);
            }
            var later = handoff.InReceiversHands(world.Scene.Now.AddDays(1)) - handoff.InReceiversHands(world.Scene.Now);
            Assert.Equal(handoff.WhoActsNext == HandoffSide.Receiver ? TimeSpan.FromDays(1) : TimeSpan.Zero, later);
        }
    });

    [Fact]
    public void The_chain_keeps_its_sender_and_counts_its_bounces() => Check(world =>
    {
        foreach (var chain in world.All.GroupBy(h => h.ChainRootId))
        {
            Assert.Single(chain.Select(h => h.SenderId).Distinct());
            var last = chain.MaxBy(h => h.ChainBounces)!;
            Assert.Equal(world.Bounces.GetValueOrDefault(chain.Key), last.ChainBounces);
            Assert.Equal(world.Bounces.GetValueOrDefault(chain.Key) > world.Rules.BounceAlertOver, last.NeedsAreaManager(world.Rules));
        }
    });

    [Fact]
    public void A_case_is_opened_exactly_by_acceptance_and_never_twice() => Check(world =>
    {
        foreach (var handoff in world.All)
        {
            var accepted = handoff.State is HandoffState.Accepted or HandoffState.AcceptedJointly;
            Assert.Equal(accepted && handoff.Outside is null, handoff.ReceiverCaseId is not null);
            Assert.Equal(accepted && handoff.Outside is null ? 1 : 0, world.Acceptances.Count(id => id == handoff.Id));
        }
    });

    [Fact]
    public void Acts_that_are_not_offered_are_refused_and_change_nothing() => Check(world => Assert.Empty(world.Breaches));

    [Fact]
    public void Every_state_came_by_an_arrow_of_the_machine() => Check(world =>
    {
        var arrows = HandoffStates.Table.Transitions.Select(t => (t.From, t.To)).ToHashSet();
        foreach (var handoff in world.All)
        {
            foreach (var (from, to) in handoff.Steps.Zip(handoff.Steps.Skip(1)))
            {
                Assert.Contains((from.State.ToString(), to.State.ToString()), arrows);
            }
        }
    });

    [Fact]
    public void The_random_acts_reach_every_state_so_that_the_properties_say_something()
    {
        var reached = new HashSet<HandoffState>();
        for (var seed = 0; seed < 60; seed++)
        {
            var (world, random) = (new World(seed % 2 == 0), new Random(seed));
            for (var i = 0; i < 60; i++)
            {
                world.Play(random.Next());
                reached.UnionWith(world.All.Select(h => h.State));
            }
        }
        Assert.Equal(Enum.GetValues<HandoffState>(), reached.Order());
    }

    private static void Check(Action<World> holds)
    {
        var moves = Gen.Choose(0, int.MaxValue - 1).ListOf(40);
        Prop.ForAll(Arb.From(moves), sequence =>
        {
            var world = new World(sequence.FirstOrDefault() % 2 == 0);
            foreach (var move in sequence)
            {
                world.Play(move);
                holds(world);
            }
        }).Check(Properties.Config.WithMaxTest(120));
    }

    private sealed class World(bool decided)
    {
        public HandoffScene Scene { get; } = new();
        public HandoffRules Rules { get; } = decided ? Decided : Free;
        public List<Handoff> All { get; } = [];
        public Dictionary<Id<Handoff>, int> Bounces { get; } = [];
        public List<Id<Handoff>> Acceptances { get; } = [];
        public List<string> Breaches { get; } = [];

        public void Play(int move)
        {
            var random = new Random(move);
            Scene.Pass(TimeSpan.FromHours(random.Next(0, 48)));
            if (All.Count == 0 || random.Next(8) == 0)
            {
                All.Add(New(random));
                return;
            }
            var handoff = All[random.Next(All.Count)];
            var acts = Enum.GetValues<HandoffAct>();
            var offered = HandoffActs.Allowed(handoff, handoff.WhoActsNext, Rules);
            // Half of the time what is offered, half of the time anything by anybody.
            var (act, organisation) = random.Next(2) == 0 && offered.Count > 0
                ? (offered[random.Next(offered.Count)], handoff.WhoActsNext == HandoffSide.Sender ? handoff.SenderId : handoff.ReceiverId!.Value)
                : (acts[random.Next(acts.Length)], Organisations[random.Next(Organisations.Length)]);
            var may = HandoffActs.Against(handoff, handoff.SideOf(organisation), act, Rules) is null;
            var (state, steps) = (handoff.State, handoff.Steps.Count);
            var done = Do(handoff, act, Scene.As(organisation), random);
            if (!may && (done || handoff.State != state || handoff.Steps.Count != steps))
            {
                Breaches.Add($"{act} in {state}");
            }
        }

        private Handoff New(Random random)
        {
            var sender = Organisations[random.Next(Organisations.Length)];
            var to = Organisations.Where(o => o != sender).ElementAt(random.Next(3));
            var kind = (HandoffKind)random.Next(3);
            var receiver = kind == HandoffKind.ToDesk && random.Next(4) == 0
                ? HandoffReceiver.Beyond(new("school", "中学校", null))
                : HandoffReceiver.Inside(to);
            var after = All.FirstOrDefault(h => h.State == HandoffState.ReturnAcknowledged && h.SenderId == sender);
            return Handoff.Draft(Scene.NewId<Handoff>(), Scene.Draft(kind, receiver), Scene.As(sender), after).Value;
        }

        private bool Do(Handoff handoff, HandoffAct act, Stamp by, Random random)
        {
            switch (act)
            {
                case HandoffAct.Revise: return handoff.Revise(Scene.Draft(handoff.Kind, handoff.Outside is { } o ? HandoffReceiver.Beyond(o) : HandoffReceiver.Inside(handoff.ReceiverId!.Value)), by).IsDone;
                case HandoffAct.Send: return handoff.Send(Terms, by).IsDone;
                case HandoffAct.LogAttempt: return handoff.LogAttempt("phone", "不在", by.At, by).IsDone;
                case HandoffAct.ConfirmOutside: return handoff.ConfirmOutside("教頭", "phone", by.At, by).IsDone;
                case HandoffAct.Judge: return handoff.Judge(random.Next(3) switch { 0 => AllYes, 1 => RolesFail, _ => Unclear }, by).IsDone;
                case HandoffAct.Ask: return handoff.Ask(["いつから", "だれと"], by).IsDone;
                case HandoffAct.Answer: return handoff.Answer(Some(handoff, random), by).IsDone;
                case HandoffAct.TakeBackQuestion: return handoff.TakeBackQuestion(random.Next(1, 4), by).IsDone;
                case HandoffAct.Accept: return Accepted(handoff, handoff.Accept(Scene.NewCase(), handoff.Kind == HandoffKind.ToHub ? by.Organisation : null, Rules, by).IsDone);
                case HandoffAct.AcceptJointly: return Accepted(handoff, handoff.AcceptJointly(Scene.NewCase(), by).IsDone);
                case HandoffAct.ProposeAcceptance: return handoff.ProposeAcceptance(by.Organisation, Scene.NewDecision(), Rules, by).IsDone;
                case HandoffAct.Return: return Bounced(handoff, handoff.Return("先に役割を決める", false, Rules, by).IsDone);
                case HandoffAct.ProposeReturn: return handoff.ProposeReturn("先に役割を決める", false, Scene.NewDecision(), Rules, by).IsDone;
                case HandoffAct.CarryOut: return CarriedOut(handoff, by);
                case HandoffAct.DropProposal: return handoff.DropProposal(handoff.Proposal?.Decision ?? Scene.NewDecision(), null, by).IsDone;
                case HandoffAct.AcknowledgeReturn: return handoff.AcknowledgeReturn(by).IsDone;
                case HandoffAct.Redirect: return Redirected(handoff, by, random);
                case HandoffAct.Advise: return handoff.Advise("まず家計を一緒に見る", by).IsDone;
                case HandoffAct.AcknowledgeAdvice: return handoff.AcknowledgeAdvice(by).IsDone;
                case HandoffAct.Withdraw: return handoff.Withdraw("事情が変わった", by).IsDone;
                case HandoffAct.ReleaseEnclosure: return handoff.ReleaseEnclosure(EnclosedPart.Identity, "consent", null, Terms, by).IsDone;
                case HandoffAct.RecordTold: return handoff.RecordTold(true, JapanTime.DateOf(by.At), "phone", by).IsDone;
                default: throw new InvalidOperationException(act.ToString());
            }
        }

        private static Dictionary<int, string> Some(Handoff handoff, Random random) =>
            handoff.Questions.Where(q => q.IsOpen).Take(random.Next(1, 4)).ToDictionary(q => q.Number, _ => "春から");

        private bool CarriedOut(Handoff handoff, Stamp by)
        {
            var returns = handoff.Proposal?.Act == ProposedAct.Return;
            var done = handoff.CarryOut(handoff.Proposal?.Decision ?? Scene.NewDecision(), Scene.NewCase(), Scene.Chief(by.Organisation)).IsDone;
            return returns ? Bounced(handoff, done) : Accepted(handoff, done);
        }

        private bool Redirected(Handoff handoff, Stamp by, Random random)
        {
            var target = new RedirectTarget(handoff.Kind, HandoffReceiver.Inside(Organisations[random.Next(4)]), "より近い", random.Next(3) == 0);
            var next = handoff.Redirect(Scene.NewId<Handoff>(), target, by);
            if (!next.IsDone)
            {
                return false;
            }
            All.Add(next.Value);
            return target.IsInternalAdjustment || Bounced(handoff, true);
        }

        private bool Accepted(Handoff handoff, bool done)
        {
            if (done)
            {
                Acceptances.Add(handoff.Id);
            }
            return done;
        }

        private bool Bounced(Handoff handoff, bool done)
        {
            if (done)
            {
                Bounces[handoff.ChainRootId] = Bounces.GetValueOrDefault(handoff.ChainRootId) + 1;
            }
            return done;
        }
    }
}
