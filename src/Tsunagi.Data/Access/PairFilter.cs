using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>The filter for what is said of two records at once: only who may see both may see it, and an exclusion from either shuts out.</summary>
public static class PairFilter
{
    /// <summary>Protects what is said of two records of one kind.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="db">The context being configured.</param>
    /// <param name="one">The id of one of the records.</param>
    /// <param name="other">The id of the other.</param>
    public static void ProtectPair<T, TRoot>(this EntityTypeBuilder<T> entity, AppDb db, Expression<Func<T, Id<TRoot>>> one, Expression<Func<T, Id<TRoot>>> other) where T : class
    {
        Expression<Func<Guid, Guid, RootKind, bool>> visible = (first, second, kind) =>
            db.Grants.Any(g => g.RootId == first && g.RootKind == kind && g.Level != AccessLevel.None
                && db.Scope.Subjects.Contains(g.SubjectId) && g.From <= db.Scope.Now && db.Scope.Now < g.Until)
            && db.Grants.Any(g => g.RootId == second && g.RootKind == kind && g.Level != AccessLevel.None
                && db.Scope.Subjects.Contains(g.SubjectId) && g.From <= db.Scope.Now && db.Scope.Now < g.Until)
            && !db.Exclusions.Any(x => (x.RootId == first || x.RootId == second) && x.AccountId == db.Scope.Account);
        var record = one.Parameters[0];
        Expression[] values =
        [
            AccessFilter.AsStored(one.Body, typeof(Guid)),
            AccessFilter.AsStored(new AccessFilter.Replace(other.Parameters[0], record).Visit(other.Body), typeof(Guid)),
            Expression.Constant(AccessFilter.KindOf<TRoot>()),
        ];
        var body = visible.Parameters.Zip(values).Aggregate(visible.Body, (body, v) => new AccessFilter.Replace(v.First, v.Second).Visit(body));
        entity.HasQueryFilter(AccessFilter.Name, Expression.Lambda<Func<T, bool>>(body, record));
    }
}
