using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;

namespace Tsunagi.Data.Mappings.ProtectedLocations;

/// <summary>
/// The measure, its readers and their looks. The location itself is not in this model at all: Sql/40-protected-location.sql
/// makes its table, and <see cref="Data.ProtectedLocations.SealedLocations"/> alone knows it.
/// </summary>
static class ProtectionMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<ProtectionMeasure>(measure =>
        {
            measure.ToTable("protection_measure", table => table.HasCheckConstraint(
                "protection_measure_ended_by_two", "state <> 'Ended' or (end_proposed_by is not null and decided_by is not null and end_proposed_by <> decided_by)"));
            measure.Protect(db, m => m.PersonId);
            measure.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
            measure.HasOne<Organisation>().WithMany().HasForeignKey(m => m.HolderId);
            measure.Property(m => m.From).HasColumnName("first_day");
            measure.HasIndex(m => m.PersonId).IsUnique().HasFilter("state <> 'Ended'");
            measure.HasIndex(m => new { m.HolderId, m.State, m.ReviewOn });
        });
        model.Entity<ProtectedLocationReader>(reader =>
        {
            reader.ToTable("protected_location_reader", table => table.HasCheckConstraint(
                "protected_location_reader_second_person", "account_id <> coalesce(telephone_approver, named_by)"));
            reader.Protect(db, r => r.PersonId);
            reader.HasOne<ProtectionMeasure>().WithMany().HasForeignKey(r => r.MeasureId);
            reader.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
            reader.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
            reader.Property(r => r.From).HasColumnName("starts_at");
            reader.Property(r => r.Until).HasColumnName("ends_at");
            reader.HasIndex(r => new { r.PersonId, r.AccountId });
        });
        model.Entity<LocationRead>(read =>
        {
            read.ToTable("protected_location_read");
            read.Protect(db, r => r.PersonId);
            read.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
            read.HasOne<ProtectedLocationReader>().WithMany().HasForeignKey(r => r.ReaderId);
            read.HasIndex(r => new { r.PersonId, r.At });
            read.HasIndex(r => new { r.At, r.Id });
        });
    }
}
