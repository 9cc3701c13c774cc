using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>A line across the space below a row: it comes down at one place and goes down at others.</summary>
/// <param name="Hop">What it is a part of.</param>
/// <param name="Source">Where it comes down.</param>
/// <param name="Targets">Where it goes down.</param>
/// <param name="Apexes">Those of the targets that are points between twins.</param>
sealed record Bar(Hop Hop, double Source, IReadOnlyList<double> Targets, IReadOnlyDictionary<Twins, double> Apexes)
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

    const double Near = 2.6;

    static readonly double[] ApexMoves = [0, 5, -5, 10, -10, 15, -15];
    static readonly double[] Moves = [0, 1, -1, 0.7, -0.7, 0.4, -0.4];

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
    public static List<Bar> Separate(IEnumerable<Hop> hops, Forks forks)
    {
        var all = hops.ToList();
        var single = all.SelectMany(h => h.Edges.Where(e => TwinsOf(h, e, forks) is null)).Select(Place).Order().ToList();
        var bars = all.ConvertAll(h => (Hop: h, Source: h.From.Left + h.Edges[0].UpperX, Apexes: ApexesOf(h, forks, single)));
        var targets = bars.ConvertAll(b => b.Hop.Edges.Where(e => TwinsOf(b.Hop, e, forks) is null).Select(Place).Concat(b.Apexes.Values).ToList());
        var taken = bars.SelectMany((b, i) => targets[i].Select(t => (Place: t, b.Hop))).OrderBy(t => t.Place).ToList();
        var places = taken.ConvertAll(t => t.Place);
        return [.. bars.Select((b, i) => new Bar(b.Hop, Free(b.Hop, b.Source, targets[i], taken, places), targets[i], b.Apexes))];
    }

    static Twins? TwinsOf(Hop hop, Edge edge, Forks forks) => edge.Child is { } child ? forks.Of(hop.Net, child.Child) : null;

    static double Place(Edge edge) => edge.Lower.Left + edge.LowerX;

    /// <summary>The points between twins; aside where somebody else stands right there.</summary>
    static Dictionary<Twins, double> ApexesOf(Hop hop, Forks forks, List<double> single) => hop.Edges
        .Where(e => TwinsOf(hop, e, forks) is not null)
        .GroupBy(e => TwinsOf(hop, e, forks)!)
        .ToDictionary(g => g.Key, g => Apex(g.Average(Place), single));

    static double Apex(double middle, List<double> single) =>
        ApexMoves.Select(m => middle + m).Where(x => !IsTaken(single, x)).DefaultIfEmpty(middle).First();

    static bool IsTaken(List<double> places, double place)
    {
        var at = places.BinarySearch(place - Near);
        at = at < 0 ? ~at : at;
        return at < places.Count && places[at] <= place + Near;
    }

    static double Free(Hop hop, double wish, List<double> targets, List<(double Place, Hop Hop)> taken, List<double> places)
    {
        // A straight line down is best where it can be had; a line that passes is straight above.
        var straight = targets.Where(t => Math.Abs(t - wish) <= hop.Slack).DefaultIfEmpty(wish).MinBy(t => Math.Abs(t - wish));
        var first = hop.From.Passing is null ? straight : wish;
        foreach (var part in Moves)
        {
            var place = part == 0 ? first : wish + part * hop.Slack;
            if (IsFree(hop, place, taken, places))
                return place;
        }

        return wish;
    }

    static bool IsFree(Hop hop, double place, List<(double Place, Hop Hop)> taken, List<double> places)
    {
        var at = places.BinarySearch(place - Near);
        for (var i = at < 0 ? ~at : at; i < places.Count && places[i] <= place + Near; i++)
        {
            if (taken[i].Hop != hop)
                return false;
        }

        return true;
    }
}
