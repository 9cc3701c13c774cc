using Tsunagi.Diagrams.Families;

namespace Tsunagi.Tests.Diagrams;

/// <summary>Makes families of every kind, the same for the same seed: remarriage, cousins and uncles marrying, adoption, twins, households.</summary>
sealed class FamilyMaker
{
    readonly Random random;
    // Of its own, so that what is drawn by lot before stays what it was.
    readonly Random moves;
    readonly List<Person> persons = [];
    readonly List<Union> unions = [];
    readonly List<Parentage> parentages = [];
    readonly List<Twins> twins = [];
    readonly Dictionary<string, int> generations = [];

    FamilyMaker(int seed) => (random, moves) = (new(seed), new(~seed));

    public static Family Make(int seed, int? size = null) => new FamilyMaker(seed).Build(size);

    Family Build(int? wish)
    {
        var size = wish ?? random.Next(3, 90);
        while (persons.Count < size)
        {
            var union = Marry();
            var count = random.Next(0, 5);
            for (var i = 0; i < count; i++)
            {
                Bear(union, i);
            }
        }

        return new(persons, unions, parentages, twins, Households());
    }

    bool Chance(double share) => random.NextDouble() < share;

    Person Add(int generation, Sex? sex = null)
    {
        var year = 1900 + generation * 26 + random.Next(14);
        var born = Chance(0.2) ? PartialDate.Unknown : Chance(0.3) ? PartialDate.Of(year) : PartialDate.Of(new DateOnly(year, random.Next(1, 13), random.Next(1, 28)));
        PartialDate? died = Chance(0.25) ? PartialDate.Of(year + random.Next(1, 90)) : null;
        var name = Chance(0.15) ? "" : $"架空 {"太花次良三桜"[random.Next(6)]}{(Chance(0.5) ? "子" : "のは")}";
        var person = new Person($"p{persons.Count + 1}", name, sex ?? (Sex)random.Next(3), born, died, persons.Count == 3, Chance(0.05));
        persons.Add(person);
        generations[person.Id] = generation;
        return person;
    }

    /// <summary>Somebody of the family, or new, with somebody of the family, or new: so families meet, and lines go in circles.</summary>
    Union Marry()
    {
        var one = persons.Count > 0 && Chance(0.85) ? persons[random.Next(persons.Count)] : Add(random.Next(2), Sex.Male);
        var generation = generations[one.Id];
        var kin = persons.Where(p => p != one && Math.Abs(generations[p.Id] - generation) <= (Chance(0.2) ? 1 : 0)).ToList();
        var other = kin.Count > 0 && Chance(0.2) ? kin[random.Next(kin.Count)] : Chance(0.1) ? null : Add(generation, one.Sex == Sex.Male ? Sex.Female : Sex.Male);
        string[] partners = other is null ? [one.Id] : [one.Id, other.Id];
        var began = PartialDate.Of(1922 + generation * 26 + random.Next(10));
        var union = new Union($"u{unions.Count + 1}", partners, (UnionKind)random.Next(3), Chance(0.3) ? PartialDate.Unknown : began,
            Chance(0.1) ? PartialDate.Unknown : null, Chance(0.25) ? PartialDate.Of(1940 + generation * 26) : null);
        unions.Add(union);
        return union;
    }

    void Bear(Union union, int i)
    {
        var child = Add(union.Partners.Max(p => generations[p]) + 1);
        var custodian = union.Partners.Count == 2 && union.Divorced is not null && Chance(0.6) ? union.Partners[random.Next(2)] : null;
        parentages.Add(new(child.Id, union.Id, Chance(0.85) ? ParentageKind.Biological : (ParentageKind)random.Next(1, 4), custodian));
        if (i > 0 && Chance(0.15) && parentages[^2].Union == union.Id && !twins.Any(t => t.Children.Contains(parentages[^2].Child)))
            twins.Add(new([parentages[^2].Child, child.Id], Chance(0.5)));
        var elders = unions.Where(u => u != union && u.Partners.Max(p => generations[p]) < generations[child.Id]).ToList();
        if (elders.Count > 0 && Chance(0.06))
            parentages.Add(new(child.Id, elders[random.Next(elders.Count)].Id, ParentageKind.Adoptive));
    }

    List<Household> Households() => [.. Enumerable.Range(0, random.Next(4)).Select(i =>
    {
        var union = unions[random.Next(unions.Count)];
        var members = union.Partners.Concat(parentages.Where(p => p.Union == union.Id && Chance(0.7)).Select(p => p.Child)).ToList();
        if (Chance(0.2))
            members.Add(persons[random.Next(persons.Count)].Id);
        return new Household($"h{i + 1}", "", [.. members.Distinct().Select(Residence)]);
    })];

    Residence Residence(string person)
    {
        var since = moves.Next(3) == 0 ? PartialDate.Of(moves.Next(1930, 1990)) : PartialDate.Unknown;
        return new(person, since, moves.Next(4) == 0 ? PartialDate.Of(moves.Next(1990, 2020)) : null);
    }
}
