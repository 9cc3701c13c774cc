using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consents;
using Tsunagi.Web.Features.Plans;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>Consents, plans and their decisions at random.</summary>
internal static class PlanTurns
{
    public static Turn? Consent(Dice dice)
    {
        if (dice.Board.Consents.Count == 0 || dice.OneIn(3)) return Explain(dice);
        var open = dice.Board.Consents.Where(c => c.State == ConsentState.Explained).ToList();
        var on = dice.Pick(open.Count > 0 && dice.OneIn(2) ? open : dice.Board.Consents);
        var by = dice.Of(on.Organisation);
        if (on.State is ConsentState.Active or ConsentState.Withdrawn && dice.OneIn(4)) return Correct(dice, on);
        return dice.Random.Next(on.State is ConsentState.Declined or ConsentState.AskAgain or ConsentState.NoOneCanConsent ? 3 : 12) switch
        {
            0 => new("consent: ask again", by, (s, ct) => s.GetRequiredService<AnswerConsent>().AskAgainAsync(on.Id, "2099-01-01", ct)),
            1 => new("consent: nobody", by, (s, ct) => s.GetRequiredService<AnswerConsent>().NobodyAsync(on.Id, "判断が難しい", true, ct)),
            2 => new("consent: explain again", by, (s, ct) => s.GetRequiredService<ExplainConsent>().AgainAsync(on.Id, Explained(null), ct)),
            3 => new("consent: withdraw", by, (s, ct) => s.GetRequiredService<AnswerConsent>().WithdrawAsync(on.Id, "やめたい", ct)),
            4 => new("consent: decline", by, (s, ct) => s.GetRequiredService<AnswerConsent>().DeclineAsync(on.Id, "今はいや", null, ct)),
            _ => new("consent: give", by, (s, ct) => s.GetRequiredService<AnswerConsent>().GiveAsync(on.Id, new() { Giver = ConsentGiver.Self, Age = 45, Form = ConsentForm.Written, Signature = SignatureKind.Signed }, ct)),
        };
    }

    private static Turn Correct(Dice dice, OnConsent on)
    {
        var by = dice.Of(on.Organisation, Role.SectionChief, Role.Manager, Role.DeskWorker);
        return on.State == ConsentState.Withdrawn && !dice.OneIn(3)
            ? new("consent: correct withdrawal", by, (s, ct) => s.GetRequiredService<AnswerConsent>().CorrectWithdrawalAsync(on.Id, "聞きちがえた", "やめていない", ct))
            : new("consent: annul", by, (s, ct) => s.GetRequiredService<AnswerConsent>().AnnulAsync(on.Id, "別の人の記録だった", ct));
    }

    public static Turn? Plan(Dice dice)
    {
        if (dice.Board.Decisions.Count > 0 && dice.OneIn(3)) return Take(dice);
        if (dice.Board.Plans.Count == 0 || dice.OneIn(4)) return Draft(dice);
        var underWay = dice.Board.Plans.Where(p => p.State is not (PlanVersionState.Draft or PlanVersionState.Closed or PlanVersionState.Superseded or PlanVersionState.Dropped)).ToList();
        var on = dice.Pick(underWay.Count > 0 && !dice.OneIn(3) ? underWay : dice.Board.Plans);
        var by = dice.Of(on.Organisation);
        if (on.State is PlanVersionState.Active or PlanVersionState.Evaluating or PlanVersionState.Interrupted or PlanVersionState.Terminated or PlanVersionState.FollowUp && !dice.OneIn(4))
            return Follow(dice, on, by);
        if (!dice.OneIn(3) && Onward(dice, on, by) is { } onward) return onward;
        return dice.Random.Next(9) switch
        {
            6 => new("plan: take back", by, (s, ct) => s.GetRequiredService<AdvancePlan>().TakeBackAsync(on.Id, on.Version, "書き直す", ct)),
            7 => new("decision: draft", by, async (s, ct) => await s.GetRequiredService<PutUpPlan>().RunAsync(new() { Kind = dice.Pick(PlanKinds), Plan = on.Id, PlanVersion = on.Version, Proposal = "伺います" }, ct)),
            0 => new("plan: drop", by, (s, ct) => s.GetRequiredService<AdvancePlan>().DropAsync(on.Id, on.Version, "書き直す", ct)),
            1 => new("plan: next version", by, (s, ct) => s.GetRequiredService<DraftPlan>().NextAsync(on.Id, ct)),
            2 => new("plan: submit", by, (s, ct) => s.GetRequiredService<AdvancePlan>().SubmitAsync(on.Id, on.Version, ct)),
            3 => new("plan: activate", by, (s, ct) => s.GetRequiredService<AdvancePlan>().ActivateAsync(on.Id, on.Version, null, ct)),
            4 => new("decision: draft", by, async (s, ct) => await s.GetRequiredService<PutUpPlan>().RunAsync(new() { Kind = DecisionKind.PlanAcceptance, Plan = on.Id, PlanVersion = on.Version, Proposal = "伺います" }, ct)),
            _ => new("plan: sign", by, (s, ct) => s.GetRequiredService<AdvancePlan>().SignAsync(on.Id, on.Version, new() { Subject = on.Subject, Kind = SignatureKind.Signed }, ct)),
        };
    }

    private static readonly DecisionKind[] PlanKinds = [DecisionKind.PlanDecision, DecisionKind.PlanDecision, DecisionKind.PlanTermination];

    // Nobody decides on a draft of their own.
    private static Actor Drafter(Dice dice, Id<Organisation> organisation) => dice.Of(organisation, Role.DeskWorker, Role.HubOfficer);

    /// <summary>The step that brings a plan nearer to being in force.</summary>
    private static Turn? Onward(Dice dice, OnPlan on, Actor by) => on.State switch
    {
        PlanVersionState.Draft => new("plan: sign", by, (s, ct) => s.GetRequiredService<AdvancePlan>().SignAsync(on.Id, on.Version, new() { Subject = on.Subject, Kind = SignatureKind.Signed }, ct)),
        PlanVersionState.ConsentSigned => new("plan: submit", by, (s, ct) => s.GetRequiredService<AdvancePlan>().SubmitAsync(on.Id, on.Version, ct)),
        PlanVersionState.Decided => new("plan: activate", by, (s, ct) => s.GetRequiredService<AdvancePlan>().ActivateAsync(on.Id, on.Version, null, ct)),
        _ when on.Gate is PlanGate.Acceptance or PlanGate.PlanDecision => new("decision: draft", Drafter(dice, on.Organisation), async (s, ct) => await s.GetRequiredService<PutUpPlan>().RunAsync(
            new() { Kind = on.Gate == PlanGate.Acceptance ? DecisionKind.PlanAcceptance : DecisionKind.PlanDecision, Plan = on.Id, PlanVersion = on.Version, Proposal = "伺います" }, ct)),
        _ when on.Gate is PlanGate.Conference => ConferenceTurns.Call(dice, on),
        _ => null,
    };

    /// <summary>What is done with a plan that is in force, or was.</summary>
    private static Turn Follow(Dice dice, OnPlan on, Actor by) => dice.Random.Next(7) switch
    {
        0 => new("plan: start evaluation", by, (s, ct) => s.GetRequiredService<FollowPlan>().StartEvaluationAsync(on.Id, on.Version, "期限が来た", ct)),
        1 => new("plan: evaluate", by, (s, ct) => s.GetRequiredService<FollowPlan>().EvaluateAsync(on.Id, on.Version, new() { Goals = [new() { Number = 1, Result = "achieved", Words = "かなった" }], Words = "落ち着いた" }, ct)),
        2 => new("plan: follow up", by, (s, ct) => s.GetRequiredService<FollowPlan>().PlanFollowUpAsync(on.Id, on.Version, "2099-01-01", "電話", ct)),
        3 => new("plan: resume", by, (s, ct) => s.GetRequiredService<AdvancePlan>().ResumeAsync(on.Id, on.Version, "戻ってきた", "2099-01-01", ct)),
        4 => new("plan: close", by, (s, ct) => s.GetRequiredService<AdvancePlan>().CloseAsync(on.Id, on.Version, "済んだ", ct)),
        5 => new("plan: next version", by, (s, ct) => s.GetRequiredService<DraftPlan>().NextAsync(on.Id, ct)),
        _ => new("plan: monitor", by, (s, ct) => s.GetRequiredService<FollowPlan>().MonitorAsync(on.Id, on.Version, new()
        {
            Goals = [new() { Number = 1, Result = "onTrack" }],
            Actions = [new() { Number = 1, Result = "done" }],
            Outcome = dice.OneIn(4) ? MonitoringOutcome.Evaluate : MonitoringOutcome.Continue,
            NextOn = "2099-01-01",
        }, ct)),
    };

    private static Turn Take(Dice dice)
    {
        var on = dice.Pick(dice.Board.Decisions);
        if (on.State == DecisionState.SentBack || dice.OneIn(10))
            return dice.OneIn(3)
                ? new("decision: withdraw", dice.Of(on.Author), (s, ct) => s.GetRequiredService<DraftDecision>().WithdrawAsync(on.Id, "取り下げる", ct))
                : new("decision: redraft", Drafter(dice, on.Author), (s, ct) => s.GetRequiredService<DraftDecision>().RedraftAsync(on.Id, "もう一度伺います", ct));
        var verb = dice.OneIn(5) ? dice.Pick(Enum.GetValues<DecisionVerb>()) : on.State switch
        {
            DecisionState.Drafted => DecisionVerb.Check,
            DecisionState.DecidedByDeputy => DecisionVerb.View,
            _ => dice.OneIn(4) ? DecisionVerb.DecideAsDeputy : DecisionVerb.Decide,
        };
        var role = verb is DecisionVerb.Decide or DecisionVerb.View ? Role.Manager : Role.SectionChief;
        return new($"decision: {verb}", dice.Of(on.Organisation, role), (s, ct) => s.GetRequiredService<TakeDecision>().RunAsync(on.Id, verb, "よい", ct));
    }

    private static Turn? Explain(Dice dice)
    {
        var about = dice.Board.Cases.Where(c => c.Subject is not null).ToList();
        if (about.Count == 0) return null;
        var on = dice.Pick(about);
        return new("consent: explain", dice.Of(on.Organisation), async (s, ct) => await s.GetRequiredService<ExplainConsent>().RunAsync(on.Id, Explained(on.Subject), ct));
    }

    private static ExplainInput Explained(Id<Person>? subject) => new()
    {
        Subject = subject,
        Purposes = ["plan-conference", "plan"],
        Recipients = ["elder-care", "ward"],
        Fields = ["name", "plan", "consultation", "wishes"],
        Explainer = "架空 担当",
    };

    private static Turn? Draft(Dice dice)
    {
        var about = dice.Board.Cases.Where(c => c.Subject is not null).ToList();
        if (about.Count == 0) return null;
        var ready = about.Where(c => dice.Board.Consents.Any(k => k.State == ConsentState.Active && k.Subject == c.Subject)).ToList();
        var on = dice.Pick(ready.Count > 0 && !dice.OneIn(4) ? ready : about);
        var other = dice.Other(on.Organisation);
        return new("plan: draft", dice.Of(on.Organisation), async (s, ct) => await s.GetRequiredService<DraftPlan>().RunAsync(on.Id, new()
        {
            Kind = PlanKind.Collaboration,
            Subjects = [on.Subject!.Value],
            MainAgency = on.Organisation,
            Goals = [new() { Number = 1, Horizon = GoalHorizon.Long, Person = on.Subject, Words = "この家で暮らしつづけたい" }],
            Policy = "つながりを保つ",
            Actions = [new() { Number = 1, Who = "本人", What = "週に一度サロンへ行く", Goal = 1 }],
            Roles = [new() { Organisation = on.Organisation, Category = "ward", Role = "進行管理" }, new() { Organisation = other, Category = "elder-care", Role = "訪問" }],
        }, ct));
    }
}
