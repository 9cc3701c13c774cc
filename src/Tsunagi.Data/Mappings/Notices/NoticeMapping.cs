using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Mappings.Notices;

/// <summary>Sql/55-notices.sql closes the notices by row, and the memory of whom they are about to everybody but the nightly run.</summary>
static class NoticeMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<CoordinationNotice>(notice =>
        {
            notice.ToTable("coordination_notice");
            notice.Protect(db, n => n.Id);
            notice.Ignore(n => n.FiscalYear);
            notice.Property(n => n.Organisations).AsJson();
            notice.Property(n => n.Steps).AsJson();
            notice.HasIndex(n => n.DeleteOn);
        });
        model.Entity<NoticedPerson>(noticed =>
        {
            noticed.ToTable("coordination_notice_person");
            noticed.HasKey(n => new { n.NoticeId, n.PersonId });
            noticed.Protect(db, n => n.NoticeId);
            noticed.HasOne<CoordinationNotice>().WithMany().HasForeignKey(n => n.NoticeId).OnDelete(DeleteBehavior.Cascade);
            noticed.HasIndex(n => n.PersonId);
        });
        model.Entity<NoticeTally>(tally =>
        {
            tally.ToTable("notice_tally");
            tally.HasKey(t => new { t.FiscalYear, t.Outcome });
            tally.Property(t => t.FiscalYear).ValueGeneratedNever();
        });
        model.Entity<MatchingWish>(wish =>
        {
            wish.ToTable("matching_wish");
            wish.HasKey(w => w.PersonId);
            wish.Protect(db, w => w.PersonId);
            wish.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId);
            wish.Property(w => w.Words).AsJson();
        });
        model.Entity<CaseConcerns>(concerns =>
        {
            concerns.ToTable("case_concerns");
            concerns.HasKey(c => c.CaseId);
            concerns.Protect(db, c => c.CaseId);
            concerns.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
            concerns.Property(c => c.Marks).AsJson();
        });
    }
}
