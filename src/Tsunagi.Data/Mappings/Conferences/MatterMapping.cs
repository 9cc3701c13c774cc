using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Mappings.Conferences;

/// <summary>
/// The sealed tables. Sql/30-sealed-matter.sql closes each of them by row: what a session or an item keeps from somebody
/// does not leave the database for them, whatever a query asks.
/// </summary>
static class MatterMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Matter>(matter =>
        {
            matter.ToTable("matter");
            matter.Protect(db, m => m.Id);
            matter.Ignore(m => m.OpenSession);
            matter.HasOne(m => m.Paper).WithOne().HasForeignKey<MatterPaper>(p => p.MatterId);
            matter.HasOne<Organisation>().WithMany().HasForeignKey(m => m.ProposingOrganisationId);
            matter.HasOne<Account>().WithMany().HasForeignKey(m => m.ChairId);
            matter.HasIndex(m => new { m.ChairId, m.State });
            matter.HasMany(m => m.Notices).WithOne().HasForeignKey(n => n.MatterId);
            matter.HasMany(m => m.Participants).WithOne().HasForeignKey(p => p.MatterId);
            matter.HasMany(m => m.Explanations).WithOne().HasForeignKey(e => e.MatterId);
            matter.HasMany(m => m.Namings).WithOne().HasForeignKey(n => n.MatterId);
            matter.HasMany(m => m.Sessions).WithOne().HasForeignKey(s => s.MatterId);
            matter.HasMany(m => m.Items).WithOne().HasForeignKey(i => i.MatterId);
            matter.HasMany(m => m.Requests).WithOne().HasForeignKey(r => r.MatterId);
            matter.HasMany(m => m.Sheets).WithOne().HasForeignKey(s => s.MatterId);
            matter.HasMany(m => m.Information).WithOne().HasForeignKey(i => i.MatterId);
            matter.HasMany(m => m.InformationCorrections).WithOne().HasForeignKey(c => c.MatterId);
            matter.HasMany(m => m.OwnKnowledge).WithOne().HasForeignKey(k => k.MatterId);
            matter.HasMany(m => m.WatchRoles).WithOne().HasForeignKey(w => w.MatterId);
            matter.HasMany(m => m.Decisions).WithOne().HasForeignKey(d => d.MatterId);
            matter.HasMany(m => m.Outcomes).WithOne().HasForeignKey(o => o.MatterId);
            matter.HasMany(m => m.Directions).WithOne().HasForeignKey(d => d.MatterId);
            matter.HasMany(m => m.MinutesCorrections).WithOne().HasForeignKey(c => c.MatterId);
            matter.HasMany(m => m.Copies).WithOne().HasForeignKey(c => c.MatterId);
            matter.HasMany(m => m.WaysOut).WithOne().HasForeignKey(w => w.MatterId);
        });
        Part<MatterPaper>(model, db, "matter_paper", p => p.MatterId, paper => paper.HasKey(p => p.MatterId));
        Part<ProposalNotice>(model, db, "matter_notice", n => n.MatterId);
        People(model, db);
        Sessions(model, db);
        Information(model, db);
        WaysOut(model, db);
    }

    private static void People(ModelBuilder model, AppDb db)
    {
        Part<MatterParticipant>(model, db, "matter_participant", p => p.MatterId, participant =>
        {
            participant.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
            participant.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
            participant.HasIndex(p => p.AccountId);
        });
        Part<DutyExplanation>(model, db, "matter_explanation", e => e.MatterId, explanation =>
        {
            explanation.Property(e => e.On).HasColumnName("explained_on");
            explanation.HasOne<MatterParticipant>().WithMany().HasForeignKey(e => e.ParticipantId);
        });
        Part<ReadingNaming>(model, db, "matter_naming", n => n.MatterId, naming =>
        {
            naming.Property(n => n.From).HasColumnName("starts_at");
            naming.HasOne<MatterParticipant>().WithMany().HasForeignKey(n => n.ParticipantId);
        });
    }

    private static void Sessions(ModelBuilder model, AppDb db)
    {
        Part<MatterSession>(model, db, "matter_session", s => s.MatterId, session =>
        {
            session.Ignore(s => s.Members);
            session.HasIndex(s => new { s.MatterId, s.Number }).IsUnique();
            session.HasIndex(s => s.ScheduledAt);
            session.HasMany(s => s.Seats).WithOne().HasForeignKey(m => m.SessionId);
            session.HasMany(s => s.Agenda).WithOne().HasForeignKey(a => a.SessionId);
        });
        Part<SessionMember>(model, db, "matter_seat", m => m.MatterId, seat =>
        {
            seat.HasKey(m => new { m.SessionId, m.ParticipantId });
            seat.HasOne<MatterParticipant>().WithMany().HasForeignKey(m => m.ParticipantId);
        });
        Part<AgendaEntry>(model, db, "matter_agenda", a => a.MatterId, agenda =>
        {
            agenda.HasKey(a => new { a.SessionId, a.ItemId });
            agenda.Property(a => a.Order).HasColumnName("position");
            agenda.HasOne<MatterItem>().WithMany().HasForeignKey(a => a.ItemId);
        });
        Part<MatterItem>(model, db, "matter_item", i => i.MatterId, item =>
        {
            item.Ignore(i => i.Names);
            item.HasMany(i => i.Named).WithOne().HasForeignKey(n => n.ItemId);
        });
        Part<ItemNaming>(model, db, "matter_item_naming", n => n.MatterId, naming =>
        {
            naming.HasKey(n => new { n.ItemId, n.ParticipantId });
            naming.Property(n => n.From).HasColumnName("starts_at");
            naming.HasOne<MatterParticipant>().WithMany().HasForeignKey(n => n.ParticipantId);
        });
        Part<SessionDirection>(model, db, "matter_direction", d => d.MatterId, direction =>
        {
            direction.HasKey(d => d.SessionId);
            direction.HasOne<MatterSession>().WithOne().HasForeignKey<SessionDirection>(d => d.SessionId);
        });
        Part<MinutesCorrection>(model, db, "matter_minutes_correction", c => c.MatterId);
        Part<PaperCopy>(model, db, "matter_copy", c => c.MatterId, copy =>
        {
            copy.HasIndex(c => new { c.MatterId, c.Number }).IsUnique();
            copy.HasOne<MatterParticipant>().WithMany().HasForeignKey(c => c.ParticipantId);
        });
        Part<MatterOutcome>(model, db, "matter_outcome", o => o.MatterId);
    }

    private static void Information(ModelBuilder model, AppDb db)
    {
        Part<CooperationRequest>(model, db, "matter_request", r => r.MatterId,
            request => request.HasOne<MatterParticipant>().WithMany().HasForeignKey(r => r.ParticipantId));
        Part<PreMeetingSheet>(model, db, "matter_sheet", s => s.MatterId,
            sheet => sheet.HasOne<CooperationRequest>().WithMany().HasForeignKey(s => s.RequestId));
        // No information without a recorded request: the database says so too.
        Part<MatterInformation>(model, db, "matter_information", i => i.MatterId, information =>
        {
            information.HasOne<CooperationRequest>().WithMany().HasForeignKey(i => i.RequestId);
            information.HasOne<MatterItem>().WithMany().HasForeignKey(i => i.ItemId);
        });
        Part<InformationCorrection>(model, db, "matter_information_correction", c => c.MatterId,
            correction => correction.HasOne<MatterInformation>().WithMany().HasForeignKey(c => c.InformationId));
        Part<OwnKnowledge>(model, db, "matter_own_knowledge", k => k.MatterId,
            known => known.HasOne<MatterInformation>().WithMany().HasForeignKey(k => k.InformationId));
        Part<WatchRole>(model, db, "matter_watch", w => w.MatterId);
        Part<MatterDecision>(model, db, "matter_decision", d => d.MatterId);
    }

    private static void WaysOut(ModelBuilder model, AppDb db)
    {
        Part<WayOut>(model, db, "matter_way_out", w => w.MatterId, way =>
        {
            way.Ignore(w => w.Kind);
            way.HasDiscriminator<WayOutKind>("way")
                .HasValue<WayOut.ToWorkOrder>(WayOutKind.WorkOrder)
                .HasValue<WayOut.ByConsent>(WayOutKind.Consent)
                .HasValue<WayOut.ByLaw>(WayOutKind.Statutory)
                .HasValue<WayOut.ByDanger>(WayOutKind.Danger)
                .HasValue<WayOut.AsGap>(WayOutKind.AnonymisedGap);
        });
        model.Entity<WayOut.ToWorkOrder>(way =>
        {
            way.Ignore(w => w.Leaving);
            way.HasOne<WorkOrder>().WithMany().HasForeignKey(w => w.OrderId);
        });
        model.Entity<WayOut.ByConsent>().Property(w => w.Recipient).HasColumnName("recipient");
        model.Entity<WayOut.ByLaw>(way =>
        {
            way.Property(w => w.Recipient).HasColumnName("recipient");
            way.Property(w => w.Told).HasColumnName("told");
        });
        model.Entity<WayOut.ByDanger>(way =>
        {
            way.Property(w => w.Recipient).HasColumnName("recipient");
            way.Property(w => w.Told).HasColumnName("told");
        });
    }

    private static void Part<T>(
        ModelBuilder model, AppDb db, string table, System.Linq.Expressions.Expression<Func<T, Id<Matter>>> matter,
        Action<EntityTypeBuilder<T>>? more = null) where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        entity.Protect(db, matter);
        more?.Invoke(entity);
    }
}
