using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Data.Mappings.Decisions;

static class DecisionMapping
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<Decision>(decision =>
    {
        decision.ToTable("decision");
        decision.ProtectWithCase(db, d => d.Id, d => d.CaseId);
        decision.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId);
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.AuthorOrganisationId);
        decision.HasIndex(d => new { d.RecordId, d.Part });
        decision.HasIndex(d => new { d.OrganisationId, d.State });
        decision.HasIndex(d => new { d.OrganisationId, d.DraftedAt, d.Id });
        decision.HasIndex(d => new { d.AuthorOrganisationId, d.DraftedAt, d.Id });
        decision.Ignore(d => d.Subject);
        decision.Ignore(d => d.NextRole);
        decision.Ignore(d => d.IsInForce);
        decision.Property(d => d.Line).AsJson();
        decision.Property(d => d.Steps).AsJson();
    });
}
