namespace Tsunagi.Linkage.Comparison;

/// <summary>Whose a field is.</summary>
enum FieldScope
{
    /// <summary>Of one person: those who live together do not share it.</summary>
    Person,
    /// <summary>Of all who live together: surname, address, telephone.</summary>
    Household,
}

/// <summary>What is compared of two records: a name, a date, a line of the address.</summary>
sealed class Field
{
    private readonly int[] bearers;

    public Field(string name, FieldScope scope, ValueSet values, int[] codes)
    {
        (Name, Scope, Values, Codes) = (name, scope, values, codes);
        Terms = [.. values.Terms];
        bearers = new int[Terms.Length == 0 ? 0 : Terms.Max() + 1];
        foreach (var code in codes)
        {
            if (code < 0) continue;
            bearers[Terms[code]]++;
            Known++;
        }
    }

    /// <summary>The same, of another scope.</summary>
    public Field As(FieldScope scope) => new(Name, scope, Values, Codes);

    /// <summary>How an explanation calls it.</summary>
    public string Name { get; }

    public FieldScope Scope { get; }

    public ValueSet Values { get; }

    /// <summary>For each record its value, or -1.</summary>
    public int[] Codes { get; }

    /// <summary>For each value the term that it counts as.</summary>
    public int[] Terms { get; }

    /// <summary>How many records have a value.</summary>
    public int Known { get; }

    /// <summary>How many records have this term.</summary>
    public IReadOnlyList<int> Bearers => bearers;

    /// <summary>How many records have the same term as this value here.</summary>
    public int BearersOf(int value) => Terms[value] is var term && term < bearers.Length ? bearers[term] : 0;

    /// <summary>The share of all pairs of records known here that have the same term.</summary>
    public double Collisions => Known < 2 ? 0 : bearers.Sum(n => (double)n * (n - 1)) / ((double)Known * (Known - 1));
}

/// <summary>Two fields whose values are taken for each other: given name and surname, two lines of an address.</summary>
/// <param name="First">The index of one.</param>
/// <param name="Second">The index of the other.</param>
sealed record Crossing(int First, int Second);
