using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Plans;

namespace Tsunagi.Data.Mappings.Plans;

/// <summary>Sql/50-plans.sql adds the proof that at most one version is in force and one in preparation.</summary>
static class PlanMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Plan>(plan =>
        {
            plan.ToTable("plan");
            plan.ProtectWithCase(db, p => p.Id, p => p.CaseId);
            plan.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
            plan.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
            plan.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.PlanId);
            plan.Navigation(p => p.Versions).AutoInclude();
            plan.Ignore(p => p.InForce);
            plan.Ignore(p => p.InPreparation);
            plan.Ignore(p => p.Current);
        });
        model.Entity<PlanVersion>(version =>
        {
            version.ToTable("plan_version");
            version.ProtectWithCase(db, v => v.PlanId, v => v.CaseId);
            version.HasKey(v => new { v.PlanId, v.Number });
            version.Property(v => v.Number).ValueGeneratedNever();
            version.HasOne<Organisation>().WithMany().HasForeignKey(v => v.MainAgencyId);
            version.Property(v => v.Content).AsJson();
            version.Property(v => v.DraftedBy).AsJson();
            version.Property(v => v.Order).AsJson().HasColumnName("gate_order");
            version.Property(v => v.Signatures).AsJson();
            version.Property(v => v.Judgements).AsJson();
            version.Property(v => v.Monitorings).AsJson();
            version.Property(v => v.Evaluations).AsJson();
            version.Property(v => v.FollowUps).AsJson();
            version.Property(v => v.Steps).AsJson();
            version.Ignore(v => v.GatesPassed);
            version.Ignore(v => v.NextGate);
            version.Ignore(v => v.IsSigned);
            version.HasIndex(v => new { v.MainAgencyId, v.NextMonitoringOn });
            version.HasIndex(v => v.NextMonitoringOn);
        });
    }
}
