using Tsunagi.Linkage.Comparison;

namespace Tsunagi.Linkage.Scoring;

/// <summary>What agreement and disagreement in a pair weigh (natural logarithms of likelihood ratios).</summary>
/// <param name="Match">For the same person against strangers.</param>
/// <param name="Household">For two of one household against strangers.</param>
readonly record struct PairWeight(float Match, float Household);

/// <summary>
/// The weights of all levels, those of agreement by how frequent the value is: to share a rare name says more than to share a
/// common one.
/// </summary>
sealed class PairWeights
{
    private readonly FieldSet set;
    private readonly Probabilities probabilities;
    private readonly float[][] levels;
    private readonly float[][] values;
    private readonly bool[] shared;
    private readonly float[] sameInHousehold;

    /// <param name="set">What is compared.</param>
    /// <param name="probabilities">What was learned.</param>
    /// <param name="persons">About how many different persons the records are of.</param>
    public PairWeights(FieldSet set, Probabilities probabilities, double persons)
    {
        (this.set, this.probabilities) = (set, probabilities);
        levels = [.. Enumerable.Range(0, set.SlotCount).Select(slot => probabilities.M[slot].Zip(probabilities.U[slot], (m, u) => (float)Math.Log(m / u)).ToArray())];
        foreach (var slot in levels) slot[0] = 0;
        values = [.. set.Fields.Select((field, slot) => Values(field, slot, persons))];
        sameInHousehold = [.. probabilities.HouseholdSame.Select((same, slot) => (float)Math.Max(0, Math.Log(same / probabilities.U[slot][ValueSet.Same])))];
        shared = [.. Enumerable.Range(0, set.SlotCount).Select(probabilities.IsShared)];
    }

    /// <summary>The weight of a comparison.</summary>
    /// <param name="left">One record.</param>
    /// <param name="right">The other.</param>
    /// <param name="compared">Their levels.</param>
    public PairWeight Of(int left, int right, ReadOnlySpan<byte> compared)
    {
        var (match, household) = (0f, 0f);
        for (var slot = 0; slot < compared.Length; slot++)
        {
            var weight = WeightOf(left, right, slot, compared);
            match += weight;
            if (shared[slot]) household += weight;
            else if (compared[slot] == ValueSet.Same) household += sameInHousehold[slot];
        }
        return new(match, household);
    }

    /// <summary>What one slot of a comparison weighs.</summary>
    public float WeightOf(int left, int right, int slot, ReadOnlySpan<byte> compared)
    {
        var level = compared[slot];
        if (level != ValueSet.Same || slot >= values.Length) return levels[slot][level];
        // Where two fields were exchanged, or a name is known in two writings, the values differ: the more frequent one counts.
        var (one, other) = (set.CodesOf(left)[slot], set.CodesOf(right)[slot]);
        return one == other ? TermWeight(one, slot) : Math.Min(TermWeight(one, slot), TermWeight(other, slot));
    }

    private float TermWeight(int code, int slot) => code >= 0 ? values[slot][code] : levels[slot][ValueSet.Same];

    // How often strangers share a value: of the persons who have it, and for a value of one person as often as any two share one at all.
    private float[] Values(Field field, int slot, double persons)
    {
        var (m, u) = (probabilities.M[slot][ValueSet.Same], probabilities.U[slot][ValueSet.Same]);
        var known = Math.Max(1, persons * field.Known / field.Codes.Length);
        var perPerson = Math.Max(1, field.Known / known);
        var least = levels[slot].Length > 2 ? levels[slot][2] : float.MinValue;
        float[] terms = [.. field.Bearers.Select(n => Math.Max(least, (float)Math.Log(m / (Math.Max(1, n / perPerson) / (known + 1 / u)))))];
        return [.. field.Terms.Select(term => terms[term])];
    }
}
