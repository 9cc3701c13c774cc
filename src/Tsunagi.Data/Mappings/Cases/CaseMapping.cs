using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Data.Mappings.Cases;

/// <summary>Sql/responsibility.sql adds the proof that an unclosed case always has exactly one responsible organisation.</summary>
static class CaseMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Case>(@case => MapCase(@case, db));
        model.Entity<ResponsibilityPeriod>(period =>
        {
            period.ToTable("responsibility_period");
            period.Protect(db, p => p.CaseId);
            period.HasKey(p => new { p.CaseId, p.Number });
            period.Property(p => p.From).HasColumnName("starts_at");
            period.Property(p => p.Until).HasColumnName("ends_at");
            period.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        });
        model.Entity<CasePerson>(person =>
        {
            person.ToTable("case_person");
            person.Protect(db, p => p.CaseId);
            person.HasKey(p => new { p.CaseId, p.Number });
            person.HasIndex(p => p.PersonId);
        });
        model.Entity<CaseLink>(link =>
        {
            link.ToTable("case_link");
            link.Protect(db, l => l.CaseId);
            link.HasKey(l => new { l.CaseId, l.Number });
        });
        model.Entity<Suspension>(suspension =>
        {
            suspension.ToTable("suspension");
            suspension.Protect(db, s => s.CaseId);
            suspension.HasKey(s => new { s.CaseId, s.Number });
            suspension.Property(s => s.From).HasColumnName("starts_at");
            suspension.Property(s => s.Until).HasColumnName("ends_at");
        });
        model.Entity<TeamMember>(member =>
        {
            member.ToTable("team_member");
            member.Protect(db, m => m.CaseId);
            member.HasKey(m => new { m.CaseId, m.Number });
            member.Property(m => m.From).HasColumnName("first_day");
            member.Property(m => m.Until).HasColumnName("last_day");
        });
        model.Entity<WorkerAssignment>(assignment =>
        {
            assignment.ToTable("worker_assignment");
            assignment.Protect(db, a => a.CaseId);
            assignment.HasKey(a => new { a.CaseId, a.Number });
            assignment.Property(a => a.From).HasColumnName("starts_at");
            assignment.Property(a => a.Until).HasColumnName("ends_at");
            assignment.HasIndex(a => new { a.WorkerId, a.Until });
        });
        model.Entity<Deputy>(deputy =>
        {
            deputy.ToTable("deputy");
            deputy.Protect(db, d => d.CaseId);
            deputy.HasKey(d => new { d.CaseId, d.Number });
            deputy.Property(d => d.From).HasColumnName("starts_at");
            deputy.Property(d => d.Until).HasColumnName("ends_at");
            deputy.HasIndex(d => new { d.AccountId, d.Until });
        });
        model.Entity<CaseNumberCounter>(counter =>
        {
            counter.ToTable("case_number_counter");
            counter.HasKey(c => c.FiscalYear);
            counter.Property(c => c.FiscalYear).ValueGeneratedNever();
        });
    }

    private static void MapCase(EntityTypeBuilder<Case> @case, AppDb db)
    {
        @case.ToTable("support_case");
        @case.Protect(db, c => c.Id);
        @case.HasMany(c => c.Periods).WithOne().HasForeignKey(p => p.CaseId);
        @case.HasMany(c => c.Persons).WithOne().HasForeignKey(p => p.CaseId);
        @case.HasMany(c => c.Links).WithOne().HasForeignKey(l => l.CaseId);
        @case.HasMany(c => c.Suspensions).WithOne().HasForeignKey(s => s.CaseId);
        @case.HasMany(c => c.Team).WithOne().HasForeignKey(m => m.CaseId);
        @case.HasMany(c => c.Assignments).WithOne().HasForeignKey(a => a.CaseId);
        @case.HasMany(c => c.Deputies).WithOne().HasForeignKey(d => d.CaseId);
        @case.OwnsOne(c => c.NextAction);
        @case.OwnsOne(c => c.Closing);
        @case.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
        @case.HasIndex(c => new { c.FiscalYear, c.Sequence }).IsUnique();
        @case.HasIndex(c => new { c.OrganisationId, c.State });
        @case.HasIndex(c => new { c.OrganisationId, c.NextDueOn, c.Id }).HasFilter("state <> 'Closed'");
        @case.Ignore(c => c.Number);
        @case.Ignore(c => c.CurrentPersons);
    }
}

/// <summary>The last case number given out in a fiscal year.</summary>
sealed class CaseNumberCounter
{
    public int FiscalYear { get; init; }
    public int Last { get; set; }
}
