using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage.Scoring;

/// <summary>
/// Learns the probabilities without being told a single match: u from pairs drawn at random, m by expectation-maximisation among the
/// pairs of each blocking rule, whose own fields are left out there, averaged over the rules (docs/linkage.md).
/// </summary>
/// <param name="set">What is compared.</param>
/// <param name="random">The combinations among pairs drawn at random.</param>
/// <param name="allPairs">How many pairs of records there are at all.</param>
/// <param name="rules">For each rule which slots it leaves out, how many pairs it joins, and the combinations among (a part of) them.</param>
sealed class Estimation(FieldSet set, Patterns random, double allPairs, IReadOnlyList<(IReadOnlySet<int> Fixed, double Pairs, Patterns Seen)> rules)
{
    private const int Rounds = 4, Steps = 60, Many = 10_000;
    private const double LeastU = 1e-7, LeastM = 1e-4, Prior = 2, HouseholdPrior = 50, StrangersPrior = 20;

    /// <summary>How many pairs of records a table has at all.</summary>
    public static double PairsOf(RecordTable table) => table.HasTwoSources
        ? (double)table.SecondFrom * (table.Count - table.SecondFrom)
        : (double)table.Count * (table.Count - 1) / 2;

    public Probabilities Result { get; } = new(set);

    /// <summary>The share of matches, households and strangers among all pairs.</summary>
    public Shares Prevalence { get; private set; } = new(1e-4, 1e-4, 1);

    public Estimation Run()
    {
        for (var round = 0; round < Rounds; round++)
        {
            EstimateU(round);
            EstimateM();
        }
        MakeMonotone();
        return this;
    }

    // Among pairs drawn at random there are some matches too: they are taken out by what is known of them by now.
    private void EstimateU(int round)
    {
        var u = Empty();
        foreach (var (levels, count) in random.All)
        {
            var strangers = round == 0 ? 1 : Likelihood(levels, Prevalence, Result.M, Result.HouseholdSame, null).Scaled.Strangers;
            Count(u, levels, count * strangers);
        }
        for (var slot = 0; slot < set.SlotCount; slot++)
        {
            var usual = Probabilities.Usual(u[slot].Length);
            var sum = u[slot].Sum() + StrangersPrior;
            for (var level = 1; level < u[slot].Length; level++) Result.U[slot][level] = Math.Max(LeastU, (u[slot][level] + StrangersPrior * usual[level]) / sum);
            if (slot < set.Fields.Count && random.Total > Many) Result.U[slot][ValueSet.Same] = SameByChance(slot, Result.U[slot][ValueSet.Same]);
        }
    }

    // All pairs that share a value are counted in the values themselves, however rare; those that are matches do not share it by chance.
    private double SameByChance(int slot, double sampled)
    {
        var field = set.Fields[slot];
        var pairs = (double)field.Known * (field.Known - 1) / 2;
        var matches = Prevalence.Match * pairs;
        var byChance = (field.Collisions * pairs - matches * Result.M[slot][ValueSet.Same] - (Result.IsShared(slot) ? Prevalence.Household * pairs * Result.M[slot][ValueSet.Same] : 0)) / pairs;
        return Math.Max(LeastU, sampled > 200 / random.Total ? sampled : Math.Min(Math.Max(byChance, 0.5 / pairs), Math.Max(sampled, 1 / random.Total)));
    }

    private void EstimateM()
    {
        var learned = rules.Where(r => r.Seen.Total > 0).AsParallel().AsOrdered().Select(Learn).ToList();
        for (var slot = 0; slot < set.SlotCount; slot++)
        {
            var (sum, weight) = (new double[set.LevelCount(slot)], 0.0);
            foreach (var one in learned.Where(l => !l.Fixed.Contains(slot)))
            {
                for (var level = 1; level < sum.Length; level++) sum[level] += one.M[slot][level] * one.Matches;
                weight += one.Matches;
            }
            if (weight <= 0) continue;
            for (var level = 1; level < sum.Length; level++) Result.M[slot][level] = sum[level] / weight;
            var among = learned.Where(l => !l.Fixed.Contains(slot)).ToList();
            if (!Result.IsShared(slot)) Result.HouseholdSame[slot] = among.Sum(l => l.HouseholdSame[slot] * l.Households) / among.Sum(l => l.Households);
        }
        if (learned.Count == 0) return;
        var (matches, households) = (learned.Max(l => l.Matches), learned.Max(l => l.Households));
        Prevalence = new(Math.Max(0.5, matches) / allPairs, Math.Max(0.01, households) / allPairs, 1 - (matches + households) / allPairs);
    }

    private sealed record Learned(IReadOnlySet<int> Fixed, double[][] M, double[] HouseholdSame, double Matches, double Households);

    private Learned Learn((IReadOnlySet<int> Fixed, double Pairs, Patterns Seen) rule)
    {
        var m = Result.M.Select(levels => levels.ToArray()).ToArray();
        var householdSame = Result.U.Select(levels => levels[ValueSet.Same]).ToArray();
        var shares = new Shares(0.3, 0.1, 0.6);
        for (var step = 0; step < Steps; step++)
        {
            var (counted, inHouseholds) = (Empty(), Empty());
            var (match, household, strangers) = (0.0, 0.0, 0.0);
            foreach (var (levels, count) in rule.Seen.All)
            {
                var p = Likelihood(levels, shares, m, householdSame, rule.Fixed).Scaled;
                match += count * p.Match;
                household += count * p.Household;
                strangers += count * p.Strangers;
                Count(counted, levels, count * p.Match);
                Count(inHouseholds, levels, count * p.Household);
            }
            var total = match + household + strangers;
            shares = new((match + 0.1) / total, (household + 0.1) / total, (strangers + 0.1) / total);
            for (var slot = 0; slot < set.SlotCount; slot++)
            {
                if (rule.Fixed.Contains(slot)) continue;
                var sum = counted[slot].Sum() + Prior;
                for (var level = 1; level < m[slot].Length; level++)
                    m[slot][level] = Math.Max(LeastM, (counted[slot][level] + Prior / (m[slot].Length - 1)) / sum);
                householdSame[slot] = (inHouseholds[slot][ValueSet.Same] + HouseholdPrior * Result.U[slot][ValueSet.Same]) / (inHouseholds[slot].Sum() + HouseholdPrior);
            }
        }
        var scale = rule.Pairs / rule.Seen.Total;
        var seen = shares.Sum;
        return new(rule.Fixed, m, householdSame, shares.Match / seen * rule.Seen.Total * scale, shares.Household / seen * rule.Seen.Total * scale);
    }

    private Shares Likelihood(byte[] levels, Shares prior, double[][] m, double[] householdSame, IReadOnlySet<int>? left)
    {
        var (match, household, strangers) = (prior.Match, prior.Household, prior.Strangers);
        for (var slot = 0; slot < levels.Length; slot++)
        {
            var level = levels[slot];
            if (level == ValueSet.Missing || left?.Contains(slot) == true) continue;
            match *= m[slot][level];
            household *= Result.IsShared(slot) ? m[slot][level] : level == ValueSet.Same ? householdSame[slot] : Result.U[slot][level];
            strangers *= Result.U[slot][level];
        }
        return new(match, household, strangers);
    }

    // More agreement may never count for less: neighbouring levels that say otherwise are taken together.
    private void MakeMonotone()
    {
        for (var slot = 0; slot < set.Fields.Count; slot++)
        {
            var (m, u) = (Result.M[slot], Result.U[slot]);
            List<(double M, double U, int Levels)> pools = [];
            for (var level = 1; level < m.Length; level++)
            {
                pools.Add((m[level], u[level], 1));
                while (pools.Count > 1 && pools[^1].M / pools[^1].U > pools[^2].M / pools[^2].U)
                {
                    var (one, two) = (pools[^2], pools[^1]);
                    pools.RemoveRange(pools.Count - 2, 2);
                    pools.Add((one.M + two.M, one.U + two.U, one.Levels + two.Levels));
                }
            }
            var at = 1;
            foreach (var pool in pools)
                for (var i = 0; i < pool.Levels; i++, at++) (m[at], u[at]) = (pool.M / pool.Levels, pool.U / pool.Levels);
        }
    }

    private double[][] Empty() => [.. Enumerable.Range(0, set.SlotCount).Select(slot => new double[set.LevelCount(slot)])];

    private static void Count(double[][] counted, byte[] levels, double weight)
    {
        for (var slot = 0; slot < levels.Length; slot++)
            if (levels[slot] != ValueSet.Missing) counted[slot][levels[slot]] += weight;
    }
}
