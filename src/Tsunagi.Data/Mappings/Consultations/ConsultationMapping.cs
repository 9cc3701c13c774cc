using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Mappings.Consultations;

static class ConsultationMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Consultation>(consultation =>
        {
            consultation.ToTable("consultation");
            consultation.Protect(db, c => c.Id);
            consultation.Ignore(c => c.Content);
            consultation.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
            consultation.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId);
            consultation.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
            consultation.HasIndex(c => new { c.OrganisationId, c.State, c.At });
            consultation.HasIndex(c => new { c.OrganisationId, c.At, c.Id });
            consultation.ComplexProperty(c => c.Visitor, visitor =>
            {
                visitor.Property(v => v.Name).HasColumnName("visitor_name");
                visitor.Property(v => v.Relation).HasColumnName("visitor_relation");
                visitor.Property(v => v.Agency).HasColumnName("visitor_agency");
                visitor.Property(v => v.Contact).HasColumnName("visitor_contact");
            });
            consultation.Property(c => c.DraftFields).AsJson();
            consultation.Property(c => c.Statements).AsJson();
            consultation.HasMany(c => c.Persons).WithOne().HasForeignKey(p => p.ConsultationId);
            consultation.OwnsCorrections(c => c.Corrections, "consultation");
        });
        model.Entity<ConsultationPerson>(named =>
        {
            named.ToTable("consultation_person");
            named.HasKey(p => new { p.ConsultationId, p.PersonId });
            named.Protect(db, p => p.ConsultationId);
            named.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
            named.HasIndex(p => p.PersonId);
        });
        model.Entity<Lead>(lead =>
        {
            lead.ToTable("lead");
            lead.Protect(db, l => l.Id);
            lead.HasOne<Organisation>().WithMany().HasForeignKey(l => l.OrganisationId);
            lead.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
            lead.HasOne<Consultation>().WithMany().HasForeignKey(l => l.ConsultationId);
            lead.HasIndex(l => new { l.OrganisationId, l.NextOn, l.Id }).IsDescending(false, false, true);
            lead.OwnsMany(l => l.Steps, step =>
            {
                step.ToTable("lead_step");
                step.WithOwner().HasForeignKey("LeadId");
                step.HasKey("LeadId", nameof(LeadStep.Number));
                step.Property(s => s.Number).ValueGeneratedNever();
            });
        });
        model.Entity<PhoneMemo>(memo =>
        {
            memo.ToTable("phone_memo");
            memo.Protect(db, m => m.Id);
            memo.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
            memo.Property(m => m.From).HasColumnName("caller");
            memo.HasIndex(m => new { m.OrganisationId, m.State, m.LeftAt });
        });
        model.Entity<Tally>(tally =>
        {
            tally.ToTable("tally");
            tally.HasOne<Organisation>().WithMany().HasForeignKey(t => t.OrganisationId);
            tally.Property(t => t.On).HasColumnName("counted_on");
            tally.HasIndex(t => new { t.OrganisationId, t.On });
        });
    }
}
