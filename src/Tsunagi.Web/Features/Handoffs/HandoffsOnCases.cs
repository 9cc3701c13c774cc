using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// A case is not closed while a つなぎ sent from it is open; and its state line tells where each of them waits – to those who may
/// see the つなぎ, which is fewer than see the case. In its course stands what either end did, between two states too.
/// </summary>
sealed class HandoffsOnCases(AppDb db, Work work, HandoffGround ground) : IOpenWorkSource, ICaseFactSource, ICaseCourseSource
{
    private const int Most = 3;

    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var (own, former) = await db.OpenHandoffsAsync(id, ct);
        return OpenWork.None with { OpenHandoffs = own, FormerHandoffs = former };
    }

    async Task<IReadOnlyList<CaseFact>> ICaseFactSource.OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.SeeHandoff)) return [];
        var ended = HandoffStates.WaitingFor(HandoffSide.Neither);
        var open = await db.Handoffs.AsNoTracking().Where(h => h.SourceCaseId == id && h.State != HandoffState.Drafted && !ended.Contains(h.State))
            .OrderBy(h => h.StateSince).ThenBy(h => h.Id).Take(Most).Select(h => new { h.Id, h.Kind, h.State, h.StateSince, h.ReceiverId, h.Outside }).ToListAsync(ct);
        return
        [
            .. from h in open
               let days = new JapanTimeSpan(h.StateSince, work.Now).Days
               let to = h.ReceiverId is { } receiver ? ground.NameOf(receiver) : h.Outside?.Name
               select new CaseFact("つなぎ", $"{to}　{HandoffWords.Of(h.State, h.Kind)}（{days + 1}日目）",
                   days >= ground.Deadlines.NoticeDays ? Tone.Warning : HandoffWords.ToneOf(h.State)) { Href = HandoffLinks.Detail(h.Id) },
        ];
    }

    async Task<IReadOnlyList<CourseEvent>> ICaseCourseSource.OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var found = await db.Handoffs.AsNoTracking().Where(h => (h.SourceCaseId == id || h.ReceiverCaseId == id) && h.SentAt != null)
            .Select(h => new { h.Id, h.Kind, h.SenderId, h.ReceiverId, h.Outside, h.Steps, h.Judgements, h.Attempts, Questions = h.Questions.ToList() }).ToListAsync(ct);
        return
        [
            .. from h in found
               let way = $"{ground.NameOf(h.SenderId)} → {(h.ReceiverId is { } to ? ground.NameOf(to) : h.Outside?.Name)}"
               from deed in Steps(h.Kind, h.SenderId, h.Steps).Concat(HandoffTrack.Between(h.Steps, h.Judgements, h.Questions, h.Attempts))
               select new CourseEvent(deed.At, TimelineKind.Handoff, HandoffWords.Short(h.Kind), $"{deed.Words}（{way}）", deed.By, HandoffLinks.Detail(h.Id)),
        ];
    }

    private static IEnumerable<(DateTimeOffset At, Id<Account> By, string Words)> Steps(HandoffKind kind, Id<Organisation> sender, IReadOnlyList<HandoffStep> steps) =>
        from index in Enumerable.Range(0, steps.Count)
        let step = steps[index]
        where step.State is not (HandoffState.Drafted or HandoffState.InDecision)
        select (step.At, step.By, HandoffTrack.WordsOf(kind, sender, steps, index));
}
