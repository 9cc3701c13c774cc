using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>
/// 通告者・通報者: who told us. A record and a field class of its own (rules §4), so that no reading, printing or copying of
/// the report can bring it along.
/// </summary>
public sealed class ReporterIdentity : Aggregate
{
    private ReporterIdentity() { }

    /// <summary>Its id.</summary>
    public Id<ReporterIdentity> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.ReporterIdentity, Id);

    /// <summary>The report.</summary>
    public Id<UrgentReport> ReportId { get; private set; }

    /// <summary>受理した機関: the only readers.</summary>
    public Id<Organisation> TeamId { get; private set; }

    /// <summary>名前.</summary>
    public string? Name { get; private set; }

    /// <summary>本人との関係.</summary>
    public string? Relation { get; private set; }

    /// <summary>連絡先.</summary>
    public string? Contact { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Keeps the identity of a reporter for the receiving team. Who writes it down does not read it afterwards.</summary>
    public static Outcome<ReporterIdentity> Keep(
        Id<ReporterIdentity> id, UrgentReport report, string? name, string? relation, string? contact, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Recipient.Team is not { } team)
        {
            return new Refusal(RefusalCode.NoReceivingTeam);
        }
        if (string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(relation) && string.IsNullOrWhiteSpace(contact))
        {
            return new Refusal(RefusalCode.Required, nameof(Name));
        }
        List<Refusal> refusals = [.. new[] { UrgentReport.Improper(name, nameof(Name)), UrgentReport.Improper(relation, nameof(Relation)), UrgentReport.Improper(contact, nameof(Contact)) }.OfType<Refusal>()];
        if (refusals.Count > 0)
        {
            return Outcome<ReporterIdentity>.Carry(Outcome.Refused(refusals));
        }
        var kept = new ReporterIdentity
        {
            Id = id,
            ReportId = report.Id,
            TeamId = team,
            Name = Trimmed(name),
            Relation = Trimmed(relation),
            Contact = Trimmed(contact),
            WrittenAt = by.At,
        };
        kept.Record(new ReporterIdentityKept(report.Id, team));
        return kept;
    }

    /// <summary>Whether an organisation may read it: the receiving team, and nobody else.</summary>
    public bool IsReadableBy(Id<Organisation> organisation) => organisation == TeamId;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
