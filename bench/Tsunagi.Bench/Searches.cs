using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Linkage.Japanese;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Bench;

/// <summary>さがす on a large town: hard queries for one person each, and searches of every kind in an open loop beside other pages.</summary>
sealed partial class Searches(Uri server, IReadOnlyList<Searched> searched)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Some people of each visitor's own desk, to be looked for.</summary>
    public static async Task<IReadOnlyList<Searched>> OfAsync(DatabaseConnection database, IReadOnlyList<Visitor> visitors, CancellationToken ct)
    {
        await using var db = Installation.OpenAsOwner(database);
        List<Searched> searched = [];
        foreach (var visitor in visitors)
        {
            var desk = await db.Accounts.Where(a => a.Login == visitor.Login).SelectMany(a => a.Memberships).Select(m => m.OrganisationId).FirstAsync(ct);
            searched.Add(new(visitor, await PeopleOfAsync(db, desk, ct)));
        }
        return [.. searched.Where(s => s.People.Count > 0)];
    }

    /// <summary>Every kind of query for people of the largest desk: where the one who was meant stands, and how long the answer takes.</summary>
    public void Hard()
    {
        var (visitor, people) = searched.MaxBy(s => s.Visitor.Cases)!;
        using var wire = new Wire(server);
        Console.WriteLine("| query | asked | among the first 5 | among the first 20 | p50 ms | longest ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var kind in Enumerable.Range(0, Kinds))
        {
            List<(int Place, double Took)> found = [];
            foreach (var person in people.Take(25).Where(p => Query(p, kind) is not null))
            {
                var since = Stopwatch.GetTimestamp();
                if (wire.Send(Request(visitor, Query(person, kind)!)) != 200) throw new InvalidOperationException(wire.Answer);
                found.Add((PlaceIn(wire.Answer, person.Id), Stopwatch.GetElapsedTime(since).TotalMilliseconds));
            }
            if (found.Count == 0) continue;
            var took = found.Select(f => f.Took).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Query(people.First(p => Query(p, kind) is not null), kind)} | {found.Count} | {found.Count(f => f.Place is >= 0 and < 5)} | {found.Count(f => f.Place >= 0)} | {took[took.Count / 2]:0.0} | {took[^1]:0.0} |"));
        }
    }

    /// <summary>A request of any kind, for anybody of the visitor's desk.</summary>
    public byte[] Any(Random random)
    {
        var (visitor, people) = searched[random.Next(searched.Count)];
        for (; ; )
            if (Query(people[random.Next(people.Count)], random.Next(Kinds)) is { } query) return Request(visitor, query);
    }

    private const int Kinds = 20;

    private static string? Query(Person p, int kind)
    {
        if (p is not { Name: { Family: { } family, Given: { } given, FamilyKana: { } familyKana, GivenKana: { } givenKana }, BirthDate: { } born }) return null;
        var address = Address.Read(p.Location.Address);
        var phone = p.Phones.Count > 0 ? p.Phones[0].Number : null;
        return kind switch
        {
            0 => family + given,
            1 => $"{given} {family}",
            2 => family,
            3 => $"{KanaText.ToHiragana(familyKana)} {KanaText.ToHiragana(givenKana)}",
            4 => familyKana + givenKana,
            5 => $"{Kana.ToRomaji(familyKana)} {Kana.ToRomaji(givenKana)}",
            6 => $"{Kana.ToRomaji(givenKana)} {Kana.ToRomaji(familyKana)}".ToLowerInvariant(),
            7 => $"{Kana.Unvoiced(familyKana)} {Kana.Unvoiced(givenKana)}",
            8 => familyKana.Length > 2 ? $"{familyKana[..1]}{familyKana[2..]} {givenKana}" : null,
            9 => given.Length > 1 ? $"{family} {given[..^1]}" : null,
            10 => $"{family} {born.Earliest:yyyyMMdd}",
            11 => $"{familyKana} {JapaneseDate.Format(born.Earliest)}",
            12 => $"{familyKana} {born.Earliest.Year}",
            13 => JapaneseDate.Format(born.Earliest),
            14 => $"{born.Earliest:yyyy-MM-dd} {given}",
            15 => phone?.Text,
            16 => phone is null ? null : $"{phone.Digits[^4..]} {family}",
            17 => address.Town.Length > 1 ? $"{address.Town}{address.Chome}丁目 {family} {given}" : null,
            18 => address.Town.Length > 1 ? $"{address.Town} {familyKana} {born.Earliest.Year}年" : null,
            _ => $"{family}さん {givenKana}",
        };
    }

    private byte[] Request(Visitor visitor, string query) =>
        Wire.Request("POST", "/api/v1/search", server.Authority, token: visitor.Token, json: JsonSerializer.Serialize(new { query }, Plain));

    private static int PlaceIn(string answer, Id<Person> id)
    {
        using var json = JsonDocument.Parse(BetweenChunks().Replace(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)], ""));
        var place = 0;
        foreach (var person in json.RootElement.GetProperty("people").EnumerateArray())
        {
            if (person.GetProperty("id").GetString() == id.ToString()) return place;
            place++;
        }
        return -1;
    }

    [GeneratedRegex("\r\n[0-9A-Fa-f]+\r\n")]
    private static partial Regex BetweenChunks();

    private static async Task<List<Person>> PeopleOfAsync(Tsunagi.Data.AppDb db, Id<Organisation> desk, CancellationToken ct) =>
        await db.Persons.IgnoreQueryFilters().AsNoTracking().Where(p => p.HolderId == desk && p.BirthDate != null).OrderBy(p => p.Id).Take(60).ToListAsync(ct);
}

/// <summary>A visitor and people of their desk.</summary>
sealed record Searched(Visitor Visitor, IReadOnlyList<Person> People);
