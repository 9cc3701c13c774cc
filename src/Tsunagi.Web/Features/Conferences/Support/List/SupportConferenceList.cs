using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>A matter I may read.</summary>
/// <param name="Matter">Which.</param>
/// <param name="Title">What I may call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Level">How far I read.</param>
/// <param name="Session">The session coming up or held last that I read.</param>
/// <param name="ScheduledAt">When it is or was.</param>
/// <param name="ChairUntold">Acts in danger the chair does not know of yet, as far as I may see.</param>
/// <param name="ChairOverdue">Whether one of them is overdue.</param>
public sealed record MatterRow(
    Id<Matter> Matter, string Title, MatterState State, MatterLevel Level, int? Session, DateTimeOffset? ScheduledAt,
    int ChairUntold, bool ChairOverdue);

/// <summary>A proposal of mine: that I made it, and nothing of what came of it.</summary>
/// <param name="Matter">Which.</param>
/// <param name="Title">How I called it.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="Chair">Whom I named to chair it.</param>
/// <param name="DeclinedBecause">Why they declined, while I have to name another.</param>
/// <param name="WithdrawnAt">When I took it back – whatever became of it.</param>
public sealed record ProposalRow(
    Id<Matter> Matter, string Title, DateTimeOffset ProposedAt, Id<Account> Chair, string? DeclinedBecause, DateTimeOffset? WithdrawnAt);

/// <summary>A proposal that waits for me to take the chair: nothing of its content yet.</summary>
/// <param name="Matter">Which.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="Withdrawn">The proposer's taking it back, while I have not seen it.</param>
/// <param name="WithdrawnBecause">Why.</param>
public sealed record ChairRow(Id<Matter> Matter, DateTimeOffset ProposedAt, Id<ProposalNotice>? Withdrawn, string? WithdrawnBecause);

/// <summary>What somebody sees of 支援会議: only what they are named for.</summary>
/// <param name="Reading">What I read.</param>
/// <param name="Proposed">What I proposed.</param>
/// <param name="ToChair">What waits for me to chair it.</param>
/// <param name="Declined">When I declined a chair: that I did is all that is left to me.</param>
public sealed record SupportConferences(
    IReadOnlyList<MatterRow> Reading, IReadOnlyList<ProposalRow> Proposed, IReadOnlyList<ChairRow> ToChair, IReadOnlyList<DateTimeOffset> Declined);

/// <summary>支援会議の一覧（自分が出るもの）.</summary>
public sealed class SupportConferenceList(AppDb db, Work work)
{
    private const int Most = 200;

    public async Task<SupportConferences> MineAsync(CancellationToken ct)
    {
        var me = work.Actor.Account;
        // Grants and row security have already left out everything that is not mine.
        var matters = await db.Matters.AsNoTracking().AsSplitQuery()
            .Include(m => m.Paper).Include(m => m.Notices).Include(m => m.Participants).Include(m => m.Explanations).Include(m => m.Namings)
            .Include(m => m.Sessions).Include(m => m.WaysOut)
            .OrderByDescending(m => m.ProposedAt).Take(Most).ToListAsync(ct);
        work.Saw(Permission.ListSupportConferences, RootRef.System);
        // What is coming up, the nearest first; then what was, the latest first.
        var today = JapanTime.StartOf(work.Today);
        return new(
            [.. matters.Select(Row).OfType<MatterRow>().OrderBy(r => r.ScheduledAt is { } at && at < today).ThenBy(r => r.ScheduledAt < today ? -r.ScheduledAt.Value.UtcTicks : r.ScheduledAt?.UtcTicks ?? long.MaxValue)],
            [.. matters.Where(m => m.ProposedBy == me).Select(Proposal)],
            [.. matters.Where(m => m.ChairId == me && work.Actor.Is(Role.ConferenceChair) && m.IsAtTheDoor(me) && !MatterAccess.Read(m, me, work.Now).Reads).Select(ToChair)],
            await db.Set<ProposalNotice>().AsNoTracking().Where(n => n.By == me && n.Kind == ProposalNoticeKind.ChairDeclined)
                .OrderByDescending(n => n.At).Select(n => n.At).Take(Most).ToListAsync(ct));
    }

    private static ProposalRow Proposal(Matter matter) => new(
        matter.Id, matter.Paper?.Title ?? "", matter.ProposedAt, matter.NamedChairId,
        matter.Notices.FirstOrDefault(n => n.Kind == ProposalNoticeKind.ChairDeclined && n.Waits && n.AddressedTo == matter.ProposedBy)?.Reason,
        matter.Notices.FirstOrDefault(n => n.Kind == ProposalNoticeKind.Withdrawal)?.At);

    private static ChairRow ToChair(Matter matter)
    {
        var withdrawn = matter.State == MatterState.Withdrawn ? matter.Notices.FirstOrDefault(n => n.Kind == ProposalNoticeKind.Withdrawal) : null;
        return new(matter.Id, matter.ProposedAt, withdrawn?.Id, withdrawn?.Reason);
    }

    private MatterRow? Row(Matter matter)
    {
        var reading = MatterAccess.Read(matter, work.Actor.Account, work.Now);
        if (!reading.Reads) return null;
        var session = matter.Sessions.Where(s => reading.ReadsSession(s.Number)).MaxBy(s => s.Number);
        var untold = matter.WaysOut.OfType<WayOut.ByDanger>()
            .Where(d => d.ChairWaits && (reading.IsOffice || d.By == work.Actor.Account)).ToList();
        return new(matter.Id, reading.ReadsWhole(1) && matter.Paper is { } paper ? paper.Title : "会議案件", matter.State, reading.Level,
            session?.Number, session?.ScheduledAt, untold.Count, untold.Exists(d => d.IsOverdue(work.Today)));
    }
}
