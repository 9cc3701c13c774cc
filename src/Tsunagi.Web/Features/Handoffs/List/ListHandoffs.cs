using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>Which handoffs a list shows.</summary>
public enum HandoffShow
{
    /// <summary>こちらの番: waiting for us.</summary>
    Waiting,
    /// <summary>進行中: open, whoever is to act.</summary>
    Open,
    /// <summary>本人への結果報告待ち: ended, and not yet told.</summary>
    Untold,
    /// <summary>終わったもの.</summary>
    Ended,
}

/// <summary>A question to the list.</summary>
/// <param name="Sent">送ったもの instead of 受けたもの.</param>
/// <param name="Show">Which.</param>
/// <param name="Kind">Of one kind only.</param>
/// <param name="After">Where the last page ended.</param>
public sealed record HandoffQuery(bool Sent = false, HandoffShow Show = HandoffShow.Waiting, HandoffKind? Kind = null, string? After = null);

/// <summary>One row: no name, only what the envelope tells.</summary>
public sealed record HandoffRow(
    Id<Handoff> Id, HandoffKind Kind, HandoffState State, DateTimeOffset StateSince, DateTimeOffset? SentAt, int Days,
    Id<Organisation> Sender, Id<Organisation>? Receiver, string? Outside, string Asked, string? Urgency, string? District,
    bool OursToAct, bool MustTell, bool IsLate);

/// <summary>A page of rows and how to go on; <paramref name="Total"/> counts all pages.</summary>
public sealed record HandoffPage(IReadOnlyList<HandoffRow> Rows, int Total, string? Next);

/// <summary>つなぎの一覧: what one's own organisation received or sent, oldest first while it waits.</summary>
public sealed class ListHandoffs(AppDb db, Work work, HandoffGround ground)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    public async Task<HandoffPage> RunAsync(HandoffQuery query, CancellationToken ct)
    {
        var asked = Select(query);
        var total = await asked.CountAsync(ct);
        var rows = await Page(asked, query).Take(PageSize + 1).ToListAsync(ct);
        work.Saw(Permission.ListHandoffs, RootRef.System);
        var shown = rows.Take(PageSize).Select(Row).ToList();
        var next = rows.Count > PageSize ? new PageKey(rows[PageSize - 1].StateSince, rows[PageSize - 1].Id.Value).ToString() : null;
        return new(shown, total, next);
    }

    private IQueryable<Handoff> Select(HandoffQuery query)
    {
        var own = work.Actor.Organisation;
        var ended = HandoffStates.WaitingFor(HandoffSide.Neither);
        var ours = HandoffStates.WaitingFor(query.Sent ? HandoffSide.Sender : HandoffSide.Receiver);
        var handoffs = db.Handoffs.AsNoTracking();
        handoffs = query.Sent
            ? handoffs.Where(h => h.SenderId == own)
            : handoffs.Where(h => h.ReceiverId == own && h.State != HandoffState.Drafted);
        if (query.Kind is { } kind) handoffs = handoffs.Where(h => h.Kind == kind);
        return query.Show switch
        {
            HandoffShow.Waiting => handoffs.Where(h => ours.Contains(h.State)),
            HandoffShow.Open => handoffs.Where(h => !ended.Contains(h.State)),
            HandoffShow.Untold => handoffs.Where(h => ended.Contains(h.State) && h.SentAt != null && h.Told == null),
            HandoffShow.Ended => handoffs.Where(h => ended.Contains(h.State)),
        };
    }

    private static IQueryable<Handoff> Page(IQueryable<Handoff> handoffs, HandoffQuery query)
    {
        var newestFirst = query.Show == HandoffShow.Ended;
        if (PageKey.Read(query.After) is { } last)
        {
            var (since, id) = (last.At, new Id<Handoff>(last.Id));
            handoffs = newestFirst
                ? handoffs.Where(h => h.StateSince < since || h.StateSince == since && h.Id.CompareTo(id) < 0)
                : handoffs.Where(h => h.StateSince > since || h.StateSince == since && h.Id.CompareTo(id) > 0);
        }
        return newestFirst
            ? handoffs.OrderByDescending(h => h.StateSince).ThenByDescending(h => h.Id)
            : handoffs.OrderBy(h => h.StateSince).ThenBy(h => h.Id);
    }

    private HandoffRow Row(Handoff handoff)
    {
        var side = handoff.SideOf(work.Actor.Organisation);
        var days = new JapanTimeSpan(handoff.StateSince, work.Now).Days;
        return new(
            handoff.Id, handoff.Kind, handoff.State, handoff.StateSince, handoff.SentAt, days,
            handoff.SenderId, handoff.ReceiverId, handoff.Outside?.Name, handoff.Envelope.Asked, handoff.Envelope.Urgency,
            handoff.Envelope.District, handoff.WhoActsNext == side, side == HandoffSide.Sender && handoff.MustTellPerson,
            IsLate: !handoff.HasEnded && handoff.State != HandoffState.Drafted && days >= ground.Deadlines.NoticeDays);
    }
}

/// <summary>Days as people count them: from one date in Tokyo to another; within a day it is 0.</summary>
readonly record struct JapanTimeSpan(DateTimeOffset From, DateTimeOffset To)
{
    public int Days => Math.Max(0, JapanTime.DateOf(To).DayNumber - JapanTime.DateOf(From).DayNumber);
}
