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

/// <summary>What a search found, in groups. Only people go on beyond the first page: <see cref="Next"/> says from where.</summary>
public sealed record Found(
    IReadOnlyList<FoundPerson> People, IReadOnlyList<FoundHousehold> Households, IReadOnlyList<FoundCase> Cases, IReadOnlyList<FoundConsultation> Consultations)
{
    /// <summary>From which of the people found the search goes on; null when nobody is left.</summary>
    public int? Next { get; init; }

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
    // Whoever has gone on this far had better say more.
    private const int Furthest = 2_000;

    /// <summary>Looks for a name, reading, telephone number, part of an address, birth date or case number.</summary>
    /// <param name="text">What is looked for.</param>
    /// <param name="from">From which of the people on, as an answer before said.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Found> RunAsync(string? text, int from, CancellationToken ct)
    {
        work.Saw(Permission.SearchRecords, RootRef.System);
        if (TypedText.Field(text) is not { Length: <= LongestQuery } query) return Found.Nothing;
        var people = await persons.FindAsync(query, Math.Clamp(from, 0, Furthest), Most, ownOnly: false, ct);
        foreach (var found in people.Records) work.Saw(Permission.SearchRecords, found.Person.Root);
        var merged = await db.MergedAsync(work.Actor.Organisation, [.. people.Records.Select(f => f.Person.Id)], ct);
        var shown = people.Records.GroupBy(f => merged.LeadingOf(f.Person.Id)).Select(g => g.FirstOrDefault(f => f.Person.Id == g.Key) ?? g.First())
            .Select(f => new FoundPerson(f.Person.Id, f.Person.Name.Display, f.Person.Name.Reading, f.Person.BirthDate?.Format(), FoundWords.Of(f, query)) { MoreRecords = merged.Of(f.Person.Id).Count - 1 });
        var next = people.Next is { } on and <= Furthest ? on : (int?)null;
        var isSimilar = people.Records.Any(f => f.By.HasFlag(FoundBy.Similar));
        if (from > 0) return Found.Nothing with { People = [.. shown], Next = next, IsSimilar = isSimilar };
        return new([.. shown], await HouseholdsAsync([.. people.Records.Select(f => f.Person)], ct), await CasesAsync(query, ct), await ConsultationsAsync(query, ct)) { Next = next, IsSimilar = isSimilar };
    }

    private async Task<IReadOnlyList<FoundHousehold>> HouseholdsAsync(List<Person> people, CancellationToken ct)
    {
        if (people.Count == 0) return [];
        var names = people.ToDictionary(p => p.Id, p => p.Name.Display);
        var ids = people.Select(p => p.Id).ToList();
        var found = await db.Households.AsNoTracking().Where(h => h.Members.Any(m => ids.Contains(m.PersonId) && m.Until == null)).Take(Most).ToListAsync(ct);
        return [.. found.Select(h => new FoundHousehold(h.Id, names[h.Members.First(m => names.ContainsKey(m.PersonId)).PersonId]))];
    }

    private async Task<IReadOnlyList<FoundCase>> CasesAsync(string query, CancellationToken ct)
    {
        if (CaseNumber.Read(query) is not { } number) return [];
        var found = await db.Cases.AsNoTracking().Where(c => c.FiscalYear == number.FiscalYear && c.Sequence == number.Sequence).Select(c => new { c.Id, c.FiscalYear, c.Sequence, c.State }).ToListAsync(ct);
        return [.. found.Select(c => new FoundCase(c.Id, new CaseNumber(c.FiscalYear, c.Sequence).ToString(), c.State))];
    }

    /// <summary>Visitors who are not written down as people, by the beginning of the name they gave.</summary>
    private async Task<IReadOnlyList<FoundConsultation>> ConsultationsAsync(string query, CancellationToken ct)
    {
        if (query.Length < 2 || query.All(c => char.IsDigit(c) || char.IsPunctuation(c))) return [];
        var beginning = query.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var found = await db.Consultations.AsNoTracking()
            .Where(c => c.OrganisationId == work.Actor.Organisation && c.State != ConsultationState.Draft && c.Visitor.Name != null && EF.Functions.Like(c.Visitor.Name, beginning))
            .OrderByDescending(c => c.At).Take(Most).Select(c => new { c.Id, c.At, c.Visitor.Name, c.State }).ToListAsync(ct);
        return [.. found.Select(c => new FoundConsultation(c.Id, c.At, c.Name!, c.State))];
    }
}
