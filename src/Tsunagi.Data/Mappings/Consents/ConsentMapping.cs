using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;

namespace Tsunagi.Data.Mappings.Consents;

static class ConsentMapping
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<Consent>(consent =>
    {
        consent.ToTable("consent");
        consent.Protect(db, c => c.CaseId);
        consent.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        consent.HasIndex(c => new { c.CaseId, c.SubjectId });
        consent.HasIndex(c => new { c.OrganisationId, c.State });
        consent.HasIndex(c => c.CorrectedAt);
        consent.Ignore(c => c.OpenUntil);
        consent.Property(c => c.Pauses).AsJson();
        consent.Property(c => c.Scope).AsJson();
        consent.Property(c => c.ToldAgencies).AsJson();
        consent.Property(c => c.Explanations).AsJson();
        consent.Property(c => c.Giving).AsJson();
        consent.Property(c => c.Steps).AsJson();
    });
}
