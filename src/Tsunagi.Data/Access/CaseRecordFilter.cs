using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// The filter for a record that is a root of its own and hangs on a case too (支援プラン, 重層的支援会議, 決裁): whoever may
/// see the case may see it – so a handover takes it along – and others by grants on the record itself. An exclusion from
/// either shuts out.
/// </summary>
public static class CaseRecordFilter
{
    /// <summary>Protects a record of a case.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="db">The context being configured.</param>
    /// <param name="root">The id of its own root.</param>
    /// <param name="case">The case it hangs on, if it hangs on one.</param>
    public static void ProtectWithCase<T, TRoot>(
        this EntityTypeBuilder<T> entity, AppDb db, Expression<Func<T, Id<TRoot>>> root, Expression<Func<T, Id<Case>?>> @case) where T : class
    {
        Expression<Func<Guid, Guid?, bool>> visible = (id, caseId) =>
            db.Grants.Any(g => (g.RootId == id || g.RootId == caseId)
                && db.Scope.Subjects.Contains(g.SubjectId) && g.From <= db.Scope.Now && db.Scope.Now < g.Until)
            && !db.Exclusions.Any(x => (x.RootId == id || x.RootId == caseId) && x.AccountId == db.Scope.Account);
        var record = root.Parameters[0];
        var ofCase = new Replace(@case.Parameters[0], record).Visit(@case.Body);
        var body = new Replace(visible.Parameters[0], AsStored(root.Body, typeof(Guid))).Visit(visible.Body);
        body = new Replace(visible.Parameters[1], AsStored(ofCase, typeof(Guid?))).Visit(body);
        entity.HasQueryFilter(AccessFilter.Name, Expression.Lambda<Func<T, bool>>(body, record));
    }

    // Through object, the column is compared as the uuid it is stored as.
    private static UnaryExpression AsStored(Expression id, Type type) => Expression.Convert(Expression.Convert(id, typeof(object)), type);

    private sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
