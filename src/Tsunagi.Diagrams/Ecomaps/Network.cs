using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>What stands around a household.</summary>
public enum NodeKind
{
    /// <summary>人: 親族、友人、近所の人.</summary>
    Person,
    /// <summary>機関・団体.</summary>
    Agency,
    /// <summary>場所・活動.</summary>
    Place,
}

/// <summary>How close a tie is.</summary>
public enum Strength
{
    /// <summary>ふつう.</summary>
    Ordinary,
    /// <summary>強い.</summary>
    Strong,
    /// <summary>弱い・薄い.</summary>
    Weak,
}

/// <summary>From whom to whom the help or influence goes.</summary>
public enum Direction
{
    /// <summary>示さない.</summary>
    None,
    /// <summary>From the first end to the second.</summary>
    Forth,
    /// <summary>From the second end to the first.</summary>
    Back,
    /// <summary>Both ways.</summary>
    Both,
}

/// <summary>世帯の一人: somebody in the middle.</summary>
/// <param name="Id">Unique in the network.</param>
/// <param name="Name">As it is shown; at most 200 characters.</param>
public sealed record Member(string Id, string Name);

/// <summary>Somebody or something around the household.</summary>
/// <param name="Id">Unique in the network.</param>
/// <param name="Name">As it is shown; at most 200 characters.</param>
/// <param name="Kind">What it is.</param>
public sealed record Node(string Id, string Name, NodeKind Kind = NodeKind.Agency);

/// <summary>つながり: between two of the household, its members and what is around.</summary>
/// <param name="A">The id of the first end: the household, a member or a node.</param>
/// <param name="B">The id of the second end; not the same, and not both in the household.</param>
/// <param name="Strength">How close.</param>
/// <param name="IsStressful">葛藤・ストレスがある.</param>
/// <param name="Direction">From whom to whom.</param>
/// <param name="Since">From when on; always by default.</param>
/// <param name="Until">The last day (inclusive); null while it lasts.</param>
public sealed record Tie(
    string A, string B, Strength Strength = Strength.Ordinary, bool IsStressful = false, Direction Direction = Direction.None,
    PartialDate Since = default, PartialDate? Until = null)
{
    internal bool IsOn(DateOnly day) => Since.HasCome(day) && Until?.IsBefore(day) != true;
}

/// <summary>支援のつながり: a household or one person, what is around, and the ties between, over time.</summary>
/// <remarks>Immutable. Ids are unique, and every end of a tie exists.</remarks>
public sealed class Network
{
    /// <summary>As many nodes as a sheet holds legibly.</summary>
    public const int MostNodes = 120;

    /// <summary>A network.</summary>
    /// <param name="id">The id of the household as a whole.</param>
    /// <param name="name">What it is called; at most 200 characters.</param>
    /// <param name="members">Who belongs to it; may be empty where one person alone is meant.</param>
    /// <param name="nodes">What is around it.</param>
    /// <param name="ties">The ties.</param>
    /// <exception cref="DiagramException">Names the place as a path into these lists, what is wrong and what to do.</exception>
    public Network(string id, string name, IEnumerable<Member> members, IEnumerable<Node> nodes, IEnumerable<Tie> ties)
    {
        (Id, Name, Members, Nodes, Ties) = (Checked.Id(id), Checked.Name(name), [.. members], [.. nodes], [.. ties]);
        if (Nodes.Count > MostNodes)
            throw new DiagramException("nodes", $"there are {Nodes.Count}. Draw at most {MostNodes} on one sheet.");
        CheckIds();
        CheckTies();
    }

    /// <summary>The id of the household as a whole.</summary>
    public string Id { get; }

    /// <summary>What the household is called.</summary>
    public string Name { get; }

    /// <summary>Who belongs to it.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>What is around it.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The ties.</summary>
    public IReadOnlyList<Tie> Ties { get; }

    /// <summary>True for the household itself and its members.</summary>
    public bool IsInside(string id) => id == Id || Members.Any(m => m.Id == id);

    /// <summary>The network at the end of a day. A node all of whose ties lie at other times is not in it; one without any tie always is.</summary>
    public Network At(DateOnly day)
    {
        var ties = Ties.Where(t => t.IsOn(day)).ToList();
        var ever = Ties.SelectMany(t => new[] { t.A, t.B }).ToHashSet();
        var now = ties.SelectMany(t => new[] { t.A, t.B }).ToHashSet();
        return new(Id, Name, Members, Nodes.Where(n => now.Contains(n.Id) || !ever.Contains(n.Id)), ties);
    }

    void CheckIds()
    {
        var seen = new HashSet<string> { Id };
        foreach (var (where, id, name) in Members.Select((m, i) => ($"members[{i}]", m.Id, m.Name)).Concat(Nodes.Select((n, i) => ($"nodes[{i}]", n.Id, n.Name))))
        {
            Checked.Id(id);
            Checked.Name(name);
            if (!seen.Add(id))
                throw new DiagramException($"{where}.id", $"{id} is there twice. Give each its own id.");
        }
    }

    void CheckTies()
    {
        var known = Members.Select(m => m.Id).Concat(Nodes.Select(n => n.Id)).Append(Id).ToHashSet();
        foreach (var (i, tie) in Ties.Index())
        {
            foreach (var end in new[] { tie.A, tie.B }.Where(e => !known.Contains(e)))
            {
                throw new DiagramException($"ties[{i}]", $"there is no {end}. Name the household, a member or a node.");
            }

            if (tie.A == tie.B || IsInside(tie.A) && IsInside(tie.B))
                throw new DiagramException($"ties[{i}]", $"{tie.A} and {tie.B} are both in the middle. What joins them belongs into the genogram.");
        }
    }
}
