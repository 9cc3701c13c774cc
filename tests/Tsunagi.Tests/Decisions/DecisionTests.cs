using FsCheck.Fluent;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.Plans;
using static Tsunagi.Tests.Plans.PlanWorld;
using Outcome = Tsunagi.Domain.Shared.Outcome;

namespace Tsunagi.Tests.Decisions;

public class DecisionTests
{
    private const string Checker = "subsection-chief", Decider = "section-chief", Deputy = "deputy-chief";
    private readonly PlanWorld world = new();

    private Decision Draft(DecisionLine? line = null) => Decision.Draft(
        world.Next<Decision>(), new(DecisionKind.PlanDecision, world.Next<Decision>().Value, 1, 1), world.Case, "伺います。", line ?? Line, world.By.Organisation, world.By).Value;

    [Fact]
    public void A_draft_is_checked_then_decided()
    {
        var decision = Draft();
        Assert.Equal(Checker, decision.NextRole);
        Refused(RefusalCode.WrongState, decision.Decide(Decider, null, world.As(world.Head)));

        Done(decision.Check(Checker, "よい", world.As(world.Chief)));
        Assert.Equal(Decider, decision.NextRole);
        Done(decision.Decide(Decider, null, world.As(world.Head)));

        Assert.True(decision.IsInForce);
        Assert.Equal(
            [DecisionStepKind.Draft, DecisionStepKind.Check, DecisionStepKind.Decide], decision.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void Nobody_checks_or_decides_their_own_draft()
    {
        var decision = Draft();
        Refused(RefusalCode.DecisionOwnDraft, decision.Check(Checker, null, world.By));
        Done(decision.Check(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.DecisionOwnDraft, decision.Decide(Decider, null, world.By));
        Refused(RefusalCode.DecisionOwnDraft, decision.DecideAsDeputy(Deputy, "不在", world.By));
    }

    [Fact]
    public void Another_role_cannot_act()
    {
        var decision = Draft();
        Refused(RefusalCode.DecisionNotThisRole, decision.Check(Decider, null, world.As(world.Head)));
        Done(decision.Check(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.DecisionNotThisRole, decision.Decide(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.DecisionNotThisRole, decision.DecideAsDeputy(Decider, "不在", world.As(world.Head)));
    }

    /// <summary>The ward decides what a contractor puts up: at neither end may the other's part be played.</summary>
    [Fact]
    public void Only_the_deciding_organisation_acts_on_the_line_and_only_the_authors_mends()
    {
        Stamp AtDesk(Id<Account> who) => new(who, world.DeskAgency, world.Now);
        var decision = Decision.Draft(
            world.Next<Decision>(), new(DecisionKind.PlanDecision, world.Next<Decision>().Value, 1, 1), world.Case, "伺います。", Line, world.HubAgency, AtDesk(world.Officer)).Value;

        Refused(RefusalCode.DecisionNotThisRole, decision.Check(Checker, null, AtDesk(world.Chief)));
        Done(decision.Check(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.DecisionNotThisRole, decision.Decide(Decider, null, AtDesk(world.Head)));
        Refused(RefusalCode.DecisionNotThisRole, decision.DecideAsDeputy(Deputy, "不在", AtDesk(world.Head)));
        Done(decision.SendBack(Decider, "直す", world.As(world.Head)));
        Refused(RefusalCode.NotAllowed, decision.Redraft("直した", world.As(world.Chief)));
        Done(decision.Redraft("直した", AtDesk(world.Officer)));
        Assert.Equal(world.HubAgency, decision.OrganisationId);
    }

    [Fact]
    public void Every_check_of_a_longer_line_is_needed_in_order()
    {
        var decision = Draft(new(["first", "second"], Decider, []));

        Refused(RefusalCode.DecisionNotThisRole, decision.Check("second", null, world.As(world.Chief)));
        Done(decision.Check("first", null, world.As(world.Chief)));
        Assert.Equal(DecisionState.Drafted, decision.State);
        Done(decision.Check("second", null, world.As(world.Head)));
        Assert.Equal(DecisionState.Checked, decision.State);
    }

    [Fact]
    public void A_line_without_checks_goes_straight_to_the_decider()
    {
        var decision = Draft(new([], Checker, []));

        Assert.Equal((DecisionState.Checked, Checker), (decision.State, decision.NextRole));
        Done(decision.SendBack(Checker, "理由を詳しく", world.As(world.Chief)));
        Done(decision.Redraft("詳しく書きました。", world.By));
        Done(decision.Decide(Checker, null, world.As(world.Chief)));
    }

    [Fact]
    public void What_is_sent_back_needs_words_and_starts_anew()
    {
        var decision = Draft();
        Done(decision.Check(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.Required, decision.SendBack(Decider, " ", world.As(world.Head)));
        Done(decision.SendBack(Decider, "役割がはっきりしない", world.As(world.Head)));
        Assert.Null(decision.NextRole);

        Done(decision.Redraft("直しました。", world.By));
        Assert.Equal((DecisionState.Drafted, 0), (decision.State, decision.ChecksDone));
        Assert.Equal(["伺います。", "直しました。"],
            decision.Steps.Where(s => s.Kind is DecisionStepKind.Draft or DecisionStepKind.Redraft).Select(s => s.Words));
    }

    [Fact]
    public void A_colleague_may_redraft_and_the_first_author_still_has_no_say()
    {
        var decision = Draft();
        Done(decision.SendBack(Checker, "直して", world.As(world.Chief)));
        var colleague = world.Next<Tsunagi.Domain.Access.Account>();
        Done(decision.Redraft("直しました。", world.As(colleague)));

        Refused(RefusalCode.DecisionOwnDraft, decision.Check(Checker, null, world.By));
        Refused(RefusalCode.DecisionOwnDraft, decision.Check(Checker, null, world.As(colleague)));
    }

    [Fact]
    public void A_deputy_decides_at_once_and_the_principal_sees_it_later()
    {
        var decision = Draft();
        Done(decision.Check(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.Required, decision.DecideAsDeputy(Deputy, "", world.As(world.Head)));
        Done(decision.DecideAsDeputy(Deputy, "課長出張のため", world.As(world.Head)));
        Assert.True(decision.IsInForce);
        Assert.Equal(Decider, decision.NextRole);

        Refused(RefusalCode.DecisionDeputyMayNotView, decision.View(Decider, null, world.As(world.Head)));
        Done(decision.View(Decider, null, world.As(world.Next<Tsunagi.Domain.Access.Account>())));
        Assert.Equal(DecisionState.Decided, decision.State);
    }

    [Fact]
    public void Only_the_author_takes_a_draft_back_and_only_before_the_decision()
    {
        var decision = Draft();
        Refused(RefusalCode.DecisionNotTheAuthor, decision.Withdraw("不要", world.As(world.Chief)));
        Done(decision.Withdraw("本人の希望が変わった", world.By));
        Refused(RefusalCode.WrongState, decision.Check(Checker, null, world.As(world.Chief)));
    }

    [Fact]
    public void Whoever_stands_above_the_decider_may_decide_and_send_back_too()
    {
        var line = new DecisionLine([], Checker, []) { Superiors = [Decider] };
        var decided = Draft(line);
        Assert.Equal(Checker, decided.NextRole);
        Refused(RefusalCode.DecisionOwnDraft, decided.Decide(Decider, null, world.By));
        Done(decided.Decide(Decider, null, world.As(world.Head)));
        Done(Draft(line).SendBack(Decider, "直す", world.As(world.Head)));
    }

    [Fact]
    public void What_is_not_decided_lapses_and_stays_so()
    {
        var decision = Draft();
        Done(decision.Lapse("対象が終わった", world.As(world.Head)));
        Assert.Null(decision.NextRole);
        Refused(RefusalCode.WrongState, decision.Check(Checker, null, world.As(world.Chief)));
        Refused(RefusalCode.WrongState, decision.Redraft("もう一度", world.By));
        Refused(RefusalCode.WrongState, decision.Lapse("もう一度", world.By));

        var sentBack = Draft();
        Done(sentBack.SendBack(Checker, "直す", world.As(world.Chief)));
        Done(sentBack.Lapse("対象が終わった", world.By));

        var decided = Draft(new([], Decider, []));
        Done(decided.Decide(Decider, null, world.As(world.Head)));
        Refused(RefusalCode.WrongState, decided.Lapse("遅い", world.By));
    }

    [Fact]
    public void No_sequence_of_acts_decides_without_every_check_by_others_than_the_authors() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(int Move, int Who, int Role)[]>(), acts =>
        {
            var town = new PlanWorld();
            var line = new DecisionLine(["first", Checker], Decider, [Deputy]);
            var decision = Decision.Draft(
                town.Next<Decision>(), new(DecisionKind.Disclosure, Guid.Empty), null, "伺います。", line, town.By.Organisation, town.By).Value;
            foreach (var (move, who, role) in acts)
            {
                var before = decision.State;
                var account = new[] { town.Officer, town.Chief, town.Head }[Math.Abs(who % 3)];
                var by = who % 7 == 0 ? new(account, town.DeskAgency, town.Now) : town.As(account);
                var acting = new[] { "first", Checker, Decider, Deputy }[Math.Abs(role % 4)];
                var (action, outcome) = Act(decision, Math.Abs(move % 8), acting, by);
                var moved = outcome.IsDone && decision.State != before;
                if (moved && DecisionStates.Next(before, action) != decision.State)
                    return false;
                if (!outcome.IsDone && decision.State != before)
                    return false;
                if (decision.IsInForce && !IsLawful(decision, line))
                    return false;
            }
            return true;
        }).Holds();

    private static bool IsLawful(Decision decision, DecisionLine line)
    {
        var round = decision.Steps.Skip(decision.Steps.ToList().FindLastIndex(
            s => s.Kind is DecisionStepKind.Draft or DecisionStepKind.Redraft) + 1).ToList();
        var authors = decision.Steps.Where(s => s.Role is null).Select(s => s.By.Account).ToHashSet();
        return round.Where(s => s.Kind == DecisionStepKind.Check).Select(s => s.Role).SequenceEqual(line.Checks)
            && round.Any(s => s.Kind is DecisionStepKind.Decide or DecisionStepKind.DecideAsDeputy)
            && round.TrueForAll(s => !authors.Contains(s.By.Account) && s.By.Organisation == decision.OrganisationId);
    }

    private static (DecisionAction, Outcome) Act(Decision decision, int move, string role, Stamp by) => move switch
    {
        0 or 1 => (DecisionAction.Check, decision.Check(role, null, by)),
        2 => (DecisionAction.Decide, decision.Decide(role, null, by)),
        3 => (DecisionAction.DecideAsDeputy, decision.DecideAsDeputy(role, "不在", by)),
        4 => (DecisionAction.View, decision.View(role, null, by)),
        5 => (DecisionAction.SendBack, decision.SendBack(role, "直す", by)),
        6 => (DecisionAction.Redraft, decision.Redraft("直した", by)),
        _ => (DecisionAction.Withdraw, decision.Withdraw("不要", by)),
    };
}
