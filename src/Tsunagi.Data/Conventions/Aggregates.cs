using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Conventions;

/// <summary>What all aggregates share: ids made by the domain, and a version against lost updates.</summary>
static class Aggregates
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.ClrType.IsAssignableTo(typeof(Aggregate)))
                model.Entity(entity.ClrType).Property<int>(nameof(Aggregate.Version)).IsConcurrencyToken();
            foreach (var property in entity.FindPrimaryKey()?.Properties ?? [])
                if (property.ClrType.IsConstructedGenericType && property.ClrType.GetGenericTypeDefinition() == typeof(Id<>))
                    property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
        }
    }
}
