using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Data.Mappings.Cases;

/// <summary>Sql/responsibility.sql adds the proof that an unclosed case always has exactly one responsible organisation.</summary>
static class CaseMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Case>(@case =>
        {
            @case.ToTable("support_case");
            @case.Protect(db, c => c.Id);
            @case.HasMany(c => c.Periods).WithOne().HasForeignKey(p => p.CaseId);
            @case.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
            @case.HasIndex(c => new { c.FiscalYear, c.Sequence }).IsUnique();
            @case.HasIndex(c => new { c.OrganisationId, c.State });
            @case.Ignore(c => c.Number);
        });
        model.Entity<ResponsibilityPeriod>(period =>
        {
            period.ToTable("responsibility_period");
            period.Protect(db, p => p.CaseId);
            period.HasKey(p => new { p.CaseId, p.Number });
            period.Property(p => p.From).HasColumnName("starts_at");
            period.Property(p => p.Until).HasColumnName("ends_at");
            period.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
        });
        model.Entity<CaseNumberCounter>(counter =>
        {
            counter.ToTable("case_number_counter");
            counter.HasKey(c => c.FiscalYear);
            counter.Property(c => c.FiscalYear).ValueGeneratedNever();
        });
    }
}

/// <summary>The last case number given out in a fiscal year.</summary>
sealed class CaseNumberCounter
{
    public int FiscalYear { get; init; }
    public int Last { get; set; }
}
