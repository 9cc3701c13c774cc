using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
            note.HasMany(n => n.Partners).WithOne().HasForeignKey(p => p.NoteId);
            note.HasMany(n => n.Paragraphs).WithOne().HasForeignKey(p => p.NoteId);
            note.HasMany(n => n.Corrections).WithOne().HasForeignKey(c => c.NoteId);
            note.HasIndex(n => new { n.CaseId, n.OccurredAt, n.Id });
        });
        model.Entity<NotePartner>(partner =>
        {
            partner.ToTable("note_partner");
            partner.HasKey(p => new { p.NoteId, p.Number });
        });
        model.Entity<NoteParagraph>(paragraph =>
        {
            paragraph.ToTable("note_paragraph");
            paragraph.HasKey(p => new { p.NoteId, p.Number });
            paragraph.Ignore(p => p.NotTold);
            paragraph.Property<List<Id<Person>>>("notTold").HasColumnName("not_told").HasConversion(
                ids => ids.Select(id => id.Value).ToArray(),
                values => values.Select(value => new Id<Person>(value)).ToList(),
                new ValueComparer<List<Id<Person>>>(
                    (a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids.ToList()));
        });
        model.Entity<NoteCorrection>(correction =>
        {
            correction.ToTable("note_correction");
            correction.HasKey(c => new { c.NoteId, c.Number });
        });
    }

    private static void MapAssessment(ModelBuilder model, AppDb db)
    {
        model.Entity<Assessment>(assessment =>
        {
            assessment.ToTable("assessment");
            assessment.Protect(db, a => a.CaseId);
            assessment.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
            assessment.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AssessmentId);
            assessment.HasIndex(a => a.CaseId).IsUnique();
            assessment.Ignore(a => a.Latest);
        });
        model.Entity<AssessmentVersion>(version =>
        {
            version.ToTable("assessment_version");
            version.HasKey(v => new { v.AssessmentId, v.Number });
            version.Property(v => v.Sheet).HasColumnType("jsonb").HasConversion(
                sheet => JsonSerializer.Serialize(sheet, Json), text => JsonSerializer.Deserialize<AssessmentSheet>(text, Json)!);
        });
    }
}
