using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>One connected part of a genogram: everybody has their place, every line its track.</summary>
sealed class Part
{
    readonly Measure measure;
    readonly Func<int, Label?> labelOf;
    readonly Func<int, (double Width, double Height)> roomOf;
    readonly Forks forks;
    readonly double[] tops;
    readonly double[] bottoms;
    readonly double[] barTops;
    readonly Dictionary<CoupleLine, int> brackets = [];
    readonly Dictionary<Hop, Bar> bars = [];
    double left;

    /// <param name="rows">Who stands in which row.</param>
    /// <param name="labelOf">What is written under somebody on the day; null for who is not there.</param>
    /// <param name="roomOf">The room of somebody's symbol and label, whatever the day; none for who only stands in for others.</param>
    /// <param name="forks">Twins.</param>
    /// <param name="hasForksAt">Whether twins are born into a row.</param>
    public Part(Rows rows, Func<int, Label?> labelOf, Func<int, (double Width, double Height)> roomOf, Forks forks, Func<int, bool> hasForksAt)
    {
        (Rows, this.labelOf, this.roomOf, this.forks) = (rows, labelOf, roomOf, forks);
        Ordering.Apply(rows);
        measure = new(rows, n => roomOf(n).Width);
        Placement.Apply(rows, Sizes.UnitGap);
        (tops, bottoms, barTops) = (new double[rows.Units.Count], new double[rows.Units.Count], new double[rows.Units.Count]);
        SetHeights(hasForksAt);
        SetWidth();
    }

    public Rows Rows { get; }

    public double Width { get; private set; }

    public double Height => bottoms[^1];

    /// <summary>Where the part lies on the sheet.</summary>
    public Point Origin { get; set; }

    public IEnumerable<int> Persons => Rows.Units.SelectMany(row => row).SelectMany(u => u.Members).Where(Rows.Kin.IsPerson);

    public bool Has(int person) => Rows.Has(person);

    public IEnumerable<Bar> Bars => bars.Values;

    public IEnumerable<(Unit Unit, CoupleLine Line)> CoupleLines => measure.Lines.SelectMany(u => u.Value.Select(l => (u.Key, l)));

    public IReadOnlyList<CoupleLine> CoupleLinesOf(Unit unit) => measure.Lines[unit];

    void SetHeights(Func<int, bool> hasForksAt)
    {
        var y = 0.0;
        for (var row = 0; row < Rows.Units.Count; row++)
        {
            tops[row] = y += row > 0 && hasForksAt(row) ? Sizes.TwinRise : 0;
            y += RowHeight(row);
            bottoms[row] = y;
            var lines = Rows.Units[row].Where(u => u.Passing is null).SelectMany(u => measure.Lines[u].Where(l => l.IsBracket).Select(l => (Line: l, Left: u.Left + l.LeftLeg, Right: u.Left + l.RightLeg)));
            var tracks = Bands.Stack([.. lines.OrderBy(l => l.Right - l.Left)], l => (l.Left, l.Right), (l, track) => brackets[l.Line] = track);
            barTops[row] = y + Sizes.OverBars + tracks * Sizes.BracketStep;
            y = barTops[row] + SetBars(row) * Sizes.BarStep + Sizes.UnderBars;
        }
    }

    double RowHeight(int row) => Rows.Units[row].SelectMany(u => u.Members).Select(m => roomOf(m).Height).DefaultIfEmpty(0).Max();

    int SetBars(int row)
    {
        var found = Bands.Separate(Rows.HopsFrom(row), forks);
        foreach (var bar in found)
        {
            bars[bar.Hop] = bar;
        }

        return Bands.SetTracks(found);
    }

    void SetWidth()
    {
        var units = Rows.Units.SelectMany(row => row).ToList();
        left = Math.Min(units.Min(u => u.Left), bars.Values.Select(b => b.Left).DefaultIfEmpty(double.MaxValue).Min());
        Width = Math.Max(units.Max(u => u.Left + u.Width), bars.Values.Select(b => b.Right).DefaultIfEmpty(double.MinValue).Max()) - left;
    }

    public double X(double x) => Math.Round(x - left + Origin.X, 1);

    public double Top(int row) => Math.Round(tops[row] + Origin.Y, 1);

    public double Bottom(int row) => Math.Round(bottoms[row] + Origin.Y, 1);

    public double BarY(Bar bar) => Math.Round(barTops[bar.Hop.From.Row] + bar.Track * Sizes.BarStep + Origin.Y, 1);

    public double BracketY(Unit unit, CoupleLine line) => Bottom(unit.Row) + Sizes.BracketStep * (brackets[line] + 0.9);

    public Point MiddleOf(int person)
    {
        var unit = Rows.UnitOf(person);
        return new(X(unit.PlaceOf(person)), Top(unit.Row) + Sizes.Symbol / 2);
    }

    /// <summary>The lower end of a person's label.</summary>
    public double LabelBottom(int person) => Top(Rows.UnitOf(person).Row) + Sizes.Symbol + Sizes.LabelGap + labelOf(person)!.Height;

    /// <summary>Symbol and label together.</summary>
    public Box CellOf(int person)
    {
        var (middle, width) = (MiddleOf(person), roomOf(person).Width);
        return new(middle.X - width / 2, middle.Y - Sizes.Symbol / 2, middle.X + width / 2, LabelBottom(person));
    }
}
