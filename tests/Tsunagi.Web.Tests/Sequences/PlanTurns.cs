using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
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
        var on = dice.Pick(dice.Board.Consents);
        var by = dice.Of(on.Organisation);
        return dice.Random.Next(6) switch
        {
            0 => new("consent: withdraw", by, (s, ct) => s.GetRequiredService<AnswerConsent>().WithdrawAsync(on.Id, "やめたい", ct)),
            1 => new("consent: decline", by, (s, ct) => s.GetRequiredService<AnswerConsent>().DeclineAsync(on.Id, "今はいや", null, ct)),
            _ => new("consent: give", by, (s, ct) => s.GetRequiredService<AnswerConsent>().GiveAsync(on.Id, new() { Giver = ConsentGiver.Self, Form = ConsentForm.Written, Signature = SignatureKind.Signed }, ct)),
        };
    }

    public static Turn? Plan(Dice dice)
    {
        if (dice.Board.Decisions.Count > 0 && dice.OneIn(3)) return Take(dice);
        if (dice.Board.Plans.Count == 0 || dice.OneIn(4)) return Draft(dice);
        var on = dice.Pick(dice.Board.Plans);
        var by = dice.Of(on.Organisation);
        return dice.Random.Next(6) switch
        {
            0 => new("plan: drop", by, (s, ct) => s.GetRequiredService<AdvancePlan>().DropAsync(on.Id, on.Version, "書き直す", ct)),
            1 => new("plan: next version", by, (s, ct) => s.GetRequiredService<DraftPlan>().NextAsync(on.Id, ct)),
            2 => new("plan: submit", by, (s, ct) => s.GetRequiredService<AdvancePlan>().SubmitAsync(on.Id, on.Version, ct)),
            3 => new("plan: activate", by, (s, ct) => s.GetRequiredService<AdvancePlan>().ActivateAsync(on.Id, on.Version, ct)),
            4 => new("decision: draft", by, async (s, ct) => await s.GetRequiredService<PutUpPlan>().RunAsync(new() { Kind = DecisionKind.PlanAcceptance, Plan = on.Id, PlanVersion = on.Version, Proposal = "伺います" }, ct)),
            _ => new("plan: sign", by, (s, ct) => s.GetRequiredService<AdvancePlan>().SignAsync(on.Id, on.Version, new() { Subject = on.Subject, Kind = SignatureKind.Signed }, ct)),
        };
    }

    private static Turn Take(Dice dice)
    {
        var (id, organisation) = dice.Pick(dice.Board.Decisions);
        var verb = dice.Pick(Enum.GetValues<DecisionVerb>());
        return new($"decision: {verb}", dice.Of(organisation, Role.SectionChief, Role.Manager), (s, ct) => s.GetRequiredService<TakeDecision>().RunAsync(id, verb, "よい", ct));
    }

    private static Turn? Explain(Dice dice)
    {
        var about = dice.Board.Cases.Where(c => c.Subject is not null).ToList();
        if (about.Count == 0) return null;
        var on = dice.Pick(about);
        return new("consent: explain", dice.Of(on.Organisation), async (s, ct) => await s.GetRequiredService<ExplainConsent>().RunAsync(on.Id, new()
        {
            Subject = on.Subject,
            Purposes = ["plan-conference", "plan"],
            Recipients = ["elder-care", "ward"],
            Fields = ["name", "plan", "consultation", "wishes"],
            Explainer = "架空 担当",
        }, ct));
    }

    private static Turn? Draft(Dice dice)
    {
        var about = dice.Board.Cases.Where(c => c.Subject is not null).ToList();
        if (about.Count == 0) return null;
        var on = dice.Pick(about);
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
