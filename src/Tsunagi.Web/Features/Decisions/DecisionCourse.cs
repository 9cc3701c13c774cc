using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁 in the course of the case it is about: put up, checked, decided, or sent back.</summary>
sealed class DecisionCourse(AppDb db) : ICaseCourseSource
{
    public async Task<IReadOnlyList<CourseEvent>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var found = await db.Decisions.AsNoTracking().Where(d => d.CaseId == id).Select(d => new { d.Id, d.Kind, d.Steps }).ToListAsync(ct);
        return
        [
            .. from d in found
               from step in d.Steps
               select new CourseEvent(step.By.At, TimelineKind.Record, "決裁", $"{PlanWords.Of(d.Kind)}：{PlanWords.Of(step.Kind)}", step.By.Account, DecisionLinks.Detail(d.Id)),
        ];
    }
}
