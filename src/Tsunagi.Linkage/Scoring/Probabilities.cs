using Tsunagi.Linkage.Comparison;

namespace Tsunagi.Linkage.Scoring;

/// <summary>
/// How probable each level of each slot is for two records of one person (m), and for two records that have nothing to do with each
/// other (u). A missing value (level 0) tells nothing: both are 1.
/// </summary>
sealed class Probabilities
{
    private readonly FieldSet set;

    public Probabilities(FieldSet set)
    {
        this.set = set;
        M = new double[set.SlotCount][];
        U = new double[set.SlotCount][];
        HouseholdSame = new double[set.SlotCount];
        for (var slot = 0; slot < set.SlotCount; slot++)
        {
            M[slot] = Descending(set.LevelCount(slot), slot < set.Fields.Count ? 0.8 : 0.98);
            U[slot] = Usual(set.LevelCount(slot));
            HouseholdSame[slot] = U[slot][1];
        }
    }

    public double[][] M { get; }

    public double[][] U { get; }

    /// <summary>
    /// For what a person has alone, how probable it is that two of one household have the same: twins their birth date, a father and
    /// his son their name.
    /// </summary>
    public double[] HouseholdSame { get; }

    /// <summary>Whether those who live together share the slot: they agree in it as often as one person with themselves.</summary>
    public bool IsShared(int slot) => slot < set.Fields.Count && set.Fields[slot].Scope == FieldScope.Household;

    /// <summary>About how strangers compare, before a pair was seen: they differ, but where there is little to choose from.</summary>
    public static double[] Usual(int levels)
    {
        var usual = new double[levels];
        Array.Fill(usual, levels <= 3 ? 0.5 : 0.01, 1, levels - 2);
        usual[0] = 1;
        usual[^1] = 1 - usual[1..^1].Sum();
        return usual;
    }

    private static double[] Descending(int levels, double first)
    {
        var probabilities = new double[levels];
        probabilities[0] = 1;
        for (var level = 1; level < levels; level++) probabilities[level] = level == 1 ? first : (1 - first) / (levels - 2);
        return probabilities;
    }
}

/// <summary>What a pair may be.</summary>
/// <param name="Match">The same person.</param>
/// <param name="Household">Two persons who live together.</param>
/// <param name="Strangers">Neither.</param>
readonly record struct Shares(double Match, double Household, double Strangers)
{
    public static Shares operator *(Shares a, Shares b) => new(a.Match * b.Match, a.Household * b.Household, a.Strangers * b.Strangers);

    public double Sum => Match + Household + Strangers;

    public Shares Scaled => Sum is > 0 and var sum ? new(Match / sum, Household / sum, Strangers / sum) : new(0, 0, 1);
}
