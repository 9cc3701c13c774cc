using Microsoft.EntityFrameworkCore;

namespace Tsunagi.Data.Mappings;

static class HostingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<IdempotencyKey>(key =>
        {
            key.ToTable("idempotency_key");
            key.HasKey(k => new { k.AccountId, k.Key });
            key.HasIndex(k => k.At);
        });
        model.Entity<Setting>(setting =>
        {
            setting.ToTable("setting");
            setting.HasKey(s => s.Name);
        });
    }
}
