using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>通告・通報された.</summary>
public sealed record UrgentReportMade(
    Id<UrgentReport> Report, string Kind, bool ImminentDanger, Id<Organisation> By, Id<Organisation>? Team,
    DateTimeOffset ReportedAt, DateTimeOffset? NextCheckDue) : DomainEvent;

/// <summary>事実が追記された.</summary>
public sealed record UrgentFactAdded(Id<UrgentReport> Report, int Number) : DomainEvent;

/// <summary>受理が記録された.</summary>
public sealed record UrgentReportAcknowledged(Id<UrgentReport> Report, DateTimeOffset? NextCheckDue) : DomainEvent;

/// <summary>安全確認が記録された.</summary>
public sealed record SafetyChecked(Id<UrgentReport> Report, int Number, bool Seen, DateTimeOffset? NextCheckDue) : DomainEvent;

/// <summary>受理した機関が相談にした.</summary>
public sealed record UrgentReportTaken(Id<UrgentReport> Report, Id<Consultation> Consultation) : DomainEvent;

/// <summary>対応が終わった.</summary>
public sealed record UrgentReportEnded(Id<UrgentReport> Report) : DomainEvent;

/// <summary>通告者の情報が受理した機関に渡された. Says nothing of who it is.</summary>
public sealed record ReporterIdentityKept(Id<UrgentReport> Report, Id<Organisation> Team) : DomainEvent;
