using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>A thing on the sheet: its words and its place.</summary>
sealed record Spot(IReadOnlyList<string> Lines, Point Middle, double Width, double Height)
{
    public Box Box => Box.Around(Middle, Width, Height);
}

/// <summary>
/// Places the household in the middle and everything else around it: each kind in its own sector, on one ring or several. What is not there on the day of
/// the picture has its place all the same, so that nothing moves from day to day.
/// </summary>
sealed class Circle
{
    public const double Size = 12;
    public const double LineHeight = 16;

    const double Widest = 96;
    const double Room = 9;
    const int MostLines = 3;
    const double FirstDistance = 140;
    const int MostOnOneRing = 10;
    const int MostOnTwoRings = 28;

    readonly Network network;
    readonly List<Node> order;
    double distance = FirstDistance;

    public Circle(Network network, IEnumerable<Node> places)
    {
        this.network = network;
        // Each in its sector in the order of the list, so that a new one moves the others along and no more.
        order = [.. places.OrderBy(n => n.Kind)];
        Place();
    }

    public Dictionary<string, Spot> Spots { get; } = [];

    public Spot Centre { get; private set; } = new([], default, 0, 0);

    /// <summary>Everything lies within.</summary>
    public double Reach { get; private set; }

    /// <summary>True while some stand too near each other to be told apart at a glance.</summary>
    public bool IsCrowded => Spots.Values.Append(Centre).Index().ToList() is var all &&
        all.Exists(a => all.Exists(b => a.Index < b.Index && a.Item.Box.Widen(Room).Meets(b.Item.Box.Widen(Room))));

    public void Grow(double by)
    {
        distance *= by;
        Place();
    }

    /// <summary>True for two nodes beside each other on the circle, where it has one ring.</summary>
    public bool AreNeighbours(string a, string b)
    {
        var apart = Math.Abs(order.FindIndex(n => n.Id == a) - order.FindIndex(n => n.Id == b));
        return order.Count <= MostOnOneRing && (apart == 1 || apart == order.Count - 1);
    }

    /// <summary>The number that stands for a member, where there are several; null for everything else.</summary>
    public string? MarkOf(string id)
    {
        var at = network.Members.Index().Where(m => m.Item.Id == id).Select(m => m.Index).DefaultIfEmpty(-1).First();
        return at < 0 || network.Members.Count < 2 ? null : at < 20 ? ((char)('①' + at)).ToString() : $"({Genograms.Describe.Number(at + 1)})";
    }

    void Place()
    {
        var lines = CentreLines();
        Centre = new(lines, default, Math.Max(110, lines.Max(l => TextWidth.Of(l, Size + 1)) + 32), lines.Count * LineHeight + 28);
        var rings = order.Count <= MostOnOneRing ? 1 : order.Count <= MostOnTwoRings ? 2 : 3;
        Reach = 0;
        foreach (var (i, node) in order.Index())
        {
            var angle = AngleOf(i);
            var far = 1 + i % rings * 0.62;
            var (x, y) = ((Centre.Width / 2 + distance) * far, (Centre.Height / 2 + distance) * far);
            var words = TextWidth.Wrap(EcomapText.NamedOr(node.Name), Size, Widest, MostLines);
            var spot = new Spot(words, new(x * Math.Cos(angle), y * Math.Sin(angle)), WidthOf(node, words), words.Count * LineHeight + 16 + (node.Kind == NodeKind.Person ? 12 : 0));
            Spots[node.Id] = spot;
            Reach = Math.Max(Reach, new[] { spot.Box.Left, spot.Box.Right }.Max(x => new[] { spot.Box.Top, spot.Box.Bottom }.Max(y => Math.Sqrt(x * x + y * y))));
        }
    }

    // From the top clockwise.
    double AngleOf(int i) => -Math.PI / 2 + 2 * Math.PI * (i + 0.5) / order.Count;

    static double WidthOf(Node node, IReadOnlyList<string> words) =>
        words.Select(l => TextWidth.Of(l, Size)).DefaultIfEmpty(0).Max() + (node.Kind == NodeKind.Person ? 34 : 22);

    List<string> CentreLines()
    {
        var lines = network.Name.Length > 0 ? TextWidth.Wrap(network.Name, Size + 1, Widest * 1.5, MostLines).ToList() : [];
        lines.AddRange(network.Members.Select(m => TextWidth.Wrap($"{MarkOf(m.Id)} {EcomapText.NamedOr(m.Name)}".Trim(), Size + 1, Widest * 2, 1)[0]));
        return lines.Count > 0 ? lines : ["本人"];
    }
}
