using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>One stop of the track.</summary>
public sealed record TrackStop(string Title, StepState State, string? When, string? Who, string? Note);

/// <summary>One line of the course: what was done, and by whom for which organisation.</summary>
public sealed record HandoffDeed(DateTimeOffset At, string Words, string Who, string? Reason);

/// <summary>
/// つなぎの経路: the track of a parcel – 送った → 届いた → 受付判断 → 追加情報 → 結果. Drawn from the steps alone, so it is the same at
/// both ends.
/// </summary>
static class HandoffTrack
{
    public static IReadOnlyList<TrackStop> Of(Handoff handoff, DateTimeOffset now, Func<Id<Organisation>, string> name, Func<Id<Account>, string> worker)
    {
        List<TrackStop> stops = [Sent(handoff, name)];
        if (handoff.Outside is not null)
        {
            stops.Add(Contact(handoff, now, name));
            stops.Add(Ending(handoff, name));
            return stops;
        }
        stops.Add(Arrived(handoff, now, name));
        if (handoff.Kind != HandoffKind.Advice) stops.Add(Looked(handoff, now, name));
        stops.Add(Asked(handoff, now, name, worker));
        stops.Add(Ending(handoff, name));
        return stops;
    }

    private static TrackStop Sent(Handoff handoff, Func<Id<Organisation>, string> name) =>
        handoff.SentAt is { } at
            ? new("送った", StepState.Done, Date(at), name(handoff.SenderId),
                handoff.RedirectedById is { } by ? $"{name(by)}から、適した部署としてつながれました。" : null)
            : handoff.State == HandoffState.Withdrawn
                ? new("送った", StepState.Skipped, null, null, null)
                : new("送る", StepState.Current, null, $"次：{name(handoff.SenderId)}", "まだ送っていません。");

    private static TrackStop Contact(Handoff handoff, DateTimeOffset now, Func<Id<Organisation>, string> name) =>
        handoff.State == HandoffState.AwaitingContact
            ? new("連絡中", StepState.Current, Waiting(handoff, now), $"次：{name(handoff.SenderId)}", $"連絡 {handoff.Attempts.Count}回。引き受けが確かめられるまで、{name(handoff.SenderId)}が担当です。")
            : new("連絡中", handoff.SentAt is null ? StepState.Upcoming : StepState.Done, null, null, handoff.Attempts.Count > 0 ? $"連絡 {handoff.Attempts.Count}回" : null);

    private static TrackStop Arrived(Handoff handoff, DateTimeOffset now, Func<Id<Organisation>, string> name)
    {
        var receiver = handoff.ReceiverId is { } id ? name(id) : null;
        if (handoff.Steps.FirstOrDefault(s => s.State == HandoffState.Received) is not { } step) return new("届いた", StepState.Upcoming, null, receiver, null);
        return handoff.State == HandoffState.Received
            ? new("届いた", StepState.Current, Waiting(handoff, now), $"次：{receiver}", HandoffWords.NextStep(handoff.State, handoff.Kind))
            : new("届いた", StepState.Done, Date(step.At), receiver, null);
    }

    private static TrackStop Looked(Handoff handoff, DateTimeOffset now, Func<Id<Organisation>, string> name)
    {
        var title = handoff.Kind == HandoffKind.ToHub ? "受付判断" : "確認";
        var receiver = handoff.ReceiverId is { } id ? name(id) : null;
        if (handoff.State is HandoffState.Screening or HandoffState.InDecision)
            return new(title, StepState.Current, Waiting(handoff, now), $"次：{receiver}", HandoffWords.NextStep(handoff.State, handoff.Kind));
        var step = handoff.Steps.LastOrDefault(s => s.State == HandoffState.Screening);
        if (step is not null) return new(title, StepState.Done, Date(handoff.Judgement?.At ?? step.At), receiver, null);
        return new(title, handoff.HasEnded || handoff.State == HandoffState.Returned ? StepState.Skipped : StepState.Upcoming, null, null, null);
    }

    private static TrackStop Asked(Handoff handoff, DateTimeOffset now, Func<Id<Organisation>, string> name, Func<Id<Account>, string> worker)
    {
        var open = handoff.Questions.Count(q => q.IsOpen);
        if (handoff.State == HandoffState.Questioned)
            return new("追加情報", StepState.Current, Waiting(handoff, now), $"次：{name(handoff.SenderId)}", $"質問 {handoff.Questions.Count}件のうち {open}件が回答待ち");
        if (handoff.Questions.Where(q => q.Answer is not null).MaxBy(q => q.ClosedAt) is { ClosedBy: { } by } answered)
            return new("追加情報", StepState.Done, Date(answered.ClosedAt!.Value), $"{name(handoff.SenderId)} {worker(by)}",
                $"質問 {handoff.Questions.Count}件に回答{(open > 0 ? $"（{open}件は回答なし）" : "")}");
        if (handoff.Questions.Count > 0)
            return new("追加情報", StepState.Done, Date(handoff.Questions[^1].AskedAt), null, $"質問 {handoff.Questions.Count}件");
        return new("追加情報", handoff.HasEnded || handoff.State is HandoffState.Returned or HandoffState.Advised ? StepState.Skipped : StepState.Upcoming, null, null, null);
    }

    /// <summary>The course, newest first.</summary>
    public static IReadOnlyList<HandoffDeed> Course(Handoff handoff, Func<Id<Organisation>, string> name, Func<Id<Account>, string> worker) =>
    [
        .. handoff.Steps.Select((s, i) => new HandoffDeed(s.At, WordsOf(handoff.Kind, handoff.SenderId, handoff.Steps, i), $"{name(s.For)} {worker(s.By)}", s.Reason)).Reverse(),
    ];

    /// <summary>What was done with a step. The state it led to would not do: an answered question leaves the handoff where it was before.</summary>
    public static string WordsOf(HandoffKind kind, Id<Organisation> sender, IReadOnlyList<HandoffStep> steps, int index)
    {
        var (step, before) = (steps[index], index == 0 ? null : steps[index - 1]);
        return (before?.State, step.State) switch
        {
            (HandoffState.Questioned, HandoffState.Received or HandoffState.Screening) => step.For == sender ? "質問に答えた" : "質問を取り下げた",
            (null or HandoffState.Drafted, HandoffState.Received or HandoffState.AwaitingContact) => "送った",
            _ => HandoffWords.Of(step.State, kind),
        };
    }

    /// <summary>What was done while the state stayed as it was. What led to another state is told by its step.</summary>
    public static IEnumerable<(DateTimeOffset At, Id<Account> By, string Words)> Between(
        IReadOnlyList<HandoffStep> steps, IReadOnlyList<CriteriaJudgement> judgements, IReadOnlyList<HandoffQuestion> questions, IReadOnlyList<ContactAttempt> attempts)
    {
        IEnumerable<(DateTimeOffset At, Id<Account> By, string Words)> deeds =
        [
            .. judgements.Select(j => (j.At, j.By, "受付判断を記録した")),
            .. questions.Select(q => (q.AskedAt, q.AskedBy, "質問した")),
            .. questions.Where(q => !q.IsOpen).Select(q => (q.ClosedAt!.Value, q.ClosedBy!.Value, q.Answer is null ? "質問を取り下げた" : "質問に答えた")),
            .. attempts.Select(a => (a.At, a.By, "連絡した")),
        ];
        return deeds.Where(d => steps.All(s => s.At != d.At)).Distinct();
    }

    private static TrackStop Ending(Handoff handoff, Func<Id<Organisation>, string> name)
    {
        var last = handoff.Steps[^1];
        var receiver = handoff.ReceiverId is { } id ? name(id) : handoff.Outside?.Name;
        return handoff.State switch
        {
            HandoffState.Accepted => new(HandoffWords.Of(handoff.State, handoff.Kind), StepState.Done, Date(last.At),
                handoff.HubId is { } hub ? $"多機関協働事業者：{name(hub)}" : receiver,
                handoff.Confirmation is { } c ? $"引き受けた方：{c.Name}" : null),
            HandoffState.AcceptedJointly => new("一緒に対応", StepState.Done, Date(last.At), receiver, $"主担当は {name(handoff.SenderId)} のままです。"),
            HandoffState.Returned => new("つなぎ戻し", StepState.Current, Date(last.At), $"次：{name(handoff.SenderId)}", "送った側の確認を待っています。"),
            HandoffState.ReturnAcknowledged => new("つなぎ戻し", StepState.Stopped, Date(last.At), name(handoff.SenderId), "送った側が確認しました。"),
            HandoffState.Redirected => new("適した部署へ", StepState.Stopped, Date(last.At), receiver, last.Reason),
            HandoffState.Advised => new("助言", StepState.Current, Date(last.At), $"次：{name(handoff.SenderId)}", "助言の確認を待っています。"),
            HandoffState.Closed => new("助言", StepState.Done, Date(last.At), receiver, null),
            HandoffState.Withdrawn => new("取下げ", StepState.Stopped, Date(last.At), name(handoff.SenderId), last.Reason),
            HandoffState.Drafted or HandoffState.AwaitingContact or HandoffState.Received or HandoffState.Screening
                or HandoffState.Questioned or HandoffState.InDecision => new(Ahead(handoff), StepState.Upcoming, null, null, null),
        };
    }

    private static string Ahead(Handoff handoff) => handoff.Outside is not null ? "引き受けの確認" : handoff.Kind switch
    {
        HandoffKind.ToDesk => "受ける・一緒に対応・適した部署へ",
        HandoffKind.ToHub => "多機関協働で受ける・つなぎ戻し・適した部署へ",
        HandoffKind.Advice => "助言",
    };

    private static string Waiting(Handoff handoff, DateTimeOffset now) =>
        $"{Date(handoff.StateSince)}から {new JapanTimeSpan(handoff.StateSince, now).Days + 1}日目";

    private static string Date(DateTimeOffset at) => DateWords.Short(at);
}
