using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
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
            .OrderBy(h => h.StateSince).Take(ITodaySource.Most).ToListAsync(ct);
        return found.Select(h => h.ReceiverId == own && h.SenderId != own ? Received(h) : h.MustTellPerson ? ToTell(h) : Owed(h));
    }

    private TodayRow Received(Handoff handoff) => new(TodayList.HandedToUs, handoff.StateSince, Asked(handoff), HandoffLinks.Detail(handoff.Id))
    {
        Who = $"{ground.NameOf(handoff.SenderId)}から（{HandoffWords.Short(handoff.Kind)}）",
        When = $"{HandoffWords.Of(handoff.State, handoff.Kind)}　{Days(handoff) + 1}日目",
        Tone = Days(handoff) >= ground.Deadlines.NoticeDays ? Tone.Warning : Tone.Neutral,
        NextLabel = handoff.State == HandoffState.InDecision ? "決裁を見る" : handoff.Kind == HandoffKind.ToHub && handoff.Judgement is null ? "受付判断をする" : "対応する",
        NextHref = handoff.State != HandoffState.InDecision && handoff.Kind == HandoffKind.ToHub && handoff.Judgement is null ? HandoffLinks.Screening(handoff.Id) : null,
    };

    private TodayRow Owed(Handoff handoff) => new(TodayList.Waiting, handoff.StateSince, Asked(handoff), HandoffLinks.Detail(handoff.Id))
    {
        Who = $"{(handoff.ReceiverId is { } to ? ground.NameOf(to) : handoff.Outside?.Name ?? "（つなぎ先は未定）")}へ",
        When = $"{HandoffWords.Of(handoff.State, handoff.Kind)}　{Days(handoff) + 1}日目",
        Tone = handoff.State != HandoffState.Drafted && Days(handoff) >= ground.Deadlines.NoticeDays ? Tone.Warning : Tone.Neutral,
        NextLabel = HandoffWords.NextStep(handoff.State, handoff.Kind),
    };

    private TodayRow ToTell(Handoff handoff)
    {
        var due = handoff.StateSince.AddDays(ground.CallBackDays);
        return new(TodayList.Due, due, $"本人へのお返し：{Asked(handoff)}", HandoffLinks.Detail(handoff.Id))
        {
            When = DateWords.Until(JapanTime.DateOf(due), work.Today),
            Tone = due < work.Now ? Tone.Warning : Tone.Neutral,
            NextLabel = "伝えたかを記録する",
        };
    }

    private int Days(Handoff handoff) => new JapanTimeSpan(handoff.StateSince, work.Now).Days;

    private static string Asked(Handoff handoff) => handoff.Envelope.Asked.Length == 0 ? "（お願いは未記入）" : handoff.Envelope.Asked;
}
