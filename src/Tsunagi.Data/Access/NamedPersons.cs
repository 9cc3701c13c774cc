using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>氏名を出してよい人: for lists that name people. A grant may open that a record is there, and no name.</summary>
public static class NamedPersons
{
    // Field classes are stored by their names.
    private const string ShowsNames = $"%{nameof(FieldClasses.Identity)}%";

    /// <summary>The people whose names the viewer may see.</summary>
    public static IQueryable<Person> PersonsByName(this AppDb db) => db.Persons.Where(p => db.Grants.Any(g =>
        g.RootId == (Guid)(object)p.Id && g.RootKind == RootKind.Person && g.Level != AccessLevel.None && EF.Functions.Like((string)(object)g.Fields, ShowsNames)
        && db.Scope.Subjects.Contains(g.SubjectId) && g.From <= db.Scope.Now && db.Scope.Now < g.Until));
}
