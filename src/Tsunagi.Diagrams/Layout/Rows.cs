namespace Tsunagi.Diagrams.Layout;

/// <summary>The rows of one connected part of a family: its units and the lines between them.</summary>
sealed class Rows
{
    readonly Dictionary<int, Unit> unitOf = [];

    public Rows(Kin kin, IReadOnlyList<List<int>> blocks, int[] rowOf, IEnumerable<Net> nets)
    {
        Kin = kin;
        var first = blocks.Min(b => rowOf[b[0]]);
        foreach (var block in blocks)
        {
            var unit = new Unit(rowOf[block[0]] - first, block);
            Add(unit);
            foreach (var member in block)
            {
                unitOf[member] = unit;
            }
        }

        foreach (var net in nets)
        {
            AddNet(net);
        }
    }

    public Kin Kin { get; }

    public List<List<Unit>> Units { get; private set; } = [];

    /// <summary>By the row they leave from.</summary>
    public IEnumerable<Hop> HopsFrom(int row) => Units[row].SelectMany(u => u.Below).Select(e => e.Hop).Distinct();

    public Unit UnitOf(int number) => unitOf[number];

    public bool Has(int number) => unitOf.ContainsKey(number);

    void Add(Unit unit)
    {
        while (Units.Count <= unit.Row)
        {
            Units.Add([]);
        }

        unit.Index = Units[unit.Row].Count;
        Units[unit.Row].Add(unit);
    }

    void AddNet(Net net)
    {
        var from = net.Partners.Select(UnitOf).MaxBy(u => u.Row)!;
        var spot = UpperSpot(net, from);
        var ahead = net.Children.Select(c => (Child: c, Unit: UnitOf(c.Child))).Where(c => c.Unit.Row > from.Row).ToList();
        while (ahead.Count > 0)
        {
            var hop = new Hop(net, from);
            foreach (var (child, unit) in ahead.Where(c => c.Unit.Row == from.Row + 1))
            {
                Join(new(hop, unit, unit.Members.IndexOf(child.Child), child), spot);
            }

            ahead.RemoveAll(c => c.Unit.Row == from.Row + 1);
            if (ahead.Count == 0)
                return;
            var passage = new Unit(from.Row + 1, [], net);
            Add(passage);
            Join(new(hop, passage, 0, null), spot);
            (from, spot) = (passage, 0);
        }
    }

    static void Join(Edge edge, double spot)
    {
        edge.UpperSpot = spot;
        edge.Hop.Edges.Add(edge);
        edge.Upper.Below.Add(edge);
        edge.Lower.Above.Add(edge);
    }

    static double UpperSpot(Net net, Unit from)
    {
        var spots = net.Partners.Where(from.Members.Contains).Select(p => (double)from.Members.IndexOf(p)).ToList();
        if (spots.Count < 2)
            return spots[0];
        var middle = spots.Average();
        return net.Side is { } side && from.Members.IndexOf(side) is >= 0 and var at ? middle + Math.Sign(at - middle) * 0.2 : middle;
    }

    /// <summary>Numbers the units of a row anew, after they were put in another order.</summary>
    public void Renumber(int row)
    {
        var start = 0.0;
        foreach (var (i, unit) in Units[row].Index())
        {
            (unit.Index, unit.Start) = (i, start);
            start += Math.Max(1, unit.Members.Count);
        }
    }

    public void Renumber()
    {
        for (var row = 0; row < Units.Count; row++)
        {
            Renumber(row);
        }
    }

    /// <summary>Takes up an order kept before.</summary>
    public void Restore(List<List<Unit>> order)
    {
        Units = [.. order.Select(row => new List<Unit>(row))];
        Renumber();
    }

    public List<List<Unit>> Copy() => [.. Units.Select(row => new List<Unit>(row))];
}
