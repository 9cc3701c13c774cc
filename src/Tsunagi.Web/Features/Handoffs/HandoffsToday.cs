using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// つながれた相談, and what this desk owes at the other end: questions to answer, returns and advice to acknowledge, the person
/// to be told. For area managers one row that says how many handoffs are being passed around.
/// </summary>
sealed class HandoffsToday(AppDb db, Work work, HandoffGround ground, SeeBounces bounces) : ITodaySource
{
    public Permission Needs => Permission.SeeToday;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        List<TodayRow> rows = [];
        if (AccessPolicy.RoleAllows(work.Actor, Permission.ListHandoffs)) rows.AddRange(await OwnAsync(ct));
        if (work.Actor.Is(Role.AreaManager) && await bounces.CountAsync(ct) is > 0 and var count)
            rows.Add(new(TodayList.Waiting, work.Now, string.Create(CultureInfo.InvariantCulture, $"くり返し戻された・移されたつなぎ {count}件"), HandoffLinks.Bounces) { Tone = Tone.Warning });
        return rows;
    }

    private async Task<IEnumerable<TodayRow>> OwnAsync(CancellationToken ct)
    {
        var own = work.Actor.Organisation;
        var (sender, receiver, ended) = (
            HandoffStates.WaitingFor(HandoffSide.Sender), HandoffStates.WaitingFor(HandoffSide.Receiver), HandoffStates.WaitingFor(HandoffSide.Neither));
        var found = await db.Handoffs.AsNoTracking()
            .Where(h => h.ReceiverId == own && receiver.Contains(h.State)
                || h.SenderId == own && (sender.Contains(h.State) || ended.Contains(h.State) && h.SentAt != null && h.Told == null))
            .OrderBy(h => h.StateSince).Take(ITodaySource.Most)
            .Select(h => new Waiting(h.Id, h.Kind, h.State, h.StateSince, h.SenderId, h.ReceiverId, h.Outside, h.Envelope, ended.Contains(h.State), h.Judgements))
            .ToListAsync(ct);
        return found.Select(h => h.Receiver == own && h.Sender != own ? Received(h) : h.HasEnded ? ToTell(h) : Owed(h));
    }

    private TodayRow Received(Waiting handoff)
    {
        var unjudged = handoff.Kind == HandoffKind.ToHub && handoff.Judgements.Count == 0;
        return new(TodayList.HandedToUs, handoff.Since, Asked(handoff), HandoffLinks.Detail(handoff.Id))
        {
            Who = $"{ground.NameOf(handoff.Sender)}から（{HandoffWords.Short(handoff.Kind)}）",
            When = $"{HandoffWords.Of(handoff.State, handoff.Kind)}　{Days(handoff) + 1}日目",
            Tone = Days(handoff) >= ground.Deadlines.NoticeDays ? Tone.Warning : Tone.Neutral,
            NextLabel = handoff.State == HandoffState.InDecision ? "決裁を見る" : unjudged ? "受付判断をする" : "対応する",
            NextHref = handoff.State != HandoffState.InDecision && unjudged ? HandoffLinks.Screening(handoff.Id) : null,
        };
    }

    private TodayRow Owed(Waiting handoff) => new(TodayList.Waiting, handoff.Since, Asked(handoff), HandoffLinks.Detail(handoff.Id))
    {
        Who = $"{(handoff.Receiver is { } to ? ground.NameOf(to) : handoff.Outside?.Name ?? "（つなぎ先は未定）")}へ",
        When = $"{HandoffWords.Of(handoff.State, handoff.Kind)}　{Days(handoff) + 1}日目",
        Tone = handoff.State != HandoffState.Drafted && Days(handoff) >= ground.Deadlines.NoticeDays ? Tone.Warning : Tone.Neutral,
        NextLabel = HandoffWords.NextStep(handoff.State, handoff.Kind),
    };

    private TodayRow ToTell(Waiting handoff)
    {
        var due = handoff.Since.AddDays(ground.CallBackDays);
        return new(TodayList.Due, due, $"本人への結果報告：{Asked(handoff)}", HandoffLinks.Detail(handoff.Id))
        {
            When = DateWords.Until(JapanTime.DateOf(due), work.Today),
            Tone = due < work.Now ? Tone.Warning : Tone.Neutral,
            NextLabel = "伝えたかを記録する",
        };
    }

    private int Days(Waiting handoff) => new JapanTimeSpan(handoff.Since, work.Now).Days;

    private static string Asked(Waiting handoff) => handoff.Envelope.Asked.Length == 0 ? "（お願いは未記入）" : handoff.Envelope.Asked;

    // What a row tells, and no more: a whole handoff is a long letter.
    private sealed record Waiting(
        Id<Handoff> Id, HandoffKind Kind, HandoffState State, DateTimeOffset Since, Id<Organisation> Sender, Id<Organisation>? Receiver,
        OutsideReceiver? Outside, HandoffEnvelope Envelope, bool HasEnded, IReadOnlyList<CriteriaJudgement> Judgements);
}
