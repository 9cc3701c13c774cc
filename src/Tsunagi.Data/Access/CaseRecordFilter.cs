using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagi.Domain.Access;
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
        Expression<Func<Guid, Guid?, RootKind, bool>> visible = (id, caseId, kind) =>
            db.Grants.Any(g => (g.RootId == id && g.RootKind == kind || g.RootId == caseId && g.RootKind == RootKind.Case) && g.Level != AccessLevel.None
                && db.Scope.Subjects.Contains(g.SubjectId) && g.From <= db.Scope.Now && db.Scope.Now < g.Until)
            && !db.Exclusions.Any(x => (x.RootId == id || x.RootId == caseId) && x.AccountId == db.Scope.Account);
        var record = root.Parameters[0];
        Expression[] values =
        [
            AccessFilter.AsStored(root.Body, typeof(Guid)),
            AccessFilter.AsStored(new AccessFilter.Replace(@case.Parameters[0], record).Visit(@case.Body), typeof(Guid?)),
            Expression.Constant(AccessFilter.KindOf<TRoot>()),
        ];
        var body = visible.Parameters.Zip(values).Aggregate(visible.Body, (body, v) => new AccessFilter.Replace(v.First, v.Second).Visit(body));
        entity.HasQueryFilter(AccessFilter.Name, Expression.Lambda<Func<T, bool>>(body, record));
    }
}
