using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consents;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.PlanConferences;
using Tsunagi.Web.Features.Plans;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>Where the story of a plan stands when it is found.</summary>
public enum PlanEnd
{
    Draft, Signed, Submitted, AwaitingConference, ConferenceUnchecked, ConferencePlanned, ConferenceCancelled, ConferenceHeld, Appropriate, InDecision, SentBack,
    DecisionWithdrawn, ByDeputy, Decided,
    Active, MonitoringOverdue, Monitored, RePlanned, RePlanDraft, Evaluating, TerminationInDecision, Terminated, FollowUp, Closed, Interrupted, Dropped,
}

/// <summary>同意・支援プラン・重層的支援会議・決裁の物語.</summary>
public sealed class PlanStories(Stage stage, Books books, ConsentStories consents, Days days, Random random)
{
    /// <summary>Who makes the plan, the ward's 係長 and 課長 who decide on it, and who takes a part in it.</summary>
    public sealed record Team(Worker Maker, Worker Chief, Worker Manager, Worker Helper);

    /// <summary>Consent alone, in each of its states.</summary>
    public async IAsyncEnumerable<DateTimeOffset> ConsentAsync(Worker hub, Home home, DateOnly start, ConsentState end, int months = 12)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(hub, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 5, 12);
        var consent = await consents.ExplainAsync(opened, months);
        if (end == ConsentState.Explained) yield break;
        yield return days.After(stage.Today, 1, 4);
        switch (end)
        {
            case ConsentState.Declined:
                await stage.DoAsync(hub, s => Of<AnswerConsent>(s).DeclineAsync(consent, "「今はほかの人に知られたくない」", null, CancellationToken.None));
                break;
            case ConsentState.AskAgain:
                await stage.DoAsync(hub, s => Of<AnswerConsent>(s).DeclineAsync(consent, "「少し考えたい」", Books.Iso(stage.Today.AddDays(30)), CancellationToken.None));
                break;
            case ConsentState.NoOneCanConsent:
                await stage.DoAsync(hub, s => Of<AnswerConsent>(s).NobodyAsync(consent, "話の内容を保てず、代わりに決められる人もいない。", true, CancellationToken.None));
                break;
            default:
                await consents.GiveAsync(opened, consent);
                break;
        }
        if (end is not (ConsentState.Withdrawn or ConsentState.Annulled)) yield break;
        yield return days.After(stage.Today, 20, 50);
        if (end == ConsentState.Annulled)
        {
            await stage.DoAsync(hub, s => Of<AnswerConsent>(s).AnnulAsync(consent, "別の方の同意書を取り違えて記録していた。", CancellationToken.None));
            yield break;
        }
        await stage.DoAsync(hub, s => Of<AnswerConsent>(s).WithdrawAsync(consent, "「もう大丈夫なのでやめたい」", CancellationToken.None));
    }

    /// <summary>A plan from the consent to where it stands.</summary>
    public async IAsyncEnumerable<DateTimeOffset> PlanAsync(Team team, Home home, DateOnly start, PlanKind kind, PlanEnd end, DateOnly? meeting = null)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(team.Maker, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 4, 8);
        var consent = await consents.ExplainAsync(opened, 12);
        await consents.GiveAsync(opened, consent);
        yield return days.After(stage.Today, 2, 5);
        var plan = await stage.MakeAsync(team.Maker, s => Of<DraftPlan>(s).RunAsync(opened.Id, Content(opened, team, kind, s), CancellationToken.None));
        if (end == PlanEnd.Draft) yield break;
        yield return days.After(stage.Today, 2, 5);
        if (end == PlanEnd.Dropped)
        {
            await stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).DropAsync(plan, 1, "本人が別の進め方を望んだ。", CancellationToken.None));
            yield break;
        }
        await SignAsync(team, plan, opened, 1);
        if (end == PlanEnd.Signed) yield break;
        await stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).SubmitAsync(plan, 1, CancellationToken.None));
        if (end == PlanEnd.Submitted) yield break;
        await foreach (var at in ThroughAsync(team, plan, opened, 1, PlanConferencePurpose.PlanReview, end, meeting)) yield return at;
        if (end < PlanEnd.Active) yield break;
        yield return days.After(stage.Today, 1, 2);
        await stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).ActivateAsync(plan, 1, null, CancellationToken.None));
        if (end is PlanEnd.Active or PlanEnd.MonitoringOverdue) yield break;
        yield return days.After(stage.Today, 40, 60);
        if (end == PlanEnd.Interrupted)
        {
            await foreach (var at in MeetAsync(team, plan, 1, PlanConferencePurpose.InterruptionReview, PlanConferenceDecision.Interrupt, stage.Today.AddDays(60))) yield return at;
            yield return days.After(stage.Today, 1, 2);
            var interruption = await DraftAsync(team, DecisionKind.PlanInterruption, plan, 1);
            yield return days.After(stage.Today, 1, 3);
            await DecideAsync(team, interruption);
            yield break;
        }
        var replans = end is PlanEnd.RePlanned or PlanEnd.RePlanDraft;
        var evaluates = end is PlanEnd.Evaluating or PlanEnd.TerminationInDecision or PlanEnd.Terminated or PlanEnd.FollowUp or PlanEnd.Closed;
        await stage.DoAsync(team.Maker, s => Of<FollowPlan>(s).MonitorAsync(plan, 1, new()
        {
            Goals = [new() { Number = 1, Result = evaluates ? "達成" : "途中", Words = "一歩ずつ進んでいる。" }],
            Actions = [new() { Number = 1, Result = "実施" }],
            Changes = ["will"],
            Words = "表情が明るくなり、外に出る日が増えた。",
            Outcome = replans ? MonitoringOutcome.RePlan : evaluates ? MonitoringOutcome.Evaluate : MonitoringOutcome.Continue,
            NextOn = evaluates ? null : Books.Iso(stage.Today.AddDays(60)),
        }, CancellationToken.None));
        if (end is PlanEnd.Monitored or PlanEnd.RePlanDraft) yield break;
        if (replans)
        {
            yield return days.After(stage.Today, 3, 8);
            await ReviseAsync(team, plan, 2);
            await SignAsync(team, plan, opened, 2);
            await stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).SubmitAsync(plan, 2, CancellationToken.None));
            await foreach (var at in ThroughAsync(team, plan, opened, 2, PlanConferencePurpose.RePlan, end, null)) yield return at;
            yield return days.After(stage.Today, 1, 2);
            await stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).ActivateAsync(plan, 2, null, CancellationToken.None));
            yield break;
        }
        yield return days.After(stage.Today, 3, 8);
        var goals = await GoalsAsync(team.Maker, plan);
        await stage.DoAsync(team.Maker, s => Of<FollowPlan>(s).EvaluateAsync(plan, 1, new()
        {
            Goals = [.. goals.Select(g => new ResultInput { Number = g, Result = "達成" })],
            Reasons = ["goal-met"],
            Supporters = "窓口と近所の見守り",
            Words = "暮らしが落ち着き、地域の集まりに通うようになった。",
        }, CancellationToken.None));
        if (end == PlanEnd.Evaluating) yield break;
        await foreach (var at in MeetAsync(team, plan, 1, PlanConferencePurpose.TerminationReview, PlanConferenceDecision.Terminate, null)) yield return at;
        yield return days.After(stage.Today, 1, 2);
        var decision = await DraftAsync(team, DecisionKind.PlanTermination, plan, 1);
        if (end == PlanEnd.TerminationInDecision) yield break;
        yield return days.After(stage.Today, 1, 3);
        await DecideAsync(team, decision);
        if (end == PlanEnd.Terminated) yield break;
        await stage.DoAsync(team.Maker, s => Of<FollowPlan>(s).PlanFollowUpAsync(plan, 1, Books.Iso(stage.Today.AddDays(30)), "電話で様子を聞く", CancellationToken.None));
        if (end == PlanEnd.FollowUp) yield break;
        yield return days.After(stage.Today, 28, 32);
        await stage.DoAsync(team.Maker, s => Of<FollowPlan>(s).DoFollowUpAsync(plan, 1, 1, null, "元気に通っている。", CancellationToken.None));
        await stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).CloseAsync(plan, 1, "見守りも落ち着いたため。", CancellationToken.None));
    }

    /// <summary>Through the gates in the ward's own order: 受理, 重層的支援会議, プラン決定.</summary>
    private async IAsyncEnumerable<DateTimeOffset> ThroughAsync(Team team, Id<Plan> plan, OpenedCase opened, int version, PlanConferencePurpose purpose, PlanEnd end, DateOnly? meeting)
    {
        while (await GateAsync(team.Maker, plan, version) is { } gate)
        {
            yield return days.After(stage.Today, 1, 3);
            if (gate == PlanGate.Conference)
            {
                if (end == PlanEnd.AwaitingConference) yield break;
                await foreach (var at in MeetAsync(team, plan, version, purpose, PlanConferenceDecision.Appropriate, null, end, meeting)) yield return at;
                if (end is PlanEnd.ConferenceUnchecked or PlanEnd.ConferencePlanned or PlanEnd.ConferenceCancelled or PlanEnd.ConferenceHeld or PlanEnd.Appropriate) yield break;
                continue;
            }
            var decision = await DraftAsync(team, gate == PlanGate.Acceptance ? DecisionKind.PlanAcceptance : DecisionKind.PlanDecision, plan, version);
            if (end is PlanEnd.InDecision or PlanEnd.SentBack && gate == PlanGate.PlanDecision)
            {
                yield return days.After(stage.Today, 1, 1);
                await stage.DoAsync(team.Chief, s => end == PlanEnd.SentBack
                    ? Of<TakeDecision>(s).RunAsync(decision, DecisionVerb.SendBack, "役割の欄をもう少し具体的に。", CancellationToken.None)
                    : Of<TakeDecision>(s).RunAsync(decision, DecisionVerb.Check, "確認した。", CancellationToken.None));
                yield break;
            }
            yield return days.After(stage.Today, 1, 2);
            if (end == PlanEnd.DecisionWithdrawn && gate == PlanGate.PlanDecision)
            {
                await stage.DoAsync(team.Maker, s => Of<DraftDecision>(s).WithdrawAsync(decision, "内容を見直してから出し直す。", CancellationToken.None));
                yield break;
            }
            if (end == PlanEnd.ByDeputy && gate == PlanGate.PlanDecision)
            {
                await stage.DoAsync(team.Chief, s => Of<TakeDecision>(s).RunAsync(decision, DecisionVerb.Check, "確認した。", CancellationToken.None));
                await stage.DoAsync(team.Chief, s => Of<TakeDecision>(s).RunAsync(decision, DecisionVerb.DecideAsDeputy, "課長が不在のため代決する。", CancellationToken.None));
                yield break;
            }
            await DecideAsync(team, decision);
        }
    }

    private async IAsyncEnumerable<DateTimeOffset> MeetAsync(
        Team team, Id<Plan> plan, int version, PlanConferencePurpose purpose, PlanConferenceDecision decision, DateOnly? next, PlanEnd end = PlanEnd.Closed, DateOnly? meeting = null)
    {
        var on = meeting ?? Workday(stage.Today.AddDays(random.Next(5, 10)));
        var conference = await stage.MakeAsync(team.Maker, s => Of<PreparePlanConference>(s).RunAsync(new()
        {
            Plan = plan,
            PlanVersion = version,
            Purpose = purpose,
            On = Books.Iso(on),
            Time = "10:00",
            Place = "会議室（架空）",
        }, CancellationToken.None));
        if (end == PlanEnd.ConferenceUnchecked) yield break;
        await stage.DoAsync(team.Maker, s => Of<PreparePlanConference>(s).CheckConsentAsync(conference, CancellationToken.None));
        if (end == PlanEnd.ConferencePlanned) yield break;
        if (end == PlanEnd.ConferenceCancelled)
        {
            await stage.DoAsync(team.Maker, s => Of<PreparePlanConference>(s).CancelAsync(conference, "本人の体調がすぐれず、日を改める。", CancellationToken.None));
            yield break;
        }
        yield return JapanTime.At(on, new TimeOnly(10, 5));
        var seats = await stage.ReadAsync(team.Maker, async db => (await db.PlanConferences.AsNoTracking().SingleAsync(c => c.Id == conference)).Attendees.Select(a => a.Number).ToList());
        await stage.DoAsync(team.Maker, s => Of<HoldPlanConference>(s).HoldAsync(conference, new() { Attended = seats }, CancellationToken.None));
        await stage.DoAsync(team.Maker, s => Of<HoldPlanConference>(s).WriteAllAsync(conference,
            purpose.RequiredContents().ToDictionary(c => c, _ => (string?)"本人の希望に沿って進めることを確かめた。"), CancellationToken.None));
        foreach (var seat in seats) await stage.DoAsync(team.Maker, s => Of<HoldPlanConference>(s).SpeakAsync(conference, seat, new() { Voice = ConferenceVoice.Agrees }, CancellationToken.None));
        if (random.Next(2) == 0) await stage.DoAsync(team.Maker, s => Of<HoldPlanConference>(s).NoteGapAsync(conference, "no-place", "夕方に通える居場所が近くにない。", CancellationToken.None));
        if (end == PlanEnd.ConferenceHeld) yield break;
        await stage.DoAsync(team.Maker, s => Of<HoldPlanConference>(s).DecideAsync(conference, decision, next is { } day ? Books.Iso(day) : null, CancellationToken.None));
        if (end == PlanEnd.Appropriate) yield break;
        yield return days.After(stage.Today, 1, 2);
        await stage.DoAsync(team.Maker, s => Of<HoldPlanConference>(s).FixMinutesAsync(conference, "出席者の合意により、提案のとおりとした。", CancellationToken.None));
    }

    private PlanInput Content(OpenedCase opened, Team team, PlanKind kind, IServiceProvider services)
    {
        var ward = Of<CurrentWard>(services);
        return new()
        {
            Kind = kind,
            Subjects = [opened.People[0]],
            MainAgency = team.Maker.At,
            Goals =
            [
                new() { Horizon = GoalHorizon.Long, Person = opened.People[0], Words = opened.Worry.Wish },
                new() { Horizon = GoalHorizon.Short, Person = opened.People[0], Words = "週に一度は外に出る。" },
            ],
            Approach = SupportApproach.StayingConnected,
            Policy = "本人の速さに合わせ、生活の土台から整える。",
            Actions = [new() { Who = "多機関協働担当", What = "家計の相談に同席する", Goal = 1 }, new() { Who = "本人", What = "通院を続ける", Goal = 2 }],
            InformalHelp = "近所の人の声かけ",
            Roles =
            [
                new() { Organisation = team.Maker.At, AgencyName = ward.NameOf(team.Maker.At), Category = CategoryOf(team.Maker), Role = "主担当" },
                new() { Organisation = team.Helper.At, AgencyName = ward.NameOf(team.Helper.At), Category = CategoryOf(team.Helper), Role = "月に一度の訪問" },
            ],
            From = Books.Iso(stage.Today),
            Until = Books.Iso(stage.Today.AddMonths(11)),
            MonitoringOn = Books.Iso(stage.Today.AddDays(75)),
        };
    }

    private static string CategoryOf(Worker worker) => worker.Organisation.Holder == Holder.Ward ? "ward" : "welfare-desk";

    // A next version has no monitoring day until one is decided.
    private async Task ReviseAsync(Team team, Id<Plan> id, int version)
    {
        var plan = await stage.ReadAsync(team.Maker, db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == id));
        var input = PlanForm.Of(plan, plan.Numbered(version)!.Content) with { MonitoringOn = Books.Iso(stage.Today.AddDays(75)) };
        await stage.DoAsync(team.Maker, s => Of<DraftPlan>(s).EditAsync(id, version, input, CancellationToken.None));
    }

    private Task SignAsync(Team team, Id<Plan> plan, OpenedCase opened, int version) => stage.DoAsync(team.Maker, s => Of<AdvancePlan>(s).SignAsync(plan, version, new() { Subject = opened.People[0], Kind = SignatureKind.Signed }, CancellationToken.None));

    private Task<Id<Decision>> DraftAsync(Team team, DecisionKind kind, Id<Plan> plan, int version) => stage.MakeAsync(team.Maker, s => Of<PutUpPlan>(s).RunAsync(new()
    {
        Kind = kind,
        Plan = plan,
        PlanVersion = version,
        Proposal = kind switch
        {
            DecisionKind.PlanTermination => "目標を達したため終結したい。",
            DecisionKind.PlanInterruption => "連絡が途絶えたため中断し、日を決めて働きかけたい。",
            _ => "案のとおり支援を進めたい。",
        },
    }, CancellationToken.None));

    private async Task DecideAsync(Team team, Id<Decision> decision)
    {
        if (await stage.ReadAsync(team.Maker, db => db.Decisions.Where(d => d.Id == decision).Select(d => d.State).SingleAsync()) == DecisionState.Drafted)
            await stage.DoAsync(team.Chief, s => Of<TakeDecision>(s).RunAsync(decision, DecisionVerb.Check, "確認した。", CancellationToken.None));
        await stage.DoAsync(team.Manager, s => Of<TakeDecision>(s).RunAsync(decision, DecisionVerb.Decide, "決定する。", CancellationToken.None));
    }

    private Task<PlanGate?> GateAsync(Worker who, Id<Plan> plan, int version) => stage.ReadAsync(who, async db =>
        (await db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan)).Numbered(version)!.NextGate);

    private Task<List<int>> GoalsAsync(Worker who, Id<Plan> plan) => stage.ReadAsync(who, async db =>
        (await db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan)).Numbered(1)!.Content.Goals.Select(g => g.Number).ToList());

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private static T Of<T>(IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}
