using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;

namespace Tsunagi.Data.Mappings.Access;

static class AccessMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.HasIndex(a => a.Login).IsUnique();
            account.HasMany(a => a.Memberships).WithOne().HasForeignKey(m => m.AccountId);
        });
        model.Entity<Membership>(membership =>
        {
            membership.ToTable("membership");
            membership.Property(m => m.From).HasColumnName("first_day");
            membership.Property(m => m.Until).HasColumnName("last_day");
            membership.HasOne<Domain.Organisations.Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
        });
        model.Entity<ApiToken>(token =>
        {
            token.ToTable("api_token");
            token.HasKey(t => t.Hash);
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        });
        model.Entity<SignInAttempt>(attempt =>
        {
            attempt.ToTable("sign_in_attempt");
            attempt.HasKey(a => new { a.Key, a.Window });
        });
        model.Entity<Grant>(grant =>
        {
            grant.ToTable("access_grant");
            grant.Property(g => g.From).HasColumnName("starts_at");
            grant.Property(g => g.Until).HasColumnName("ends_at");
            // All that the access filter asks, so that it reads no row: of one record, and of all that one may see.
            grant.HasIndex(g => new { g.RootId, g.SubjectId }).IncludeProperties(g => new { g.RootKind, g.Level, g.From, g.Until });
            grant.HasIndex(g => new { g.SubjectId, g.RootKind, g.RootId }).IncludeProperties(g => new { g.Level, g.From, g.Until });
            grant.HasIndex(g => g.SourceId);
        });
        model.Entity<Exclusion>(exclusion =>
        {
            exclusion.ToTable("exclusion");
            exclusion.HasKey(x => new { x.RootId, x.AccountId, x.PersonId });
            exclusion.HasIndex(x => x.PersonId);
        });
    }
}
