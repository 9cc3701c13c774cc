using Tsunagi.Data.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Plans;
using Tsunagi.Web.Features.PlanConferences;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>重層的支援会議 at random: called on a plan, prepared, held, written up, decided.</summary>
internal static class ConferenceTurns
{
    public static Turn? Act(Dice dice)
    {
        if (dice.Board.Conferences.Count == 0 || dice.OneIn(5)) return Call(dice);
        var open = dice.Board.Conferences.Where(c => c.State is PlanConferenceState.ConsentChecked or PlanConferenceState.Held or PlanConferenceState.Decided).ToList();
        var on = dice.Pick(open.Count > 0 && dice.OneIn(2) ? open : dice.Board.Conferences);
        var by = dice.Of(on.Organisation);
        var act = dice.OneIn(6) ? dice.Pick(Enum.GetValues<PlanConferenceAction>()) : dice.Pick(Fitting(on.State));
        var texts = on.Purpose.RequiredContents().ToDictionary(c => c, _ => (string?)$"話し合った。{dice.Random.Next()}");
        var decision = dice.OneIn(4) ? dice.Pick(Enum.GetValues<PlanConferenceDecision>()) : PlanConferenceDecision.Appropriate;
        var early = !dice.OneIn(8);
        return new($"conference: {act}", by, async (s, ct) =>
        {
            var (prepare, hold) = (s.GetRequiredService<PreparePlanConference>(), s.GetRequiredService<HoldPlanConference>());
            return act switch
            {
                PlanConferenceAction.Change => await prepare.RescheduleAsync(on.Id, new() { On = Iso(s, 9), Time = "10:00", Place = "第2会議室" }, ct),
                PlanConferenceAction.CheckConsent => await prepare.CheckConsentAsync(on.Id, ct),
                PlanConferenceAction.Cancel => await prepare.CancelAsync(on.Id, "延期する", ct),
                PlanConferenceAction.Hold => await hold.HoldAsync(on.Id, new() { Attended = [1, 2], Early = early }, ct),
                PlanConferenceAction.Write when dice.OneIn(2) => await hold.WriteAllAsync(on.Id, texts, ct),
                PlanConferenceAction.Write => await hold.SpeakAsync(on.Id, dice.Random.Next(1, 3), new() { Voice = ConferenceVoice.Agrees }, ct),
                PlanConferenceAction.Decide => await DecideAsync(hold, on, texts, decision, s, ct),
                PlanConferenceAction.FixMinutes => await hold.FixMinutesAsync(on.Id, "会議録", ct),
                PlanConferenceAction.Correct => await hold.CorrectAsync(on.Id, "出席者の名を正す", "書き誤り", ct),
            };
        });
    }

    // What a decision needs is said first, as the page does that holds it all.
    private static async Task<Domain.Shared.Outcome> DecideAsync(
        HoldPlanConference hold, OnConference on, Dictionary<ConferenceContent, string?> texts, PlanConferenceDecision decision, IServiceProvider s, CancellationToken ct)
    {
        var written = await hold.WriteAllAsync(on.Id, texts, ct);
        if (!written.IsDone) return written;
        foreach (var number in (int[])[1, 2])
            if (await hold.SpeakAsync(on.Id, number, new() { Voice = ConferenceVoice.Agrees }, ct) is { IsDone: false } refused) return refused;
        return await hold.DecideAsync(on.Id, decision, Iso(s, 30), ct);
    }

    private static Turn? Call(Dice dice)
    {
        if (dice.Board.Plans.Count == 0) return null;
        var ready = dice.Board.Plans.Where(p => p.Gate == PlanGate.Conference).ToList();
        return Call(dice, dice.Pick(ready.Count > 0 && !dice.OneIn(3) ? ready : dice.Board.Plans));
    }

    public static Turn Call(Dice dice, OnPlan on)
    {
        var purpose = dice.OneIn(3) ? dice.Pick(Enum.GetValues<PlanConferencePurpose>()) : PlanConferencePurpose.PlanReview;
        return new("conference: call", dice.Of(on.Organisation), async (s, ct) => await s.GetRequiredService<PreparePlanConference>().RunAsync(
            new() { Plan = on.Id, PlanVersion = on.Version, Purpose = purpose, On = Iso(s, 7), Time = "14:00", Place = "第1会議室" }, ct));
    }

    private static PlanConferenceAction[] Fitting(PlanConferenceState state) => state switch
    {
        PlanConferenceState.Planned => [PlanConferenceAction.CheckConsent, PlanConferenceAction.CheckConsent, PlanConferenceAction.CheckConsent, PlanConferenceAction.Change, PlanConferenceAction.Cancel],
        PlanConferenceState.ConsentChecked => [PlanConferenceAction.Hold, PlanConferenceAction.Hold, PlanConferenceAction.Hold, PlanConferenceAction.Change, PlanConferenceAction.Cancel],
        PlanConferenceState.Held => [PlanConferenceAction.Write, PlanConferenceAction.Decide, PlanConferenceAction.Decide],
        PlanConferenceState.Decided => [PlanConferenceAction.FixMinutes, PlanConferenceAction.FixMinutes, PlanConferenceAction.Write],
        PlanConferenceState.MinutesFixed => [PlanConferenceAction.Correct],
        PlanConferenceState.Cancelled => [PlanConferenceAction.CheckConsent],
    };

    private static string Iso(IServiceProvider services, int days) =>
        services.GetRequiredService<Work>().Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
