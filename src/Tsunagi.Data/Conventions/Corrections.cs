using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Conventions;

/// <summary>訂正の記録: the same few columns under every record that keeps a trace.</summary>
static class Corrections
{
    /// <summary>Keeps the trace in a table of its own, loaded with its record.</summary>
    public static void OwnsCorrections<T>(
        this EntityTypeBuilder<T> entity, Expression<Func<T, IEnumerable<Correction>?>> corrections, string owner) where T : class =>
        entity.OwnsMany(corrections, trace =>
        {
            trace.ToTable($"{owner}_correction");
            trace.WithOwner().HasForeignKey($"{typeof(T).Name}Id");
            trace.HasKey($"{typeof(T).Name}Id", nameof(Correction.Number));
            trace.Property(c => c.Number).ValueGeneratedNever();
        });
}
