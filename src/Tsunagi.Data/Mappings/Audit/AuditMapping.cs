using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Audit;

namespace Tsunagi.Data.Mappings.Audit;

/// <summary>The table is made by Sql/audit.sql as well: rights, row security and the seal are beyond a mapping.</summary>
static class AuditMapping
{
    public static void Map(ModelBuilder model) => model.Entity<AuditEntry>(entry =>
    {
        entry.ToTable("audit_entry");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).UseIdentityAlwaysColumn();
        entry.Property(e => e.Payload).HasColumnType("jsonb");
        entry.HasIndex(e => new { e.RootId, e.At, e.Sequence });
        // Most lines of a record are looks at it; its course tells the acts among them.
        entry.HasIndex(e => new { e.RootId, e.At, e.Sequence }, "audit_entry_acts")
            .HasFilter($"kind <> '{AuditEntry.Seen}' and kind <> '{AuditEntry.Printed}' and kind <> '{AuditEntry.Refused}'");
        entry.HasIndex(e => new { e.AccountId, e.At, e.Sequence });
        entry.HasIndex(e => new { e.At, e.Sequence });
    });
}
