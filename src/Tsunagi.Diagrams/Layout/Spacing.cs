namespace Tsunagi.Diagrams.Layout;

/// <summary>Spreads things on a line: in a given order, apart, and as near as can be to where each wants to be.</summary>
/// <remarks>Least squares under an order (pool adjacent violators): exact, in linear time.</remarks>
static class Spacing
{
    /// <param name="wishes">Where each wants its left edge to be.</param>
    /// <param name="weights">How much; more than 0.</param>
    /// <param name="steps">How far at least the left edge lies right of that of the one before; the first counts from 0.</param>
    public static double[] Solve(double[] wishes, double[] weights, double[] steps)
    {
        var pools = new List<(double Sum, double Weight, int Count)>();
        var offset = 0.0;
        for (var i = 0; i < wishes.Length; i++)
        {
            offset += steps[i];
            var pool = (Sum: (wishes[i] - offset) * weights[i], Weight: weights[i], Count: 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Weight >= pool.Sum / pool.Weight)
            {
                var before = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pool = (before.Sum + pool.Sum, before.Weight + pool.Weight, before.Count + pool.Count);
            }

            pools.Add(pool);
        }

        return Spread(pools, steps);
    }

    static double[] Spread(List<(double Sum, double Weight, int Count)> pools, double[] steps)
    {
        var places = new double[steps.Length];
        var (i, offset) = (0, 0.0);
        foreach (var pool in pools)
        {
            for (var end = i + pool.Count; i < end; i++)
            {
                offset += steps[i];
                places[i] = pool.Sum / pool.Weight + offset;
            }
        }

        return places;
    }
}
