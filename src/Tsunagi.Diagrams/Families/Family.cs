namespace Tsunagi.Diagrams.Families;

/// <summary>家族: persons, what joins them, and who lives with whom, over time.</summary>
/// <remarks>
/// Immutable. Whoever holds one knows: ids are unique, every id that is named exists, nobody is their own ancestor.
/// The order of the lists has no meaning but to break ties.
/// </remarks>
public sealed class Family
{
    /// <summary>As many persons as one family may hold.</summary>
    public const int MostPersons = 100_000;

    readonly Dictionary<string, Person> persons;
    readonly Dictionary<string, Union> unions;
    readonly ILookup<string, Union> unionsOf;
    readonly ILookup<string, Parentage> childrenOf;
    readonly ILookup<string, Parentage> parentagesOf;

    /// <summary>A family.</summary>
    /// <exception cref="DiagramException">Names the place as a path into these lists (<c>unions[3]</c>), what is wrong and what to do.</exception>
    public Family(
        IEnumerable<Person> persons, IEnumerable<Union>? unions = null, IEnumerable<Parentage>? parentages = null,
        IEnumerable<Twins>? twins = null, IEnumerable<Household>? households = null)
    {
        (Persons, Unions, Parentages) = ([.. persons], [.. unions ?? []], [.. parentages ?? []]);
        (Twins, Households) = ([.. twins ?? []], [.. households ?? []]);
        this.persons = FamilyRules.ById(Persons, "persons", p => p.Id);
        this.unions = FamilyRules.ById(Unions, "unions", u => u.Id);
        unionsOf = Unions.SelectMany(u => u.Partners.Select(p => (p, u))).ToLookup(x => x.p, x => x.u);
        childrenOf = Parentages.ToLookup(p => p.Union);
        parentagesOf = Parentages.ToLookup(p => p.Child);
        FamilyRules.Check(this);
    }

    /// <summary>Everybody.</summary>
    public IReadOnlyList<Person> Persons { get; }

    /// <summary>Couples and parents.</summary>
    public IReadOnlyList<Union> Unions { get; }

    /// <summary>Who is a child of which union.</summary>
    public IReadOnlyList<Parentage> Parentages { get; }

    /// <summary>Who was born together.</summary>
    public IReadOnlyList<Twins> Twins { get; }

    /// <summary>Who lives together.</summary>
    public IReadOnlyList<Household> Households { get; }

    /// <summary>The person of that id; null when there is none.</summary>
    public Person? Find(string id) => persons.GetValueOrDefault(id);

    /// <summary>The union of that id; null when there is none.</summary>
    public Union? FindUnion(string id) => unions.GetValueOrDefault(id);

    /// <summary>The unions a person is a partner of.</summary>
    public IEnumerable<Union> UnionsOf(string person) => unionsOf[person];

    /// <summary>The children of a union.</summary>
    public IEnumerable<Parentage> ChildrenOf(string union) => childrenOf[union];

    /// <summary>The unions a person is a child of.</summary>
    public IEnumerable<Parentage> ParentagesOf(string person) => parentagesOf[person];

    /// <summary>The family as it stood at the end of a day: nothing later is in it, and nothing that was over.</summary>
    /// <remarks>What has no date has always been so. Parents who were not yet a couple are <see cref="UnionKind.Unwed"/>.</remarks>
    public Family At(DateOnly day)
    {
        var there = Persons.Where(p => p.Born.HasCome(day)).Select(p => p.At(day)).ToDictionary(p => p.Id);
        return Among(there, p => p.IsOn(day), u => u.Began.HasCome(day), (u, partners) => u.At(day, partners), r => r.IsOn(day) && there[r.Person].Died is null);
    }

    /// <summary>The family when all that is dated has happened.</summary>
    public Family AtLast() => At(DateOnly.MaxValue);

    /// <summary>Everybody and everything that ever was or will be, at once.</summary>
    internal Family Ever() => Of(persons.Keys.ToHashSet());

    /// <summary>The same family with some of its persons only.</summary>
    public Family Of(IReadOnlySet<string> ids) => Among(
        Persons.Where(p => ids.Contains(p.Id)).ToDictionary(p => p.Id), _ => true, _ => true,
        (u, partners) => new(u.Id, partners, u.Kind, u.Began, u.Separated, u.Divorced), _ => true);

    Family Among(
        Dictionary<string, Person> there, Func<Parentage, bool> isChild, Func<Union, bool> isCouple,
        Func<Union, IReadOnlyList<string>, Union> narrow, Func<Residence, bool> lives)
    {
        var children = Parentages.Where(p => there.ContainsKey(p.Child) && isChild(p)).ToLookup(p => p.Union);
        var kept = new List<Union>();
        foreach (var union in Unions)
        {
            var partners = union.Partners.Where(there.ContainsKey).ToList();
            var count = children[union.Id].Count();
            if (partners.Count == 2 && isCouple(union) || count > 0 && partners.Count > 0 || count > 1)
                kept.Add(narrow(union, partners));
        }

        var keptIds = kept.ToDictionary(u => u.Id);
        var parentages = children.Where(g => keptIds.ContainsKey(g.Key)).SelectMany(g => g)
            .Select(p => p.Custodian is { } c && !there.ContainsKey(c) ? p with { Custodian = null } : p).ToList();
        return new(there.Values, kept, parentages, TwinsAmong(parentages), HouseholdsAmong(there, lives));
    }

    IEnumerable<Twins> TwinsAmong(List<Parentage> parentages)
    {
        var left = parentages.Select(p => p.Child).ToHashSet();
        return Twins.Select(t => t with { Children = [.. t.Children.Where(left.Contains)] })
            .Where(t => t.Children.Count > 1 && FamilyRules.ShareAUnion(t, parentages));
    }

    IEnumerable<Household> HouseholdsAmong(Dictionary<string, Person> there, Func<Residence, bool> lives) =>
        Households.Select(h => h with { Members = [.. h.Members.Where(m => there.ContainsKey(m.Person) && lives(m))] })
            .Where(h => h.Members.Count > (h.IsPartial ? 1 : 0));
}
