using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Households;

namespace Tsunagi.Web.Features.Search;

/// <summary>A person found, and by what.</summary>
public sealed record FoundPerson(Id<Person> Id, string Name, string? Kana, string? Birth, string By)
{
    /// <summary>How many more of one's own records are of the same person (まとめた記録).</summary>
    public int MoreRecords { get; init; }
}

/// <summary>A household of a person found.</summary>
public sealed record FoundHousehold(Id<Household> Id, string Of);

/// <summary>A case found by its number.</summary>
public sealed record FoundCase(Id<Case> Id, string Number, CaseState State);

/// <summary>A consultation whose visitor was found.</summary>
public sealed record FoundConsultation(Id<Consultation> Id, DateTimeOffset At, string Visitor, ConsultationState State);

/// <summary>What a search found, in groups. Only people go on beyond the first page: <see cref="Next"/> says after whom.</summary>
public sealed record Found(
    IReadOnlyList<FoundPerson> People, IReadOnlyList<FoundHousehold> Households, IReadOnlyList<FoundCase> Cases, IReadOnlyList<FoundConsultation> Consultations)
{
    /// <summary>After whom of the people found the search goes on; null when nobody is left.</summary>
    public Id<Person>? Next { get; init; }

    /// <summary>Whether so many fit that only some of them were put in order.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether nobody is meant by what was typed, and the people are those one letter away.</summary>
    public bool IsSimilar { get; init; }

    /// <summary>Nothing.</summary>
    public static Found Nothing { get; } = new([], [], [], []);

    /// <summary>Whether there is nothing in any group.</summary>
    public bool IsEmpty => People.Count + Households.Count + Cases.Count + Consultations.Count == 0;
}

/// <summary>さがす: one's own and what is granted, never more – and an empty answer says no more than that it is empty.</summary>
public sealed class SearchRecords(AppDb db, Work work, PersonSearch persons)
{
    /// <summary>The most characters that are looked for.</summary>
    public const int LongestQuery = 100;

    private const int Most = 20;

    /// <summary>Looks for a name, reading, telephone number, part of an address, birth date or case number.</summary>
    /// <param name="text">What is looked for.</param>
    /// <param name="after">After whom of the people to go on, as an answer before said.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Found> RunAsync(string? text, Id<Person>? after, CancellationToken ct)
    {
        work.Saw(Permission.SearchRecords, RootRef.System);
        if (TypedText.Field(text) is not { Length: <= LongestQuery } query) return Found.Nothing;
        var found = await persons.FindAsync(query, after, Most, ct);
        foreach (var record in found.Records) work.Saw(Permission.SearchRecords, record.Person.Root);
        var isSimilar = found.Records.Any(f => f.By.HasFlag(FoundBy.Similar));
        var people = Found.Nothing with { People = await PeopleAsync(query, isSimilar, found.Records, ct), Next = found.Next, IsSimilar = isSimilar, IsPartial = found.IsPartial };
        return after is not null ? people : people with
        {
            Households = await HouseholdsAsync([.. found.Records.Select(f => f.Person)], ct),
            Cases = await CasesAsync(query, ct),
            Consultations = await ConsultationsAsync(query, ct),
        };
    }

    // One line for one person: of the records that were put together, the leading one if it fits, else the next that does – on whatever page.
    private async Task<IReadOnlyList<FoundPerson>> PeopleAsync(string query, bool isSimilar, IReadOnlyList<FoundRecord> records, CancellationToken ct)
    {
        var merged = await db.MergedAsync(work.Actor.Organisation, [.. records.Select(f => f.Person.Id)], ct);
        var together = records.SelectMany(f => merged.Of(f.Person.Id)).Where(id => merged.Of(id).Count > 1).ToHashSet();
        var fitting = await persons.FittingAsync(query, isSimilar, together, ct);
        return [.. records.Where(f => merged.Of(f.Person.Id).FirstOrDefault(fitting.Contains, f.Person.Id) == f.Person.Id)
            .Select(f => new FoundPerson(f.Person.Id, f.Person.Name.Display, f.Person.Name.Reading, f.Person.BirthDate?.Format(), FoundWords.Of(f, query)) { MoreRecords = merged.Of(f.Person.Id).Count - 1 })];
    }

    private async Task<IReadOnlyList<FoundHousehold>> HouseholdsAsync(List<Person> people, CancellationToken ct)
    {
        if (people.Count == 0) return [];
        var names = people.ToDictionary(p => p.Id, p => p.Name.Display);
        var ids = people.Select(p => p.Id).ToList();
        var found = await work.ToldAsync(db.Households.AsNoTracking().Where(h => h.Members.Any(m => ids.Contains(m.PersonId) && m.Until == null)).OrderBy(h => h.Id).Take(Most), ct);
        var places = ids.Index().ToDictionary(p => p.Item, p => p.Index);
        return [.. found.SelectMany(h => h.On(work.Today).Where(m => places.ContainsKey(m.PersonId)).OrderBy(m => places[m.PersonId]).Take(1).Select(m => (Household: h, m.PersonId)))
            .OrderBy(f => places[f.PersonId]).Select(f => new FoundHousehold(f.Household.Id, names[f.PersonId]))];
    }

    private async Task<IReadOnlyList<FoundCase>> CasesAsync(string query, CancellationToken ct)
    {
        if (CaseNumber.Read(query) is not { } number) return [];
        var found = await db.Cases.AsNoTracking().Where(c => c.FiscalYear == number.FiscalYear && c.Sequence == number.Sequence).Select(c => new { c.Id, c.FiscalYear, c.Sequence, c.State }).ToListAsync(ct);
        return [.. found.Select(c => new FoundCase(c.Id, new CaseNumber(c.FiscalYear, c.Sequence).ToString(), c.State))];
    }

    /// <summary>Visitors who are not written down as people, by the beginning of the name they gave.</summary>
    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares, in the order of bytes.")]
    private async Task<IReadOnlyList<FoundConsultation>> ConsultationsAsync(string query, CancellationToken ct)
    {
        if (query.Length < 2 || query.All(c => char.IsDigit(c) || char.IsPunctuation(c))) return [];
        var end = query + "\U0010FFFF";
        var found = await db.Consultations.AsNoTracking()
            .Where(c => c.OrganisationId == work.Actor.Organisation && c.State != ConsultationState.Draft && c.Visitor.Name != null
                && string.Compare(EF.Functions.Collate(c.Visitor.Name, "C"), query) >= 0 && string.Compare(EF.Functions.Collate(c.Visitor.Name, "C"), end) < 0)
            .OrderByDescending(c => c.At).Take(Most).Select(c => new { c.Id, c.At, c.Visitor.Name, c.State }).ToListAsync(ct);
        return [.. found.Select(c => new FoundConsultation(c.Id, c.At, c.Name!, c.State))];
    }
}
