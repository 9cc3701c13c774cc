using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Data.Mappings.Conferences;

/// <summary>Outside the sealed zone: no column here leads back to a matter (rules §2 (a)).</summary>
static class WorkOrderMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<WorkOrder>(order =>
        {
            order.ToTable("work_order");
            order.Protect(db, o => o.Id);
            order.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ReceiverId);
            order.HasOne<Organisation>().WithMany().HasForeignKey(o => o.IssuingOrganisationId);
            order.HasMany(o => o.Answers).WithOne().HasForeignKey(a => a.OrderId);
            order.HasIndex(o => new { o.ReceiverId, o.State, o.Deadline });
            order.HasIndex(o => new { o.ReceiverId, o.Deadline, o.Id });
        });
        model.Entity<WorkOrderAnswer>(answer =>
        {
            answer.ToTable("work_order_answer");
            answer.Protect(db, a => a.OrderId);
        });
    }
}
