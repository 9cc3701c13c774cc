using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.People;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>家族とつながり: what the worker writes about who belongs to whom and who helps, and how the ties grow over the months.</summary>
/// <param name="stage">Where it is played.</param>
/// <param name="days">Office hours.</param>
public sealed class FamilyStories(Stage stage, Days days)
{
    // So many that every desk's cases show a family, and a start is not kept waiting for all of them.
    private const int Most = 30;

    private readonly HashSet<int> told = [];

    /// <summary>Writes the family of a case down, once for each of the first households.</summary>
    public async Task WriteAsync(OpenedCase opened)
    {
        if (opened.Home.Members.Count < 2 || opened.People.Count < 2 || told.Count == Most || !told.Add(opened.Home.Number)) return;
        var people = await PeopleAsync(opened);
        foreach (var (resident, person) in people) await SayGenderAsync(opened, person, resident);
        await RelateAsync(opened, people);
        await TieAsync(opened, people);
    }

    private async Task<Dictionary<Resident, Id<Person>>> PeopleAsync(OpenedCase opened)
    {
        var named = await stage.ReadAsync(opened.Worker, db => db.Persons.AsNoTracking().Where(p => opened.People.Contains(p.Id)).ToListAsync());
        return opened.Home.Members.Select(m => (Resident: m, Person: named.Find(p => p.Name.Written == m.Name)?.Id))
            .Where(m => m.Person is not null).DistinctBy(m => m.Person).ToDictionary(m => m.Resident, m => m.Person!.Value);
    }

    private Task SayGenderAsync(OpenedCase opened, Id<Person> id, Resident resident) => stage.DoAsync(opened.Worker, async s =>
    {
        var person = await s.GetRequiredService<Data.AppDb>().Persons.SingleAsync(p => p.Id == id);
        var input = PersonInput.Of(person);
        input.Gender = resident.Sex == Sex.Female ? "女" : "男";
        return await s.GetRequiredService<CorrectPerson>().RunAsync(id, input, CancellationToken.None);
    });

    private async Task RelateAsync(OpenedCase opened, Dictionary<Resident, Id<Person>> people)
    {
        var (self, spouse, inLaw) = (With("self"), With("spouse"), With("child-in-law"));
        if (self is not { } centre) return;
        if (spouse is { } partner) await KinAsync(opened, centre.Id, KinRole.Spouse, partner.Id, Wedding(centre.Who, partner.Who));
        foreach (var (child, id) in people.Where(p => p.Key.Relation is "son" or "daughter"))
        {
            await KinAsync(opened, centre.Id, KinRole.Child, id);
            if (spouse is { } other) await KinAsync(opened, other.Id, KinRole.Child, id);
            if (inLaw is { } wife) await KinAsync(opened, id, KinRole.Spouse, wife.Id, Wedding(child, wife.Who));
            if (opened.Home.Form == HomeForm.EightyFifty) await KinAsync(opened, centre.Id, KinRole.Carer, id);
        }
        foreach (var (_, id) in people.Where(p => p.Key.Relation is "younger-sister" or "younger-brother"))
            await KinAsync(opened, centre.Id, KinRole.Sibling, id);
        foreach (var (_, id) in people.Where(p => p.Key.Relation == "grandchild")) await GrandchildAsync(opened, people, centre.Id, id);
        var key = spouse?.Id ?? people.Where(p => p.Value != centre.Id).OrderBy(p => p.Key.Born).First().Value;
        await KinAsync(opened, centre.Id, KinRole.KeyPerson, key);

        (Resident Who, Id<Person> Id)? With(string relation) => people.Where(p => p.Key.Relation == relation).Select(p => ((Resident, Id<Person>)?)(p.Key, p.Value)).FirstOrDefault();
    }

    // Of the parents in between, those who live there; else one of whom nobody has said more than the name of the family.
    private async Task GrandchildAsync(OpenedCase opened, Dictionary<Resident, Id<Person>> people, Id<Person> grandparent, Id<Person> grandchild)
    {
        var parents = people.Where(p => p.Key.Relation is "son" or "daughter" or "child-in-law").Select(p => p.Value).ToList();
        foreach (var parent in parents) await KinAsync(opened, parent, KinRole.Child, grandchild);
        if (parents.Count > 0) return;
        await stage.DoAsync(opened.Worker, s => s.GetRequiredService<WriteKin>().RelateAsync(grandparent, new() { Role = nameof(KinRole.Child), Name = opened.Home.Members[0].Family, Gender = "女" }, CancellationToken.None));
        var mother = await stage.ReadAsync(opened.Worker, db => db.KinTies.Where(t => t.PersonId == grandparent && t.Role == KinRole.Child).Select(t => t.OtherId).SingleAsync());
        await KinAsync(opened, mother, KinRole.Child, grandchild);
    }

    private async Task TieAsync(OpenedCase opened, Dictionary<Resident, Id<Person>> people)
    {
        var (self, random) = (people.First().Value, new Random(opened.Home.Number));
        foreach (var (contact, kind, strength, what) in Lines.Ties.OrderBy(_ => random.Next()).Take(3 + random.Next(3)))
            await stage.DoAsync(opened.Worker, s => s.GetRequiredService<WriteTies>().TieAsync(self, new()
            {
                Contact = contact,
                Kind = kind.ToString(),
                Strength = strength.ToString(),
                What = what,
                IsStressful = kind == ContactKind.Person && random.Next(3) == 0,
                Direction = kind == ContactKind.Agency ? nameof(TieDirection.Inward) : nameof(TieDirection.None),
                From = Books.Iso(stage.Today.AddDays(-random.Next(0, 400))),
            }, CancellationToken.None));
        stage.Begun.Enqueue(GrowAsync(opened, self));
    }

    /// <summary>Some months later: what was weak has grown, and somebody new has come.</summary>
    private async IAsyncEnumerable<DateTimeOffset> GrowAsync(OpenedCase opened, Id<Person> self)
    {
        yield return days.After(stage.Today, 40, 80);
        var mine = await stage.ReadAsync(opened.Worker, db => db.Persons.AnyAsync(p => p.Id == self && p.HolderId == opened.Worker.At && !p.IsLocationProtected));
        if (!mine) yield break;
        var weak = await stage.ReadAsync(opened.Worker, db => db.SupportTies.Where(t => t.PersonId == self && t.Strength == TieStrength.Weak && t.Until == null && !t.IsWithheld).Select(t => t.Number).ToListAsync());
        foreach (var tie in weak)
            await stage.DoAsync(opened.Worker, s => s.GetRequiredService<WriteTies>().ChangeAsync(self, tie, new() { Strength = nameof(TieStrength.Strong), What = "顔を合わせる回数が増えた", From = Books.Iso(stage.Today) }, CancellationToken.None));
        await stage.DoAsync(opened.Worker, s => s.GetRequiredService<WriteTies>().TieAsync(self, new()
        {
            Contact = "地域の食事会",
            Kind = nameof(ContactKind.Place),
            Strength = nameof(TieStrength.Ordinary),
            What = "月1回",
            From = Books.Iso(stage.Today),
        }, CancellationToken.None));
    }

    private Task KinAsync(OpenedCase opened, Id<Person> person, KinRole role, Id<Person> other, string? since = null) =>
        stage.DoAsync(opened.Worker, s => s.GetRequiredService<WriteKin>().RelateAsync(person, new() { Role = role.ToString(), Other = other, Since = since }, CancellationToken.None));

    private string Wedding(Resident one, Resident other) => $"{Math.Min(stage.Today.Year - 1, Math.Max(one.Born.Year, other.Born.Year) + 25)}";
}
