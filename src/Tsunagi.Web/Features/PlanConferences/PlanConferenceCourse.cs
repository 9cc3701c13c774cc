using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>重層的支援会議 in the course of its case: when one was held, and what it concluded; and when one was called off.</summary>
sealed class PlanConferenceCourse(AppDb db, PlanWard ward) : ICaseCourseSource
{
    public async Task<IReadOnlyList<CourseEvent>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var found = await db.PlanConferences.AsNoTracking().Where(c => c.CaseId == id && (c.HeldAt != null || c.CancelledAt != null))
            .Select(c => new { c.Id, c.Purpose, c.HeldAt, c.CancelledAt, c.Decision }).ToListAsync(ct);
        return
        [
            .. from c in found
               from done in Done(c.HeldAt, c.Decision, c.CancelledAt)
               select new CourseEvent(done.At, TimelineKind.Conference, ward.ConferenceName, $"{PlanWords.Of(c.Purpose)}を{done.What}", null, PlanConferenceLinks.Detail(c.Id)),
        ];
    }

    private static IEnumerable<(DateTimeOffset At, string What)> Done(DateTimeOffset? held, PlanConferenceDecision? decision, DateTimeOffset? cancelled)
    {
        if (held is { } at) yield return (at, decision is { } decided ? $"行った（結論：{PlanWords.Of(decided)}）" : "行った");
        if (cancelled is { } off) yield return (off, "中止した");
    }
}
