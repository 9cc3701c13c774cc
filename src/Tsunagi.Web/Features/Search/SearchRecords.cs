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
public sealed record FoundHousehold(Id<Household> Id, string Of, int Members);

/// <summary>A case found by its number.</summary>
public sealed record FoundCase(Id<Case> Id, string Number, CaseState State);

/// <summary>A consultation whose visitor was found.</summary>
public sealed record FoundConsultation(Id<Consultation> Id, DateTimeOffset At, string Visitor, ConsultationState State);

/// <summary>What a search found, in groups.</summary>
public sealed record Found(
    IReadOnlyList<FoundPerson> People, IReadOnlyList<FoundHousehold> Households, IReadOnlyList<FoundCase> Cases, IReadOnlyList<FoundConsultation> Consultations)
{
    /// <summary>Nothing.</summary>
    public static Found Nothing { get; } = new([], [], [], []);

    /// <summary>Whether there is nothing in any group.</summary>
    public bool IsEmpty => People.Count + Households.Count + Cases.Count + Consultations.Count == 0;
}

/// <summary>さがす: one's own and what is granted, never more – and an empty answer says no more than that it is empty.</summary>
public sealed class SearchRecords(AppDb db, Work work)
{
    /// <summary>The most characters that are looked for.</summary>
    public const int LongestQuery = 100;

    private const int Most = 20;

    /// <summary>Looks for a name, reading, telephone number or case number.</summary>
    public async Task<Found> RunAsync(string? text, CancellationToken ct)
    {
        work.Saw(Permission.SearchRecords, RootRef.System);
        if (TypedText.Field(text) is not { Length: <= LongestQuery } query) return Found.Nothing;
        var people = await db.PersonsMatching(query).AsNoTracking().OrderBy(p => p.SearchKeys).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
        var key = PersonSearch.KeyOf(query);
        // What another desk's record opens by a grant may be less than its name, or less than the number that was looked for.
        var granted = await work.DecideAsync(RootKind.Person, [.. people.Where(p => p.HolderId != work.Actor.Organisation).Select(p => p.Id.Value)], ct);
        people.RemoveAll(p => granted.TryGetValue(p.Id.Value, out var decision) && !decision.Shows(IsByPhone(p, key) ? FieldClasses.Identity | FieldClasses.Contact : FieldClasses.Identity));
        foreach (var person in people) work.Saw(Permission.SearchRecords, person.Root);
        var merged = await db.MergedAsync(work.Actor.Organisation, [.. people.Select(p => p.Id)], ct);
        return new(
            [.. people.GroupBy(p => merged.LeadingOf(p.Id)).Select(g => g.FirstOrDefault(p => p.Id == g.Key) ?? g.First()).Select(p => new FoundPerson(
                p.Id, p.Name.Display, p.Name.Reading, p.BirthDate?.Format(), MatchedBy(p, key)) { MoreRecords = merged.Of(p.Id).Count - 1 })],
            await HouseholdsAsync(people, ct), await CasesAsync(query, ct), await ConsultationsAsync(query, key, ct));
    }

    private static bool IsByPhone(Person person, string key) => key.All(char.IsAsciiDigit) && person.PhoneKeys.Contains(key, StringComparison.Ordinal);

    private static string MatchedBy(Person person, string key) =>
        IsByPhone(person, key) ? "電話"
        : KanaText.SearchKey(person.Name.Written).Contains(key, StringComparison.Ordinal) ? "氏名"
        : KanaText.SearchKey(person.Name.Reading).Contains(key, StringComparison.Ordinal) ? "ふりがな"
        : "通称・旧姓";

    private async Task<IReadOnlyList<FoundHousehold>> HouseholdsAsync(List<Person> people, CancellationToken ct)
    {
        if (people.Count == 0) return [];
        var names = people.ToDictionary(p => p.Id, p => p.Name.Display);
        var ids = people.Select(p => p.Id).ToList();
        var found = await db.Households.AsNoTracking().Where(h => h.Members.Any(m => ids.Contains(m.PersonId) && m.Until == null)).Take(Most).ToListAsync(ct);
        return [.. found.Select(h => new FoundHousehold(h.Id, names[h.Members.First(m => names.ContainsKey(m.PersonId)).PersonId], h.On(work.Today).Count()))];
    }

    private async Task<IReadOnlyList<FoundCase>> CasesAsync(string query, CancellationToken ct)
    {
        if (CaseNumber.Read(query) is not { } number) return [];
        var found = await db.Cases.AsNoTracking().Where(c => c.FiscalYear == number.FiscalYear && c.Sequence == number.Sequence).Select(c => new { c.Id, c.FiscalYear, c.Sequence, c.State }).ToListAsync(ct);
        return [.. found.Select(c => new FoundCase(c.Id, new CaseNumber(c.FiscalYear, c.Sequence).ToString(), c.State))];
    }

    /// <summary>Visitors who are not written down as people, by the beginning of the name they gave.</summary>
    private async Task<IReadOnlyList<FoundConsultation>> ConsultationsAsync(string query, string key, CancellationToken ct)
    {
        if (key.Length < 2 || key.All(char.IsAsciiDigit)) return [];
        var beginning = query.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var found = await db.Consultations.AsNoTracking()
            .Where(c => c.OrganisationId == work.Actor.Organisation && c.State != ConsultationState.Draft && c.Visitor.Name != null && EF.Functions.Like(c.Visitor.Name, beginning))
            .OrderByDescending(c => c.At).Take(Most).Select(c => new { c.Id, c.At, c.Visitor.Name, c.State }).ToListAsync(ct);
        return [.. found.Select(c => new FoundConsultation(c.Id, c.At, c.Name!, c.State))];
    }
}
