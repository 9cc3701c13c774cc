namespace Tsunagi.Diagrams.Families;

/// <summary>What joins a couple.</summary>
public enum UnionKind
{
    /// <summary>婚姻.</summary>
    Married,
    /// <summary>内縁・事実婚.</summary>
    CommonLaw,
    /// <summary>婚姻関係なし: they have a child together, and that is all.</summary>
    Unwed,
}

/// <summary>How a couple stand to each other.</summary>
public enum UnionState
{
    /// <summary>ともにある.</summary>
    Together,
    /// <summary>別居.</summary>
    Separated,
    /// <summary>離婚・関係解消.</summary>
    Divorced,
}

/// <summary>夫婦・父母: up to two persons, joined by what they are to each other and by their children.</summary>
/// <remarks>One partner: the other parent is not known. None: siblings whose parents are not known.</remarks>
public sealed record Union
{
    /// <summary>A union.</summary>
    /// <param name="id">Unique among unions.</param>
    /// <param name="partners">The ids of at most two different persons.</param>
    /// <param name="kind">What joins them.</param>
    /// <param name="began">When; unknown by default.</param>
    /// <param name="separated">Since when they live apart; null while they do not.</param>
    /// <param name="divorced">When it ended; null while it lasts.</param>
    /// <exception cref="DiagramException">More than two partners, or one twice.</exception>
    public Union(
        string id, IEnumerable<string> partners, UnionKind kind = UnionKind.Married,
        PartialDate began = default, PartialDate? separated = null, PartialDate? divorced = null)
    {
        Id = Checked.Id(id);
        Partners = [.. partners];
        if (Partners.Count > 2 || Partners.Distinct().Count() < Partners.Count)
            throw new DiagramException("partners", $"union {id} joins {string.Join(", ", Partners)}. Name at most two different persons.");
        (Kind, Began, Separated, Divorced) = (kind, began, separated, divorced);
    }

    /// <summary>Unique among unions.</summary>
    public string Id { get; }

    /// <summary>The ids of the partners known: two, one or none.</summary>
    public IReadOnlyList<string> Partners { get; }

    /// <summary>What joins them.</summary>
    public UnionKind Kind { get; }

    /// <summary>When it began.</summary>
    public PartialDate Began { get; }

    /// <summary>Since when they live apart; null while they do not.</summary>
    public PartialDate? Separated { get; }

    /// <summary>When it ended; null while it lasts.</summary>
    public PartialDate? Divorced { get; }

    /// <summary>How they stand to each other when all that is dated has happened.</summary>
    public UnionState State => Divorced is not null ? UnionState.Divorced : Separated is not null ? UnionState.Separated : UnionState.Together;

    /// <summary>The other partner; null when not known.</summary>
    public string? OtherThan(string partner) => Partners.FirstOrDefault(p => p != partner);

    internal Union At(DateOnly day, IReadOnlyList<string> partners) => Began.HasCome(day)
        ? new(Id, partners, Kind, Began, By(Separated, day), By(Divorced, day))
        : new(Id, partners, UnionKind.Unwed);

    static PartialDate? By(PartialDate? date, DateOnly day) => date is { } known && known.HasCome(day) ? known : null;
}
