using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Conventions;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Plans;

namespace Tsunagi.Data.Mappings.Conferences;

static class PlanConferenceMapping
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<PlanConference>(conference =>
    {
        conference.ToTable("plan_conference");
        conference.ProtectWithCase(db, c => c.Id, c => c.CaseId);
        conference.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        conference.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId);
        conference.HasIndex(c => new { c.PlanId, c.PlanVersion });
        conference.HasIndex(c => new { c.ScheduledAt, c.Id });
        conference.Property(c => c.SubjectIds).AsJson();
        conference.Property(c => c.Attendees).AsJson();
        conference.Property(c => c.Items).AsJson();
        conference.Property(c => c.ConsentIds).AsJson();
        conference.Property(c => c.Entries).AsJson();
        conference.Property(c => c.Tasks).AsJson();
        conference.Property(c => c.Gaps).AsJson();
        conference.Property(c => c.Corrections).AsJson();
    });
}
