using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Data.Mappings.Handoffs;

/// <summary>
/// A handoff in one row, its questions beside it. What is read and written only as a whole – steps, judgements, copies –
/// lies in JSON columns: an inbox page then costs one row per handoff.
/// </summary>
static class HandoffMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Handoff>(handoff =>
        {
            handoff.ToTable("handoff");
            handoff.Protect(db, h => h.Id);
            handoff.HasMany(h => h.Questions).WithOne().HasForeignKey(q => q.HandoffId);
            handoff.HasOne<Organisation>().WithMany().HasForeignKey(h => h.SenderId);
            handoff.HasOne<Organisation>().WithMany().HasForeignKey(h => h.ReceiverId);
            handoff.HasOne<Handoff>().WithMany().HasForeignKey(h => h.ParentId);
            handoff.Property(h => h.Outside).AsJson();
            handoff.Property(h => h.Envelope).AsJson();
            handoff.Property(h => h.Enclosures).AsJson();
            handoff.Property(h => h.Assessment).AsJson();
            handoff.Property(h => h.SenderCriteria).AsJson();
            handoff.Property(h => h.Judgements).AsJson();
            handoff.Property(h => h.Attempts).AsJson();
            handoff.Property(h => h.Confirmation).AsJson();
            handoff.Property(h => h.Proposal).AsJson();
            handoff.Property(h => h.ReturnedWith).AsJson();
            handoff.Property(h => h.Told).AsJson();
            handoff.Property(h => h.Steps).AsJson();
            handoff.HasIndex(h => new { h.ReceiverId, h.State, h.StateSince, h.Id });
            handoff.HasIndex(h => new { h.SenderId, h.State, h.StateSince, h.Id });
            handoff.HasIndex(h => h.SourceCaseId);
            handoff.HasIndex(h => h.ReceiverCaseId);
            handoff.HasIndex(h => h.SourceConsultationId);
            handoff.HasIndex(h => h.ChainRootId);
        });
        model.Entity<HandoffQuestion>(question =>
        {
            question.ToTable("handoff_question");
            question.Protect(db, q => q.HandoffId);
            question.HasKey(q => new { q.HandoffId, q.Number });
        });
    }
}
