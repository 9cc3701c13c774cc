using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Explanation;
using Tsunagi.Linkage.Scoring;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage;

/// <summary>What was learned from the records of a table, and answers about any two of them.</summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class LinkageModel
{
    private readonly FieldSet set;
    private readonly PairWeights weights;
    private readonly Shares prevalence;

    internal LinkageModel(FieldSet set, PairWeights weights, Shares prevalence) => (this.set, this.weights, this.prevalence) = (set, weights, prevalence);

    /// <summary>
    /// A model for a few records, from which nothing can be learned: what agreement weighs is what is usual, however frequent a value is among them.
    /// </summary>
    /// <param name="table">The records.</param>
    /// <param name="columns">What each column holds, by its heading.</param>
    /// <param name="persons">Among about how many persons one of them is looked for.</param>
    public static LinkageModel Usual(RecordTable table, IReadOnlyDictionary<string, ColumnKind> columns, int persons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(persons, 2);
        var set = FieldPlan.Make(table, columns);
        var (match, household) = (Duplicates / persons, OthersAtHome / persons);
        // As if of one person: how frequent a value is in so few records says nothing.
        return new(set, new PairWeights(set, UsualProbabilities.Of(set), 1), new(match, household, 1 - match - household));
    }

    // Of a person's records, how many more there are; and how many others live with them.
    private const double Duplicates = 0.1, OthersAtHome = 1.5;

    /// <summary>How probable it is that two records are of one person, by what the two of them say.</summary>
    /// <returns>From 0 to 1; the same for both orders.</returns>
    public double Probability(int left, int right) => 1 / (1 + Math.Exp(-LogOdds(Math.Min(left, right), Math.Max(left, right), PairCache.Little())));

    /// <summary>Compares each record with each other one: for a few, of which nothing is to be passed over.</summary>
    /// <param name="threshold">From which probability on a pair is told.</param>
    public IReadOnlyList<LinkedPair> EachWithEach(double threshold)
    {
        List<LinkedPair> found = [];
        var (cache, count) = (new PairCache(), set.Fields.Count == 0 ? 0 : set.Fields[0].Codes.Length);
        for (var left = 0; left < count; left++)
            for (var right = left + 1; right < count; right++)
                if (1 / (1 + Math.Exp(-LogOdds(left, right, cache))) is var probability && probability >= threshold) found.Add(new(left, right, probability));
        return found;
    }

    /// <summary>Why.</summary>
    public PairExplanation Explain(int left, int right)
    {
        (left, right) = (Math.Min(left, right), Math.Max(left, right));
        Span<byte> levels = stackalloc byte[set.SlotCount];
        set.Compare(left, right, PairCache.Little(), levels);
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
