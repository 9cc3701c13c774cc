using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Features.Shared;

/// <summary>One line of the 経過 of a case that another feature tells: when, what, by whom, and where it leads.</summary>
public sealed record CourseEvent(DateTimeOffset At, TimelineKind Kind, string KindWords, string Title, Id<Account>? By, string Href);

/// <summary>
/// 経過に加わるできごと: a feature that does something in a case tells it here, in one statement and through the access filter. Of a
/// 支援会議 nothing is told, not even that there was one (rules §2).
/// </summary>
public interface ICaseCourseSource
{
    /// <summary>What happened in a case whose narrative the viewer may read, in any order.</summary>
    Task<IReadOnlyList<CourseEvent>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct);
}
