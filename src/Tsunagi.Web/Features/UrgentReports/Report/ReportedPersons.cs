using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>Somebody a report may be about.</summary>
/// <param name="Id">The record.</param>
/// <param name="Words">Name, reading and birth, as they are told. Where the person lives is no part of it (R-09).</param>
public sealed record ReportedPerson(Id<Person> Id, string Words);

/// <summary>だれについて: the people of what was open when the card was taken up, as far as the actor may see them.</summary>
public sealed class ReportedPersons(AppDb db)
{
    /// <summary>Those of a case and of a consultation.</summary>
    public async Task<IReadOnlyList<ReportedPerson>> InAsync(Id<Case>? @case, Id<Consultation>? consultation, CancellationToken ct)
    {
        List<Id<Person>> ids = [];
        if (@case is { } c) ids.AddRange(await db.Cases.Where(x => x.Id == c).SelectMany(x => x.Persons).Where(p => p.LeftAt == null).Select(p => p.PersonId).ToListAsync(ct));
        if (consultation is { } k) ids.AddRange(await db.Consultations.Where(x => x.Id == k).SelectMany(x => x.Persons).Where(p => p.TakenBackAt == null).Select(p => p.PersonId).ToListAsync(ct));
        return ids.Count == 0 ? [] : await OfAsync(ids, ct);
    }

    /// <summary>Those of these whom the actor may see.</summary>
    public async Task<IReadOnlyList<ReportedPerson>> OfAsync(IReadOnlyList<Id<Person>> ids, CancellationToken ct)
    {
        var found = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
        return [.. found.Select(p => new ReportedPerson(p.Id, Words(p)))];
    }

    private static string Words(Person person)
    {
        var more = new[] { person.Name.Reading, person.BirthDate?.Format() }.Where(w => !string.IsNullOrEmpty(w)).ToList();
        return person.Name.Display + (more.Count == 0 ? "" : $"（{string.Join("、", more)}）");
    }
}
