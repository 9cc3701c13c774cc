using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// The data ring of access control: the same two facts as <see cref="AccessPolicy"/>, as a filter that every
/// query on a protected entity carries. A property test proves list and decision equal.
/// </summary>
public static class AccessFilter
{
    /// <summary>The name under which the filter is registered.</summary>
    public const string Name = "access";

    /// <summary>
    /// Protects an entity: it is seen only by those whom a grant on its root reaches and no exclusion shuts out.
    /// </summary>
    /// <param name="entity">The entity.</param>
    /// <param name="db">The context being configured.</param>
    /// <param name="root">The id of its root: its own id for a root, the parent's for what belongs to one.</param>
    public static void Protect<T, TRoot>(this EntityTypeBuilder<T> entity, AppDb db, Expression<Func<T, Id<TRoot>>> root) where T : class =>
        Filter(entity, db, root.Parameters[0], AsStored(root.Body, typeof(Guid)), Expression.Constant(KindOf<TRoot>()));

    /// <summary>Protects what may belong to a root of any kind, by that root's plain id and its kind.</summary>
    public static void Protect<T>(this EntityTypeBuilder<T> entity, AppDb db, Expression<Func<T, Guid>> root, Expression<Func<T, RootKind>> kind) where T : class =>
        Filter(entity, db, root.Parameters[0], root.Body, new Replace(kind.Parameters[0], root.Parameters[0]).Visit(kind.Body));

    /// <summary>Every root is named as its kind is: a type that is none cannot be protected, and the program does not start.</summary>
    internal static RootKind KindOf<TRoot>() => Enum.Parse<RootKind>(typeof(TRoot).Name);

    // Through object, the column is compared as the uuid it is stored as.
    internal static Expression AsStored(Expression id, Type type) => Expression.Convert(Expression.Convert(id, typeof(object)), type);

    private static void Filter<T>(EntityTypeBuilder<T> entity, AppDb db, ParameterExpression record, Expression id, Expression kind) where T : class
    {
        Expression<Func<Guid, RootKind, bool>> visible = (id, kind) =>
            db.Grants.Any(g => g.RootId == id && g.RootKind == kind && g.Level != AccessLevel.None
                && db.Scope.Subjects.Contains(g.SubjectId) && g.From <= db.Scope.Now && db.Scope.Now < g.Until)
            && !db.Exclusions.Any(x => x.RootId == id && x.AccountId == db.Scope.Account);
        var body = new Replace(visible.Parameters[1], kind).Visit(new Replace(visible.Parameters[0], id).Visit(visible.Body));
        entity.HasQueryFilter(Name, Expression.Lambda<Func<T, bool>>(body, record));
    }

    internal sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
