using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Mappings.Access;

/// <summary>Sql/45-exclusions.sql keeps the exclusions themselves in step with these.</summary>
static class ExclusionDeclarationMapping
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<ExclusionDeclaration>(declaration =>
    {
        declaration.ToTable("exclusion_declaration", table => table.HasCheckConstraint(
            "exclusion_declaration_cleared_by_other",
            "cleared_at is null or (cleared_by is not null and cleared_by <> account_id)"));
        declaration.Protect(db, d => d.PersonId);
        declaration.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        declaration.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
        declaration.HasOne<Organisation>().WithMany().HasForeignKey(d => d.HolderId);
        declaration.HasIndex(d => new { d.HolderId, d.Since, d.Id });
        declaration.HasIndex(d => new { d.PersonId, d.AccountId });
    });
}
