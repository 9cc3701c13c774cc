using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>通告・通報: the urgent abuse report.</summary>
public sealed class UrgentReport : Aggregate;
