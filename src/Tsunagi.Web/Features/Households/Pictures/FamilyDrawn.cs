using Tsunagi.Diagrams.Families;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Words;
using DrawnDate = Tsunagi.Diagrams.Families.PartialDate;
using DrawnHousehold = Tsunagi.Diagrams.Families.Household;
using DrawnPerson = Tsunagi.Diagrams.Families.Person;
using Household = Tsunagi.Domain.Households.Household;
using LivingTogether = Tsunagi.Domain.Households.LivingTogether;
using PartialDate = Tsunagi.Domain.People.PartialDate;
using Person = Tsunagi.Domain.People.Person;

namespace Tsunagi.Web.Features.Households;

/// <summary>
/// The people of a family picture as the diagrams know a family. Whom the viewer may not see is not among them, and then neither
/// is anything that would tell of them.
/// </summary>
/// <param name="people">Whom the viewer may see.</param>
/// <param name="ties">What they are to each other, what was taken back left out.</param>
/// <param name="households">The households they are in.</param>
/// <param name="index">本人: whose genogram it is.</param>
/// <param name="day">The day of the picture.</param>
sealed class FamilyDrawn(IReadOnlyCollection<Person> people, IReadOnlyCollection<KinTie> ties, IReadOnlyList<Household> households, Id<Person> index, DateOnly day)
{
    private readonly Dictionary<Id<Person>, Person> seen = people.ToDictionary(p => p.Id);
    private readonly Dictionary<string, Union> unions = [];
    private readonly List<Parentage> parentages = [];

    /// <summary>The family, with everything dated in it.</summary>
    public Family Make()
    {
        foreach (var couple in Standing.Where(t => t.Role.IsCouple())) Join(couple);
        foreach (var child in seen.Keys) AddParents(child);
        AddSiblings();
        return new(seen.Values.Select(Draw), unions.Values, parentages, Twins(), households.Select(Live));
    }

    /// <summary>How a person is called in a drawing.</summary>
    public static string IdOf(Id<Person> person) => "p" + person.Value.ToString("N");

    /// <summary>A day as far as known.</summary>
    public static DrawnDate DateOf(PartialDate? date) => date is null ? DrawnDate.Unknown
        : date.Precision == PartialDatePrecision.Age ? DrawnDate.Between(date.Earliest, date.Latest).Roughly() : DrawnDate.Between(date.Earliest, date.Latest);

    private IEnumerable<KinTie> Standing => ties.Where(t => seen.ContainsKey(t.PersonId) && seen.ContainsKey(t.OtherId));

    private DrawnPerson Draw(Person person) => new(
        IdOf(person.Id), person.Name.IsUnknown ? "" : person.Name.Display,
        KinWords.IsMale(person.Gender) switch { true => Sex.Male, false => Sex.Female, null => Sex.Unknown },
        DateOf(person.BirthDate), person.DiedOn is { } died ? DateOf(died) : null, person.Id == index,
        Standing.Any(t => t.Concerns(person.Id) && t.HoldsOn(day) && t.RoleSeenFrom(t.OtherThan(person.Id)) == KinRole.KeyPerson));

    private void Join(KinTie couple) => unions[UnionOf([couple.PersonId, couple.OtherId])] = new(
        UnionOf([couple.PersonId, couple.OtherId]), [IdOf(couple.PersonId), IdOf(couple.OtherId)],
        couple.Role == KinRole.Spouse ? UnionKind.Married : UnionKind.CommonLaw,
        DateOf(couple.Since), couple.SeparatedOn is { } apart ? DateOf(apart) : null, couple.EndedOn is { } ended ? DateOf(ended) : null);

    private void AddParents(Id<Person> child)
    {
        var parents = Standing.Where(t => t.Concerns(child) && t.RoleSeenFrom(child).IsParent()).ToList();
        foreach (var kind in parents.GroupBy(t => t.RoleSeenFrom(child)))
        {
            var group = kind.DistinctBy(t => t.OtherThan(child)).Take(Kin.MostParents).ToList();
            List<Id<Person>> couple = [.. group.Select(t => t.OtherThan(child))];
            // One parent by marriage or by law stands beside the parent whose partner they are.
            if (couple.Count == 1 && kind.Key != KinRole.Parent && PartnerAmong(couple[0], parents.Select(t => t.OtherThan(child))) is { } partner) couple.Add(partner);
            parentages.Add(Parentage(child, kind.Key, group, UnionFor(couple)));
        }
    }

    private static Parentage Parentage(Id<Person> child, KinRole kind, List<KinTie> group, string union) => new(
        IdOf(child), union, KindOf(kind),
        group.FirstOrDefault(t => t.HasCustody) is { } custody ? IdOf(custody.OtherThan(child)) : null,
        kind == KinRole.Parent ? DrawnDate.Unknown : DateOf(group[0].Since),
        // The last day on which it was so.
        group[0].EndedOn is { } ended ? DrawnDate.Of(ended.Earliest.AddDays(-1)) : null);

    private Id<Person>? PartnerAmong(Id<Person> person, IEnumerable<Id<Person>> others) =>
        others.Where(o => unions.ContainsKey(UnionOf([person, o]))).Select(o => (Id<Person>?)o).FirstOrDefault();

    private string UnionFor(IReadOnlyList<Id<Person>> parents)
    {
        var id = UnionOf(parents);
        unions.TryAdd(id, new(id, parents.Select(IdOf), UnionKind.Unwed));
        return id;
    }

    /// <summary>Brothers and sisters of whom no common parent is known hang on a union without partners.</summary>
    private void AddSiblings()
    {
        foreach (var tie in Standing.Where(t => t.Role == KinRole.Sibling && !ShareParents(t.PersonId, t.OtherId)))
        {
            var id = Place(tie.PersonId) ?? Place(tie.OtherId) ?? "s" + IdOf(tie.PersonId);
            unions.TryAdd(id, new(id, [], UnionKind.Unwed));
            foreach (var one in new[] { tie.PersonId, tie.OtherId }.Where(one => !parentages.Exists(p => p.Child == IdOf(one) && p.Union == id)))
                parentages.Add(new(IdOf(one), id));
        }

        string? Place(Id<Person> person) => parentages.Find(p => p.Child == IdOf(person) && p.Kind == ParentageKind.Biological)?.Union;
    }

    private bool ShareParents(Id<Person> a, Id<Person> b) =>
        parentages.Where(p => p.Child == IdOf(a)).Any(p => parentages.Exists(q => q.Child == IdOf(b) && q.Union == p.Union));

    // Born of the same parents on the same day.
    private IEnumerable<Twins> Twins() => parentages.Where(p => p.Kind == ParentageKind.Biological)
        .GroupBy(p => (p.Union, Born: seen[PersonOf(p.Child)].BirthDate is { Precision: PartialDatePrecision.Day } born ? born.Earliest : (DateOnly?)null))
        .Where(g => g.Key.Born is not null && g.Count() > 1).Select(g => new Twins([.. g.Select(p => p.Child)], IsIdentical: false));

    // Of whoever would be left in a ring by themselves nothing is known, for others may have been left out of it.
    private DrawnHousehold Live(Household household) => new("h" + household.Id.Value.ToString("N"), "",
    [
        .. household.Told(seen).Where(m => m.EverHeld && m.Living == LivingTogether.Together)
            .Select(m => new Residence(IdOf(m.PersonId), m.From is { } since ? DrawnDate.Of(since) : DrawnDate.Unknown, m.Until is { } until ? DrawnDate.Of(until.AddDays(-1)) : null)),
    ], IsPartial: true);

    private static Id<Person> PersonOf(string drawn) => new(Guid.ParseExact(drawn[1..], "N"));

    private static string UnionOf(IReadOnlyList<Id<Person>> people) => "u" + string.Join('-', people.Select(IdOf).Order(StringComparer.Ordinal));

    private static ParentageKind KindOf(KinRole role) => role switch
    {
        KinRole.AdoptiveParent => ParentageKind.Adoptive,
        KinRole.FosterParent => ParentageKind.Foster,
        KinRole.StepParent => ParentageKind.Step,
        _ => ParentageKind.Biological,
    };
}
