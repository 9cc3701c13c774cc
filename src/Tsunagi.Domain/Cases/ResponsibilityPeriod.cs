using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>
/// 担当期間: one organisation's continuing responsibility for a case. The periods of a case follow one another without
/// gap or overlap, and the last one of an unclosed case has no end: the database proves it at every commit.
/// </summary>
public sealed class ResponsibilityPeriod
{
    private ResponsibilityPeriod() { }

    internal ResponsibilityPeriod(Id<Case> @case, int number, Id<Organisation> organisation, DateTimeOffset from) =>
        (CaseId, Number, OrganisationId, From) = (@case, number, organisation, from);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the case.</summary>
    public int Number { get; private set; }

    /// <summary>Who is responsible.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>From when, inclusive.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, exclusive; <see cref="DateTimeOffset.MaxValue"/> while it runs.</summary>
    public DateTimeOffset Until { get; private set; } = DateTimeOffset.MaxValue;

    internal void End(DateTimeOffset at) => Until = at;
}
