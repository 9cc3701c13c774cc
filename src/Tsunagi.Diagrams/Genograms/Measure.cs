using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>The line of a couple within a unit; lengths count from the left edge of the unit.</summary>
/// <param name="Couple">Who.</param>
/// <param name="Left">The number of the left one.</param>
/// <param name="Right">The number of the right one.</param>
/// <param name="IsBracket">True when others stand between, so that the line goes round below.</param>
sealed record CoupleLine(Couple Couple, int Left, int Right, bool IsBracket)
{
    public double LeftLeg { get; set; }

    public double RightLeg { get; set; }

    /// <summary>How far below the middle the legs leave the symbols, so that several do not lie on each other.</summary>
    public double LeftFall { get; set; }

    public double RightFall { get; set; }
}

/// <summary>Measures a unit: how wide it is, where its members stand and where its lines leave and arrive.</summary>
sealed class Measure
{
    readonly Rows rows;
    readonly Func<int, double> widthOf;
    readonly ILookup<Unit, Couple> couples;

    public Measure(Rows rows, Func<int, double> widthOf)
    {
        (this.rows, this.widthOf) = (rows, widthOf);
        var own = rows.Units.SelectMany(row => row).SelectMany(u => u.Members).ToHashSet();
        couples = rows.Kin.Couples.Where(c => !c.IsAcrossRows && own.Contains(c.A)).ToLookup(c => rows.UnitOf(c.A));
        foreach (var unit in rows.Units.SelectMany(row => row))
        {
            if (unit.Passing is not null)
                MeasurePassage(unit);
            else
                MeasureMembers(unit);
        }

        foreach (var unit in rows.Units.SelectMany(row => row))
        {
            SpreadArrivals(unit);
        }
    }

    public Dictionary<Unit, List<CoupleLine>> Lines { get; } = [];

    static void MeasurePassage(Unit unit)
    {
        unit.Width = Sizes.Passage;
        foreach (var edge in unit.Below)
        {
            edge.UpperX = Sizes.Passage / 2;
            edge.Hop.Slack = Sizes.Passage / 2 - 1;
        }
    }

    void MeasureMembers(Unit unit)
    {
        var lines = LinesOf(unit);
        Lines[unit] = lines;
        unit.Middles = new double[unit.Members.Count];
        var left = 0.0;
        foreach (var (i, member) in unit.Members.Index())
        {
            var width = widthOf(member);
            unit.Middles[i] = left + width / 2;
            left += width;
            if (i + 1 < unit.Members.Count)
                left += MeasureGap(unit, i, left, lines);
        }

        unit.Width = left;
        PlaceSingles(unit);
    }

    List<CoupleLine> LinesOf(Unit unit)
    {
        var lines = new List<CoupleLine>();
        var straight = new HashSet<int>();
        foreach (var couple in couples[unit].OrderBy(c => c.Union.State == UnionState.Together ? 0 : 1))
        {
            var (a, b) = (unit.Members.IndexOf(couple.A), unit.Members.IndexOf(couple.B));
            var (l, r) = a < b ? (a, b) : (b, a);
            lines.Add(new(couple, unit.Members[l], unit.Members[r], !(r == l + 1 && straight.Add(l))));
        }

        return lines;
    }

    /// <summary>Shares the gap after a member among the legs and drops in it; answers its width.</summary>
    double MeasureGap(Unit unit, int i, double left, List<CoupleLine> lines)
    {
        var (here, next) = (unit.Members[i], unit.Members[i + 1]);
        var straight = lines.Find(l => !l.IsBracket && l.Left == here && l.Right == next);
        var leftLegs = lines.Where(l => l.IsBracket && l.Left == here).OrderBy(l => unit.Members.IndexOf(l.Right)).ToList();
        var rightLegs = lines.Where(l => l.IsBracket && l.Right == next).OrderBy(l => unit.Members.IndexOf(l.Left)).ToList();
        var drops = straight is null ? 0 : straight.Couple.Union.State == UnionState.Together ? 1 : 3;
        var slots = leftLegs.Count + drops + rightLegs.Count;
        var least = straight is null ? Sizes.UnitGap : drops == 3 ? Sizes.BrokenCoupleGap : Sizes.CoupleGap;
        var width = Math.Max(least, (slots + 1) * Sizes.Slot);
        var step = width / (slots + 1);
        // The leg nearest the symbol leaves it lowest, so that those further out pass over it.
        foreach (var (k, line) in leftLegs.Index())
        {
            (line.LeftLeg, line.LeftFall) = (left + (k + 1) * step, Fall(k, leftLegs.Count));
            SetDrops(unit, line, line.LeftLeg, isLeft: true);
        }

        foreach (var (k, line) in rightLegs.Index())
        {
            (line.RightLeg, line.RightFall) = (left + width - (k + 1) * step, Fall(k, rightLegs.Count));
            SetDrops(unit, line, line.RightLeg, isLeft: false);
        }

        if (straight is not null)
            SetStraightDrops(unit, straight, left + leftLegs.Count * step, step, slots == 1 ? step - 4 : step / 2 - 2);
        return width;
    }

    // Shared out evenly between just below the middle and just above the foot.
    static double Fall(int k, int count)
    {
        const double Highest = 4, Lowest = 19, Usual = 7;
        return count == 1 ? Usual : Lowest - k * Math.Min(Usual, (Lowest - Highest) / (count - 1));
    }

    static IEnumerable<Hop> HopsOf(Unit unit, Union union) => unit.Below.Select(e => e.Hop).Distinct().Where(h => h.Net.Union == union && !h.Net.IsMarriage);

    static void SetStraightDrops(Unit unit, CoupleLine line, double left, double step, double slack)
    {
        foreach (var hop in HopsOf(unit, line.Couple.Union))
        {
            var isWhole = line.Couple.Union.State == UnionState.Together;
            var spot = isWhole || hop.Net.Side == line.Left ? 1 : hop.Net.Side == line.Right ? 3 : 2;
            SetSource(hop, left + spot * step, slack);
        }
    }

    /// <summary>What hangs on a bracket drops from beside one of its legs: the custodian's, else that of who has fewer partners.</summary>
    void SetDrops(Unit unit, CoupleLine line, double x, bool isLeft)
    {
        var isLeftUsual = PartnersIn(unit, line.Left) < PartnersIn(unit, line.Right);
        foreach (var hop in HopsOf(unit, line.Couple.Union))
        {
            if (isLeft == (hop.Net.Side is { } side ? side == line.Left : isLeftUsual))
                SetSource(hop, x + (isLeft ? Sizes.Aside : -Sizes.Aside), Sizes.Aside - 1);
        }
    }

    int PartnersIn(Unit unit, int member) => couples[unit].Count(c => c.A == member || c.B == member);

    /// <summary>What hangs on one parent comes down from under the symbol, side by side.</summary>
    void PlaceSingles(Unit unit)
    {
        var singles = unit.Below.Select(e => e.Hop).Distinct().Where(h => h.Net.Partners.Count(unit.Members.Contains) == 1);
        foreach (var hops in singles.GroupBy(h => h.Net.Partners.First(unit.Members.Contains)).Select(g => (Parent: g.Key, All: g.ToList())))
        {
            var step = Math.Min(Sizes.Slot, Sizes.Symbol * 0.8 / hops.All.Count);
            foreach (var (i, hop) in hops.All.Index())
            {
                var aside = (i - (hops.All.Count - 1) / 2.0) * step;
                SetSource(hop, unit.Middles[unit.Members.IndexOf(hops.Parent)] + aside, rows.Kin.IsPerson(hops.Parent) ? Math.Min(8, step / 2 - 1) : 0);
            }
        }
    }

    static void SetSource(Hop hop, double x, double slack)
    {
        hop.Slack = slack;
        foreach (var edge in hop.Edges)
        {
            edge.UpperX = x;
        }
    }

    /// <summary>Several lines to one child arrive side by side, in the order in which they come.</summary>
    static void SpreadArrivals(Unit unit)
    {
        foreach (var edge in unit.Above.Where(e => e.Child is null))
        {
            edge.LowerX = Sizes.Passage / 2;
        }

        foreach (var child in unit.Above.Where(e => e.Child is not null).GroupBy(e => e.Child!.Child))
        {
            var arrivals = child.OrderBy(e => e.Upper.Index).ThenBy(e => e.UpperX).ToList();
            var middle = unit.Middles[unit.Members.IndexOf(child.Key)];
            foreach (var (i, edge) in arrivals.Index())
            {
                edge.LowerX = middle + (i - (arrivals.Count - 1) / 2.0) * Math.Min(Sizes.Arrival, Sizes.Symbol * 0.7 / arrivals.Count);
            }
        }
    }
}
