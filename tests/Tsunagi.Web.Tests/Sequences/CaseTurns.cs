using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Cases;
using Tsunagi.Web.Features.Consultations;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>Cases at random: kept consultations, changes of hands, pauses, closings, the team, tasks.</summary>
internal static class CaseTurns
{
    public static Turn Receive(Dice dice)
    {
        var by = dice.Anybody();
        var next = dice.OneIn(4) ? "Later" : "Keep";
        var name = $"架空 乱数{dice.Random.Next(1000)}";
        return new("consultation: " + next, by, async (s, ct) => await s.GetRequiredService<ReceiveConsultation>().RunAsync(
            new() { Date = "2026-04-01", OwnWords = "家賃が払えない", PersonName = name, VisitorName = name, VisitorRelation = "self", Channel = "phone", Next = next }, ct));
    }

    public static Turn? Decide(Dice dice)
    {
        if (dice.Board.Consultations.Count == 0) return null;
        var id = dice.Pick(dice.Board.Consultations);
        return new("consultation: decide", dice.Anybody(), (s, ct) => s.GetRequiredService<DecideConsultation>().RunAsync(id, new() { Next = "Keep" }, ct));
    }

    /// <summary>Anything that can be done to a case.</summary>
    public static Turn? Act(Dice dice)
    {
        if (dice.Board.Cases.Count == 0) return null;
        var on = dice.Pick(dice.Board.Cases);
        return dice.Random.Next(14) switch
        {
            0 or 1 or 2 => Offer(dice, on),
            3 or 4 => Assign(dice, on),
            5 => dice.OneIn(3) ? Many(dice, on) : Deputise(dice, on),
            6 => new("case: suspend", dice.Of(on.Organisation), (s, ct) => s.GetRequiredService<SteerCase>().SuspendAsync(on.Id, new() { Reason = "hospital", ContactPlan = "月に一度", ReviewOn = Day(s, 10) }, ct)),
            7 => new("case: resume", dice.Of(on.Organisation), (s, ct) => s.GetRequiredService<SteerCase>().ResumeAsync(on.Id, "退院した", ct)),
            8 or 9 => new("case: close", dice.Of(on.Organisation), (s, ct) => s.GetRequiredService<CloseCase>().RunAsync(on.Id, new() { Outcome = "solved", Words = "落ち着いた", FollowUpOn = $"{Day(s, 30):yyyy-MM-dd}" }, ct)),
            10 => new("case: continue", dice.Of(on.Organisation), async (s, ct) => await s.GetRequiredService<ContinueCase>().RunAsync(on.Id, ct)),
            11 => Team(dice, on),
            12 => new("case: course", dice.Of(on.Organisation), (s, ct) => s.GetRequiredService<SteerCase>().SetCourseAsync(on.Id, new() { Next = "訪問", Due = Day(s, dice.Random.Next(1, 40)), Approach = SupportApproach.StayingConnected }, null, ct)),
            _ => Task(dice, on),
        };
    }

    public static Turn? Answer(Dice dice)
    {
        if (dice.Board.Handovers.Count == 0) return null;
        var on = dice.Pick(dice.Board.Handovers);
        return dice.Random.Next(4) switch
        {
            0 => new("handover: decline", dice.Of(on.To), (s, ct) => s.GetRequiredService<AnswerHandover>().DeclineAsync(on.Id, "担当地域の外", ct)),
            1 => new("handover: withdraw", dice.Of(on.From), (s, ct) => s.GetRequiredService<AnswerHandover>().WithdrawAsync(on.Id, "本人が望まない", ct)),
            _ => new("handover: accept", dice.Of(on.To), (s, ct) => s.GetRequiredService<AnswerHandover>().AcceptAsync(on.Id, null, "引き受けます", ct)),
        };
    }

    public static Turn? EndTask(Dice dice)
    {
        if (dice.Board.Tasks.Count == 0) return null;
        var id = dice.Pick(dice.Board.Tasks);
        return new("task: end", dice.Anybody(), (s, ct) => s.GetRequiredService<ChangeTask>() is var change && dice.OneIn(2) ? change.FinishAsync(id, "済んだ", ct) : change.CancelAsync(id, "いらなくなった", ct));
    }

    private static Turn Offer(Dice dice, OnCase on)
    {
        var by = dice.Of(on.Organisation);
        var to = dice.Other(by.Organisation);
        return new("handover: offer", by, async (s, ct) => await s.GetRequiredService<OfferHandover>().RunAsync(on.Id, new() { To = to, Reason = "moved", Points = "鍵は隣家が預かる", LegalBasis = "within-purpose" }, ct));
    }

    private static Turn Assign(Dice dice, OnCase on)
    {
        var by = dice.Of(on.Organisation, Role.SectionChief, Role.Manager);
        var worker = dice.Of(by.Organisation).Account;
        var days = dice.Random.Next(0, 4);
        return dice.OneIn(4)
            ? new("worker: cancel", by, (s, ct) => s.GetRequiredService<AssignWorker>().CancelAsync(on.Id, Math.Max(on.Assignments, 1), ct))
            : new("worker: assign", by, (s, ct) => s.GetRequiredService<AssignWorker>().AssignAsync(on.Id, worker, Day(s, days), ct));
    }

    private static Turn Deputise(Dice dice, OnCase on)
    {
        var by = dice.Of(on.Organisation, Role.SectionChief, Role.Manager);
        var deputy = dice.Of(by.Organisation).Account;
        return dice.OneIn(3)
            ? new("deputy: end", by, (s, ct) => s.GetRequiredService<AssignWorker>().EndDeputyAsync(on.Id, ct))
            : new("deputy: appoint", by, (s, ct) => s.GetRequiredService<AssignWorker>().AppointDeputyAsync(on.Id, deputy, Day(s, 5), ct));
    }

    // Of one organisation mostly; a strange case among them stands in the way of all.
    private static Turn Many(Dice dice, OnCase on)
    {
        var by = dice.Of(on.Organisation, Role.SectionChief, Role.Manager);
        var colleague = dice.Of(by.Organisation).Account;
        List<Id<Case>> cases = [on.Id, .. dice.Board.Cases.Where(c => c.Id != on.Id && (c.Organisation == on.Organisation || dice.OneIn(10))).Select(c => c.Id).Take(3)];
        Turn turn = dice.Random.Next(3) switch
        {
            0 => new("worker: assign many", by, (s, ct) => s.GetRequiredService<AssignMany>().AssignAsync(cases, colleague, Day(s, dice.Random.Next(0, 4)), ct)),
            1 => new("deputy: appoint many", by, (s, ct) => s.GetRequiredService<AssignMany>().AppointDeputyAsync(cases, colleague, Day(s, 5), ct)),
            _ => new("deputy: end many", by, (s, ct) => s.GetRequiredService<AssignMany>().EndDeputyAsync(cases, ct)),
        };
        return turn with { MayChangeNothing = true };
    }

    private static Turn Team(Dice dice, OnCase on)
    {
        var by = dice.Of(on.Organisation);
        var member = dice.Other(by.Organisation);
        return on.Team > 0 && dice.OneIn(2)
            ? new("team: leave", by, (s, ct) => s.GetRequiredService<ChangeTeam>().LeaveAsync(on.Id, dice.Random.Next(1, on.Team + 1), ct))
            : new("team: join", by, (s, ct) => s.GetRequiredService<ChangeTeam>().JoinAsync(on.Id, new() { Role = "訪問", Organisation = member, Opens = AccessLevel.Contribute, LegalBasis = "within-purpose", Reason = "同行のため" }, ct));
    }

    private static Turn Task(Dice dice, OnCase on)
    {
        var by = dice.Of(on.Organisation);
        return new("task: give", by, async (s, ct) => await s.GetRequiredService<ChangeTask>().GiveAsync(on.Id, new() { What = "確認", Due = Day(s, 5), Organisation = by.Organisation }, ct));
    }

    private static DateOnly Day(IServiceProvider services, int days) => services.GetRequiredService<Work>().Today.AddDays(days);
}
