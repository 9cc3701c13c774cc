using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>What may be chosen about an ecomap.</summary>
public sealed record EcomapOptions
{
    /// <summary>The day of the picture (its end); null: everything that is dated has begun, and what has an end is over.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether the signs used are explained below the picture (凡例).</summary>
    public bool HasLegend { get; init; } = true;

    /// <summary>How years are written in the picture and in what is said of it.</summary>
    public Years Years { get; init; }

    /// <summary>What has a place on the sheet, in this order within each kind, there on the day or not; by default every node of the network.</summary>
    /// <remarks>Wanted where networks of different days are drawn of one household, whose members change. Nodes not among them follow.</remarks>
    public IReadOnlyList<Node>? Places { get; init; }

    /// <summary>What the picture is called.</summary>
    public string Title { get; init; } = "エコマップ";
}

/// <summary>エコマップ: a network drawn.</summary>
/// <param name="Network">The network as it is drawn: at the day of the picture.</param>
/// <param name="Drawing">The drawing.</param>
public sealed record Ecomap(Network Network, Drawing Drawing)
{
    const double Margin = 24;
    const double Growth = 1.08;
    const int MostTries = 60;

    /// <summary>Draws a network: the household in the middle, the rest around it by kind, no wider than it needs to be clear.</summary>
    /// <remarks>
    /// The same network gives the same drawing, and everything has one place, whatever the day (ADR 0057); what is added pushes the others along the
    /// circle and no further.
    /// </remarks>
    public static Ecomap Draw(Network network, EcomapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new();
        var shown = network.At(options.Day ?? DateOnly.MaxValue);
        var circle = new Circle(shown, (options.Places ?? []).Concat(network.Nodes).DistinctBy(n => n.Id));
        for (var i = 0; i < MostTries; i++)
        {
            var trial = Sheet(shown, circle, options with { HasLegend = false }).Check();
            if (trial.Overlaps + trial.Strikes == 0 && !circle.IsCrowded)
                break;
            circle.Grow(Growth);
        }

        return new(shown, Sheet(shown, circle, options));
    }

    static Drawing Sheet(Network network, Circle circle, EcomapOptions options)
    {
        var figures = new EcomapPainter(network, circle, options.Years).Figures().ToList();
        var bounds = figures.SelectMany(f => f.Shapes).Select(s => s.Bounds).Concat(circle.Spots.Values.Select(s => s.Box)).Aggregate((a, b) => a.With(b));
        var by = new Point(Margin - bounds.Left, Margin - bounds.Top);
        figures = figures.ConvertAll(f => f with { Shapes = [.. f.Shapes.Select(s => Moved(s, by))] });
        var (width, height) = (bounds.Width + 2 * Margin, bounds.Height + 2 * Margin);
        if (options.HasLegend)
            (width, height) = Legend.Add(figures, EcomapSigns.Of(network), Margin, width, height);
        return new(options.Title, EcomapText.Whole(network, options.Day, options.Years), Math.Ceiling(width), Math.Ceiling(height), figures);
    }

    static Shape Moved(Shape shape, Point by) => shape switch
    {
        Line l => l with { Points = [.. l.Points.Select(p => p + by)] },
        Polygon p => p with { Points = [.. p.Points.Select(q => q + by)] },
        Rectangle r => r with { Box = Moved(r.Box, by) },
        Ellipse e => e with { Box = Moved(e.Box, by) },
        Text t => t with { Middle = t.Middle + by },
        _ => shape,
    };

    static Box Moved(Box box, Point by) => new(box.Left + by.X, box.Top + by.Y, box.Right + by.X, box.Bottom + by.Y);
}
