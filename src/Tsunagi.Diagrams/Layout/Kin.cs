using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Layout;

/// <summary>A couple of two persons, by number.</summary>
sealed class Couple(Union union, int a, int b)
{
    public Union Union { get; } = union;

    public int A { get; } = a;

    public int B { get; } = b;

    /// <summary>True when their line is drawn from row to row, because no two rows suit them both.</summary>
    public bool IsAcrossRows { get; set; }
}

/// <summary>A child at the lower end of a net.</summary>
sealed record Offspring(int Child, Parentage Tie);

/// <summary>The lines from one point of a union down to children; or from the upper to the lower of a couple on two rows.</summary>
sealed class Net(Union union, int[] partners, int? side, IReadOnlyList<Offspring> children, bool isMarriage = false)
{
    /// <summary>The union it hangs from.</summary>
    public Union Union { get; } = union;

    /// <summary>Numbers of the partners it comes from: two, one, or the single number that stands for parents not known.</summary>
    public int[] Partners { get; } = partners;

    /// <summary>The number of the partner whose side it hangs on after a divorce; null in the middle.</summary>
    public int? Side { get; } = side;

    /// <summary>Who hangs on it, by age.</summary>
    public IReadOnlyList<Offspring> Children { get; } = children;

    /// <summary>True for a couple on two rows: the child is the lower partner.</summary>
    public bool IsMarriage { get; } = isMarriage;
}

/// <summary>A family by numbers: persons first, then one number for each union whose partners are not known.</summary>
sealed class Kin
{
    readonly Dictionary<string, int> numbers;

    public Kin(Family family)
    {
        Family = family;
        numbers = family.Persons.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        Count = family.Persons.Count;
        foreach (var union in family.Unions)
        {
            var partners = union.Partners.Select(p => numbers[p]).ToArray();
            if (partners.Length == 2)
                Couples.Add(new(union, partners[0], partners[1]));
            if (!family.ChildrenOf(union.Id).Any())
                continue;
            AddNets(union, partners.Length > 0 ? partners : [Count++]);
        }
    }

    public Family Family { get; }

    /// <summary>Persons and stand-ins.</summary>
    public int Count { get; }

    public List<Couple> Couples { get; } = [];

    public List<Net> Nets { get; } = [];

    public bool IsPerson(int number) => number < Family.Persons.Count;

    public Person PersonAt(int number) => Family.Persons[number];

    public int NumberOf(string person) => numbers[person];

    void AddNets(Union union, int[] partners)
    {
        var hasSides = partners.Length == 2 && union.State == UnionState.Divorced;
        var bySide = Family.ChildrenOf(union.Id)
            .Select(t => new Offspring(numbers[t.Child], t))
            .OrderBy(o => Seniority(o.Child))
            .GroupBy(o => hasSides && o.Tie.Custodian is { } c ? numbers[c] : (int?)null);
        Nets.AddRange(bySide.Select(g => new Net(union, partners, g.Key, [.. g])));
    }

    /// <summary>Sorts by age, oldest first; who has no date of birth stands where the list has them.</summary>
    public (DateOnly, int) Seniority(int child) => (PersonAt(child).Born.CountsFrom ?? DateOnly.MinValue, child);
}
