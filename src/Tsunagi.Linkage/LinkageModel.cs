using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Explanation;
using Tsunagi.Linkage.Scoring;

namespace Tsunagi.Linkage;

/// <summary>What was learned from the records of a table, and answers about any two of them.</summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class LinkageModel
{
    private readonly FieldSet set;
    private readonly PairWeights weights;
    private readonly Shares prevalence;

    internal LinkageModel(FieldSet set, PairWeights weights, Shares prevalence) => (this.set, this.weights, this.prevalence) = (set, weights, prevalence);

    /// <summary>How probable it is that two records are of one person, by what the two of them say.</summary>
    /// <returns>From 0 to 1; the same for both orders.</returns>
    public double Probability(int left, int right) => 1 / (1 + Math.Exp(-LogOdds(Math.Min(left, right), Math.Max(left, right), new())));

    /// <summary>Why.</summary>
    public PairExplanation Explain(int left, int right)
    {
        (left, right) = (Math.Min(left, right), Math.Max(left, right));
        Span<byte> levels = stackalloc byte[set.SlotCount];
        set.Compare(left, right, new(), levels);
        var odds = ScoredPair.LogOdds(weights.Of(left, right, levels), prevalence);
        List<FieldEvidence> fields = [];
        var sum = 0.0;
        for (var slot = 0; slot < set.SlotCount; slot++)
        {
            var weight = weights.WeightOf(left, right, slot, levels);
            sum += weight;
            if (Evidence(slot, levels[slot], weight) is { } evidence) fields.Add(evidence);
        }
        return new([.. fields.OrderByDescending(f => Math.Abs(f.Weight))], (odds - sum) / Math.Log(2), 1 / (1 + Math.Exp(-odds)));
    }

    private FieldEvidence? Evidence(int slot, byte level, float weight)
    {
        var bits = Math.Round(weight / Math.Log(2), 2);
        if (slot < set.Fields.Count) return new(set.Fields[slot].Name, set.Fields[slot].Values.Levels[level], bits);
        var crossing = set.Crossings[slot - set.Fields.Count];
        return level == FieldSet.Crossed ? new($"{set.Fields[crossing.First].Name} and {set.Fields[crossing.Second].Name}", "exchanged", bits) : null;
    }

    // The lower index first: which of two exchanged fields is compared with which must not depend on who asks.
    internal double LogOdds(int left, int right, PairCache cache)
    {
        Span<byte> levels = stackalloc byte[set.SlotCount];
        set.Compare(left, right, cache, levels);
        return ScoredPair.LogOdds(weights.Of(left, right, levels), prevalence);
    }
}
