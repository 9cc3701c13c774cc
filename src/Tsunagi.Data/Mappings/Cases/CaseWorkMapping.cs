using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Mappings.Cases;

/// <summary>What is written around a case: notes, tasks, the assessment in its versions, and the handover.</summary>
static class CaseWorkMapping
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Map(ModelBuilder model, AppDb db)
    {
        MapNotes(model, db);
        MapAssessment(model, db);
        model.Entity<CaseTask>(task =>
        {
            task.ToTable("case_task");
            task.Protect(db, t => t.CaseId);
            task.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
            task.HasIndex(t => new { t.CaseId, t.State });
            task.HasIndex(t => new { t.AccountId, t.State, t.Due });
            task.HasIndex(t => new { t.OrganisationId, t.State, t.Due });
        });
        model.Entity<Handover>(handover =>
        {
            handover.ToTable("handover");
            handover.Protect(db, h => h.Id);
            handover.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId);
            handover.HasOne<Organisation>().WithMany().HasForeignKey(h => h.FromOrganisationId);
            handover.HasOne<Organisation>().WithMany().HasForeignKey(h => h.ToOrganisationId);
            // At most one open handover of a case, also when two are offered at the same moment.
            handover.HasIndex(h => h.CaseId, "handover_one_open").IsUnique().HasFilter("state = 'Offered'");
            handover.HasIndex(h => new { h.ToOrganisationId, h.State });
            handover.HasIndex(h => new { h.FromOrganisationId, h.State });
        });
    }

    private static void MapNotes(ModelBuilder model, AppDb db)
    {
        model.Entity<ProgressNote>(note =>
        {
            note.ToTable("progress_note");
            note.Protect(db, n => n.CaseId);
            note.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId);
            // Owned: what is inside a note is reached through the note alone, so its filter guards it too.
            note.OwnsMany(n => n.Partners, partner =>
            {
                partner.ToTable("note_partner");
                partner.WithOwner().HasForeignKey(p => p.NoteId);
                partner.HasKey(p => new { p.NoteId, p.Number });
                partner.Property(p => p.Number).ValueGeneratedNever();
            });
            note.OwnsMany(n => n.Paragraphs, MapParagraph);
            note.OwnsMany(n => n.Corrections, correction =>
            {
                correction.ToTable("note_correction");
                correction.WithOwner().HasForeignKey(c => c.NoteId);
                correction.HasKey(c => new { c.NoteId, c.Number });
                correction.Property(c => c.Number).ValueGeneratedNever();
            });
            note.HasIndex(n => new { n.CaseId, n.OccurredAt, n.Id });
        });
    }

    private static void MapParagraph(OwnedNavigationBuilder<ProgressNote, NoteParagraph> paragraph)
    {
        paragraph.ToTable("note_paragraph");
        paragraph.WithOwner().HasForeignKey(p => p.NoteId);
        paragraph.HasKey(p => new { p.NoteId, p.Number });
        paragraph.Property(p => p.Number).ValueGeneratedNever();
        paragraph.Ignore(p => p.NotTold);
        paragraph.Property<List<Id<Person>>>("notTold").HasColumnName("not_told").HasConversion(
            ids => ids.Select(id => id.Value).ToArray(),
            values => values.Select(value => new Id<Person>(value)).ToList(),
            new ValueComparer<List<Id<Person>>>((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids.ToList()));
    }

    private static void MapAssessment(ModelBuilder model, AppDb db)
    {
        model.Entity<Assessment>(assessment =>
        {
            assessment.ToTable("assessment");
            assessment.Protect(db, a => a.CaseId);
            assessment.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
            assessment.OwnsMany(a => a.Versions, version =>
            {
                version.ToTable("assessment_version");
                version.WithOwner().HasForeignKey(v => v.AssessmentId);
                version.HasKey(v => new { v.AssessmentId, v.Number });
                version.Property(v => v.Number).ValueGeneratedNever();
                version.Property(v => v.Sheet).HasColumnType("jsonb").HasConversion(
                    sheet => JsonSerializer.Serialize(sheet, Json), text => JsonSerializer.Deserialize<AssessmentSheet>(text, Json)!);
            });
            assessment.HasIndex(a => a.CaseId).IsUnique();
            assessment.Ignore(a => a.Latest);
        });
    }
}
