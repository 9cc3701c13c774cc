using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// What decides who consents for a person, past the access filter: a child stays a child for whoever keeps the consent but does not
/// see the person's own record. Nothing else of that record is read.
/// </summary>
public static class ConsentSubjects
{
    /// <summary>The person's birth and death as recorded; neither, where there is no record.</summary>
    public static async Task<ConsentSubject> ConsentSubjectAsync(this AppDb db, Id<Person> person, CancellationToken ct) =>
        await db.Persons.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().Where(p => p.Id == person)
            .Select(p => new { p.BirthDate, p.DiedOn }).SingleOrDefaultAsync(ct) is { } found
            ? new(found.BirthDate, found.DiedOn) : new(null, null);
}
