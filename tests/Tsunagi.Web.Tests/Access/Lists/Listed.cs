using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Mappings.Attachments;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Access.Lists;

/// <summary>One row of a protected table: what it is, and by which records it is seen.</summary>
/// <param name="Type">Its entity.</param>
/// <param name="Key">Its primary key.</param>
/// <param name="Parent">The property that names the record it belongs to; its own id when it is one.</param>
/// <param name="Root">The record access to it is decided on.</param>
/// <param name="Case">The case it hangs on besides, for those that do.</param>
internal sealed record Listed(Type Type, string Key, string Parent, RootRef Root, Id<Case>? Case)
{
    /// <summary>The other record that must be seen as well, for what is said of two.</summary>
    public RootRef? Second { get; init; }
}

/// <summary>Every entity of the model that carries the access filter – found from the model, so that none is forgotten.</summary>
internal static class ListedTypes
{
    private static readonly MethodInfo RowsMethod = typeof(ListedTypes).GetMethod(nameof(RowsOfAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IReadOnlyList<IEntityType> Of(AppDb db) =>
        [.. db.Model.GetEntityTypes().Where(e => e.GetDeclaredQueryFilters().Any(f => f.Key == AccessFilter.Name)).OrderBy(e => e.ClrType.Name, StringComparer.Ordinal)];

    /// <summary>The rows of a table, through the eyes of the context's scope or past them.</summary>
    public static Task<List<Listed>> RowsAsync(AppDb db, IEntityType type, bool pastTheFilter) =>
        (Task<List<Listed>>)RowsMethod.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, pastTheFilter])!;

    /// <summary>What names the record that a row belongs to: of several, the one that stands first here.</summary>
    private static PropertyInfo ParentOf(object row) => row is Aggregate aggregate
        ? row.GetType().GetProperties().First(p => GuidOf(p.GetValue(row)) == aggregate.Root.Id)
        : Parents.Select(p => row.GetType().GetProperties().FirstOrDefault(q => q.PropertyType == p)).OfType<PropertyInfo>().First();

    /// <summary>The UUID of an id of any kind.</summary>
    private static Guid? GuidOf(object? id) => id is Guid plain ? plain : id?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Id<>)
        ? (Guid)type.GetProperty(nameof(Id<Case>.Value))!.GetValue(id)! : null;

    private static readonly Type[] Parents =
        [typeof(Id<Matter>), typeof(Id<Plan>), typeof(Id<Case>), typeof(Id<Consultation>), typeof(Id<Handoff>), typeof(Id<WorkOrder>), typeof(Id<Attachment>), typeof(Id<CoordinationNotice>), typeof(Id<Person>)];

    private static async Task<List<Listed>> RowsOfAsync<T>(AppDb db, IEntityType type, bool pastTheFilter) where T : class
    {
        var rows = await (pastTheFilter ? db.Set<T>().IgnoreQueryFilters() : db.Set<T>()).AsNoTracking().IgnoreAutoIncludes().ToListAsync();
        var files = typeof(T) == typeof(AttachmentContent)
            ? await db.Attachments.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(a => a.Id.Value, a => a.Root) : [];
        return [.. rows.Select(row => new Listed(typeof(T), KeyOf(type, row), ParentOf(row).Name, RootOf(row, files), CaseOf(row)) { Second = row is SamePerson pair ? RootRef.Of(RootKind.Person, pair.SecondId) : null })];
    }

    private static string KeyOf(IEntityType type, object row) =>
        string.Join('/', type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(row)));

    private static RootRef RootOf(object row, Dictionary<Guid, RootRef> files)
    {
        if (row is Aggregate aggregate) return aggregate.Root;
        var parent = ParentOf(row);
        var id = GuidOf(parent.GetValue(row))!.Value;
        return files.TryGetValue(id, out var root) ? root : new(Enum.Parse<RootKind>(parent.PropertyType.GenericTypeArguments[0].Name), id);
    }

    private static Id<Case>? CaseOf(object row) => row switch
    {
        Plan plan => plan.CaseId,
        PlanVersion version => version.CaseId,
        PlanConference conference => conference.CaseId,
        Decision decision => decision.CaseId,
        _ => null,
    };
}
