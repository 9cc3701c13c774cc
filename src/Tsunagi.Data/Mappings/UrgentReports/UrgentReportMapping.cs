using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Data.Mappings.UrgentReports;

/// <summary>The reporter lies in a table of its own under a root of its own: no grant on the report reaches it (rules §4).</summary>
static class UrgentReportMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<UrgentReport>(report =>
        {
            report.ToTable("urgent_report");
            report.Protect(db, r => r.Id);
            report.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
            report.HasOne<Organisation>().WithMany().HasForeignKey(r => r.TeamId);
            report.HasOne<Consultation>().WithMany().HasForeignKey(r => r.ConsultationId);
            report.Property(r => r.Facts).AsJson();
            report.Property(r => r.EmergencyCalls).AsJson();
            report.Property(r => r.Recipient).AsJson();
            report.Property(r => r.Checks).AsJson();
            report.HasIndex(r => r.SourceCaseId);
            report.HasIndex(r => r.SealedSource);
            report.HasIndex(r => new { r.TeamId, r.State, r.NextCheckDue });
            report.HasIndex(r => new { r.OrganisationId, r.State, r.NextCheckDue });
            report.HasIndex(r => new { r.NextCheckDue, r.Id }).IsDescending(false, true).HasFilter("state <> 'Ended'");
            report.HasIndex(r => new { r.ReportedAt, r.Id }).HasFilter("state = 'Ended'");
        });
        model.Entity<ReporterIdentity>(reporter =>
        {
            reporter.ToTable("reporter_identity");
            reporter.Protect(db, r => r.Id);
            reporter.HasOne<UrgentReport>().WithMany().HasForeignKey(r => r.ReportId);
            reporter.HasIndex(r => r.ReportId).IsUnique();
        });
    }
}
