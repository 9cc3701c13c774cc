using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Mappings.People;

static class PersonMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        MapPerson(model, db);
        model.Entity<KinTie>(tie =>
        {
            tie.ToTable("kin_tie");
            tie.Protect(db, t => t.PersonId);
            tie.HasOne<Person>().WithMany().HasForeignKey(t => t.OtherId);
            tie.HasIndex(t => t.OtherId);
            tie.Property(t => t.Since).IsPartialDate();
            tie.Property(t => t.SeparatedOn).IsPartialDate();
            tie.Property(t => t.EndedOn).IsPartialDate();
        });
        model.Entity<SupportTie>(tie =>
        {
            tie.ToTable("support_tie");
            tie.HasKey(t => new { t.PersonId, t.Number });
            tie.Property(t => t.Number).ValueGeneratedNever();
            tie.Protect(db, t => t.PersonId);
            tie.Property(t => t.From).HasColumnName("first_day");
            tie.Property(t => t.Until).HasColumnName("end_day");
            tie.ToTable(table => table.HasCheckConstraint("support_tie_withheld_is_empty", "not is_withheld or (contact = '' and what is null)"));
        });
    }

    private static void MapPerson(ModelBuilder model, AppDb db) => model.Entity<Person>(person =>
    {
        person.ToTable("person");
        person.Protect(db, p => p.Id);
        person.HasOne<Organisation>().WithMany().HasForeignKey(p => p.HolderId);
        person.Ignore(p => p.Details).Ignore(p => p.IsMailStopped);
        person.ComplexProperty(p => p.Name, name =>
        {
            name.Property(n => n.Family).HasColumnName("family");
            name.Property(n => n.Given).HasColumnName("given");
            name.Property(n => n.FamilyKana).HasColumnName("family_kana");
            name.Property(n => n.GivenKana).HasColumnName("given_kana");
            name.Property(n => n.Common).HasColumnName("common_name");
            name.Property(n => n.Former).HasColumnName("former_name");
        });
        person.ComplexProperty(p => p.Location, place =>
        {
            place.Property(l => l.Kind).HasColumnName("address_kind");
            place.Property(l => l.Address).HasColumnName("address");
            place.Property(l => l.School).HasColumnName("school");
            place.Property(l => l.Clinic).HasColumnName("clinic");
            place.Property(l => l.Workplace).HasColumnName("workplace");
            place.Property(l => l.Stay).HasColumnName("stay");
        });
        person.Property(p => p.BirthDate).IsPartialDate();
        person.Property(p => p.DiedOn).IsPartialDate();
        person.Property(p => p.Phones).AsJson();
        // Written and read with the person, but not loaded with everybody: few pages ask.
        person.HasMany(p => p.KinTies).WithOne().HasForeignKey(t => t.PersonId);
        person.HasMany(p => p.SupportTies).WithOne().HasForeignKey(t => t.PersonId);
        person.OwnsCorrections(p => p.Corrections, "person");
        // A protected person has no place here, whoever writes.
        person.ToTable(table => table.HasCheckConstraint("person_protected_has_no_place", """
            not is_location_protected or (address is null and school is null and clinic is null and workplace is null
              and stay is null and phones = '[]'::jsonb and address_kind = 'Unknown')
            """));
    });

    private static void IsPartialDate(this PropertyBuilder<PartialDate?> property) =>
        property.HasConversion(d => d!.ToString(), text => PartialDate.Parse(text));
}
