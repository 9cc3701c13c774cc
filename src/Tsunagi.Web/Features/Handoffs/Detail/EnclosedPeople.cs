using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// 同封された人を書く: what was enclosed becomes the receiver's own records, as far as it reads as the sender's records wrote it
/// out. Nothing that does not fit is an error: it stays readable in the handoff, and in a note on the person.
/// </summary>
public sealed class EnclosedPeople(AppDb db, Work work)
{
    private sealed record Told(PersonDetails Details, Belonging? Belonging);

    /// <summary>Writes the people into the case that was opened for them.</summary>
    public Outcome WriteInto(Case opened, Handoff handoff, IReadOnlyList<Enclosure> enclosed)
    {
        var people = Read(enclosed);
        if (people.Count == 0) return Outcome.Done;
        var subject = db.WritePerson(work, people[0].Details, handoff.Id.Value);
        if (!subject.IsDone) return Outcome.Done;
        var included = opened.Include(subject.Value.Id, CasePersonRole.Subject, work.Stamp);
        // Relations are told to the reference person of the sender's household; they hold here when that is the same one.
        var household = people[0].Belonging?.Relation == HouseholdMember.ReferenceRelation && people.Skip(1).Any(p => p.Belonging is not null) ? db.FormHousehold(work, subject.Value) : null;
        foreach (var told in people.Skip(1))
        {
            var person = db.WritePerson(work, told.Details, handoff.Id.Value);
            if (!person.IsDone) continue;
            opened.Include(person.Value.Id, told.Belonging is null ? CasePersonRole.Related : CasePersonRole.HouseholdMember, work.Stamp);
            if (told.Belonging is { } belonging && household?.IsDone == true) household.Value.Join(person.Value, belonging, work.Today, work.Stamp);
        }
        return included;
    }

    private List<Told> Read(IReadOnlyList<Enclosure> enclosed)
    {
        var identity = Lines(enclosed, EnclosedPart.Identity);
        if (identity.Length == 0) return [];
        var contacts = Lines(enclosed, EnclosedPart.Contact).Select(ContactLine.Read).ToList();
        var belongings = Lines(enclosed, EnclosedPart.Household).Select(HouseholdLine.Read).ToList();
        var note = $"つなぎで受け取った情報：{string.Join('\n', identity)}";
        List<Told> people = [];
        foreach (var line in identity)
        {
            var details = IdentityLine.Read(line, work.Today);
            var name = EnclosedName.Cut(line, '（').Before;
            var belonging = belongings.Find(b => b.Name == name).Belonging;
            // The first line names the person. Below it may stand anything; another person is known by a reading, or by the household.
            if (people.Count > 0 && belonging is null && details.Name.FamilyKana is null && details.Name.GivenKana is null) continue;
            var (_, location, phones) = contacts.Find(c => c.Name == name);
            people.Add(new(details with { Location = location ?? PersonLocation.Unknown, Phones = phones ?? [], Notes = people.Count == 0 ? note : null }, belonging));
        }
        return people;
    }

    private static string[] Lines(IReadOnlyList<Enclosure> enclosed, EnclosedPart part) =>
        enclosed.FirstOrDefault(e => e.Part == part) is { } found ? EnclosedText.Read(found).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
}
