using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>通告・通報: the urgent abuse report.</summary>
public sealed class UrgentReport : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<UrgentReport> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.UrgentReport, Id);
}
