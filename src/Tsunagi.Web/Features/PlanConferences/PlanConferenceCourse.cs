using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>重層的支援会議 in the course of its case: when one was held, and what it concluded.</summary>
sealed class PlanConferenceCourse(AppDb db, PlanWard ward) : ICaseCourseSource
{
    public async Task<IReadOnlyList<CourseEvent>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var found = await db.PlanConferences.AsNoTracking().Where(c => c.CaseId == id && c.HeldAt != null)
            .Select(c => new { c.Id, c.Purpose, HeldAt = c.HeldAt!.Value, c.Decision }).ToListAsync(ct);
        return
        [
            .. from c in found
               let conclusion = c.Decision is { } decided ? $"（結論：{PlanWords.Of(decided)}）" : ""
               select new CourseEvent(c.HeldAt, TimelineKind.Conference, ward.ConferenceName, $"{PlanWords.Of(c.Purpose)}を行った{conclusion}", null, PlanConferenceLinks.Detail(c.Id)),
        ];
    }
}
