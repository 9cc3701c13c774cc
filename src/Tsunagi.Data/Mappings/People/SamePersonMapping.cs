using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Mappings.People;

static class SamePersonMapping
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<SamePerson>(judgement =>
    {
        judgement.ToTable("same_person", table =>
        {
            // One question for two records, whichever is named first.
            table.HasCheckConstraint("same_person_in_order", "first_id < second_id");
            table.HasCheckConstraint("same_person_led_by_one", "(state = 'Same') = (leading_id is not null) and (leading_id is null or leading_id in (first_id, second_id))");
            table.HasCheckConstraint("same_person_judged_by", "state = 'Suspected' or (judged_by is not null and judged_at is not null)");
        });
        judgement.ProtectPair(db, s => s.FirstId, s => s.SecondId);
        judgement.HasOne<Person>().WithMany().HasForeignKey(s => s.FirstId);
        judgement.HasOne<Person>().WithMany().HasForeignKey(s => s.SecondId);
        judgement.HasOne<Organisation>().WithMany().HasForeignKey(s => s.HolderId);
        judgement.HasIndex(s => new { s.FirstId, s.SecondId }).IsUnique();
        judgement.HasIndex(s => new { s.HolderId, s.State, s.SuspectedAt, s.Id });
    });
}
