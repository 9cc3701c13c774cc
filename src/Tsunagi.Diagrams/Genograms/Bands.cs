using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>A line across the space below a row: it comes down at one place and goes down at others.</summary>
sealed record Bar(Hop Hop, double Source, IReadOnlyList<double> Targets)
{
    public double Left { get; } = Math.Min(Source, Targets.Min());

    public double Right { get; } = Math.Max(Source, Targets.Max());

    public int Track { get; set; }

    /// <summary>Faults that come of it when this bar lies above another.</summary>
    public int CostAbove(Bar other)
    {
        const double Near = 3;
        var cost = other.Source > Left && other.Source < Right ? 1 : 0;
        foreach (var target in Targets)
        {
            if (target > other.Left && target < other.Right)
                cost++;
            if (Math.Abs(target - other.Source) < Near)
                cost += 8;
        }

        return cost;
    }
}

/// <summary>Gives the bars below a row their heights, so that none lies on another and few cross.</summary>
static class Bands
{
    const int Passes = 8;
    const double Apart = 8;

    /// <summary>Sets the tracks, counted from the top; answers how many there are.</summary>
    public static int SetTracks(List<Bar> bars)
    {
        var order = bars.OrderBy(b => IsToRight(b) ? 0 : 1).ThenBy(b => IsToRight(b) ? -b.Source : b.Source).ToList();
        Improve(order);
        return Stack(order, b => (b.Left, b.Right), (b, track) => b.Track = track);
    }

    static bool IsToRight(Bar bar) => bar.Left + bar.Right >= 2 * bar.Source;

    static void Improve(List<Bar> order)
    {
        for (var pass = 0; pass < Passes; pass++)
        {
            var changed = false;
            for (var i = 0; i + 1 < order.Count; i++)
            {
                if (order[i].CostAbove(order[i + 1]) <= order[i + 1].CostAbove(order[i]))
                    continue;
                (order[i], order[i + 1]) = (order[i + 1], order[i]);
                changed = true;
            }

            if (!changed)
                return;
        }
    }

    /// <summary>Lays each below all earlier ones it shares a place with.</summary>
    public static int Stack<T>(List<T> order, Func<T, (double Left, double Right)> span, Action<T, int> set)
    {
        var tracks = new List<List<(double Left, double Right)>>();
        foreach (var item in order)
        {
            var (left, right) = span(item);
            var track = tracks.Count;
            while (track > 0 && !tracks[track - 1].Exists(s => s.Left < right + Apart && left < s.Right + Apart))
            {
                track--;
            }

            if (track == tracks.Count)
                tracks.Add([]);
            tracks[track].Add((left, right));
            set(item, track);
        }

        return tracks.Count;
    }

    /// <summary>Moves the places where lines come down away from those where others go down, as far as they may.</summary>
    public static List<Bar> Separate(IEnumerable<Hop> hops)
    {
        var bars = hops.Select(h => (Hop: h, Source: h.From.Left + h.Edges[0].UpperX, Targets: h.Edges.Select(e => e.Lower.Left + e.LowerX).ToList())).ToList();
        var taken = bars.SelectMany(b => b.Targets.Select(t => (Place: t, b.Hop))).OrderBy(t => t.Place).ToList();
        var places = taken.ConvertAll(t => t.Place);
        return bars.ConvertAll(b => new Bar(b.Hop, Free(b.Hop, b.Source, b.Targets, taken, places), b.Targets));
    }

    static double Free(Hop hop, double wish, List<double> targets, List<(double Place, Hop Hop)> taken, List<double> places)
    {
        // A straight line down is best where it can be had.
        var straight = targets.Where(t => Math.Abs(t - wish) <= hop.Slack).DefaultIfEmpty(wish).MinBy(t => Math.Abs(t - wish));
        foreach (var place in new[] { straight, wish, wish + hop.Slack, wish - hop.Slack, wish + hop.Slack / 2, wish - hop.Slack / 2 })
        {
            if (IsFree(hop, place, taken, places))
                return place;
        }

        return wish;
    }

    static bool IsFree(Hop hop, double place, List<(double Place, Hop Hop)> taken, List<double> places)
    {
        const double Near = 3;
        var at = places.BinarySearch(place - Near);
        for (var i = at < 0 ? ~at : at; i < places.Count && places[i] <= place + Near; i++)
        {
            if (taken[i].Hop != hop)
                return false;
        }

        return true;
    }
}
