using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Mappings.Households;

static class HouseholdMapping
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<Household>(household =>
    {
        household.ToTable("household");
        household.Protect(db, h => h.Id);
        household.HasOne<Organisation>().WithMany().HasForeignKey(h => h.HolderId);
        household.HasOne<Person>().WithMany().HasForeignKey(h => h.ReferencePersonId);
        household.OwnsMany(h => h.Members, member =>
        {
            member.ToTable("household_member");
            member.WithOwner().HasForeignKey("HouseholdId");
            member.HasKey("HouseholdId", nameof(HouseholdMember.Number));
            member.Property(m => m.Number).ValueGeneratedNever();
            member.Property<LivingTogether>("Living");
            member.Property(m => m.From).HasColumnName("first_day");
            member.Property(m => m.Until).HasColumnName("end_day");
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
            member.HasIndex(m => m.PersonId);
        });
    });
}
