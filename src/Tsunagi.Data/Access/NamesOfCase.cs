using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// The names around a case – its persons, those of the consultation it grew out of, and everybody of their households – for
/// somebody who may see nothing of the case: whoever leads a matter about it, and lets a text out of it (rules §2 (e)). They are
/// held against the text and never shown; past the access filter, since a name nobody may know must not leave either.
/// </summary>
public static class NamesOfCase
{
    /// <summary>Every way they are called.</summary>
    public static async Task<IReadOnlyList<string>> NamesOfAsync(this AppDb db, Id<Case> id, CancellationToken ct)
    {
        var consultation = await db.Cases.IgnoreQueryFilters([AccessFilter.Name]).Where(c => c.Id == id).Select(c => c.ConsultationId).SingleOrDefaultAsync(ct);
        List<Id<Person>> concerned =
        [
            .. await db.Set<CasePerson>().IgnoreQueryFilters([AccessFilter.Name]).Where(p => p.CaseId == id).Select(p => p.PersonId).ToListAsync(ct),
            .. await db.Set<ConsultationPerson>().IgnoreQueryFilters([AccessFilter.Name]).Where(p => p.ConsultationId == consultation).Select(p => p.PersonId).ToListAsync(ct),
        ];
        var family = await db.Households.IgnoreQueryFilters([AccessFilter.Name]).Where(h => h.Members.Any(m => concerned.Contains(m.PersonId)))
            .SelectMany(h => h.Members).Select(m => m.PersonId).ToListAsync(ct);
        Id<Person>[] all = [.. concerned.Union(family)];
        var names = await db.Persons.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().Where(p => all.Contains(p.Id)).Select(p => p.Name).ToListAsync(ct);
        return [.. names.SelectMany(KnownNames.Of).Distinct()];
    }
}
