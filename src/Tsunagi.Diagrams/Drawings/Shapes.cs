namespace Tsunagi.Diagrams.Drawings;

/// <summary>How a line is drawn: the style carries the meaning, never a colour.</summary>
public enum LineStyle
{
    /// <summary>実線.</summary>
    Solid,
    /// <summary>二重線.</summary>
    Double,
    /// <summary>太線.</summary>
    Thick,
    /// <summary>破線.</summary>
    Dashed,
    /// <summary>点線.</summary>
    Dotted,
    /// <summary>一点鎖線.</summary>
    DashDot,
}

/// <summary>How a closed shape is filled.</summary>
public enum Fill
{
    /// <summary>White: what lies below does not show.</summary>
    White,
    /// <summary>Black.</summary>
    Black,
}

/// <summary>One mark on the paper.</summary>
public abstract record Shape
{
    private protected Shape()
    {
    }

    /// <summary>The least upright rectangle around it.</summary>
    public abstract Box Bounds { get; }
}

/// <summary>A line through points; closed when it returns to the first by itself.</summary>
public sealed record Line(IReadOnlyList<Point> Points, LineStyle Style = LineStyle.Solid, bool IsRounded = false, bool IsClosed = false) : Shape
{
    /// <inheritdoc/>
    public override Box Bounds => new(Points.Min(p => p.X), Points.Min(p => p.Y), Points.Max(p => p.X), Points.Max(p => p.Y));
}

/// <summary>A rectangle.</summary>
public sealed record Rectangle(Box Box, Fill Fill = Fill.White, double Radius = 0, LineStyle Style = LineStyle.Solid) : Shape
{
    /// <inheritdoc/>
    public override Box Bounds => Box;
}

/// <summary>A circle or ellipse that fills a rectangle.</summary>
public sealed record Ellipse(Box Box, Fill Fill = Fill.White) : Shape
{
    /// <inheritdoc/>
    public override Box Bounds => Box;
}

/// <summary>A closed shape with straight sides.</summary>
public sealed record Polygon(IReadOnlyList<Point> Points, Fill Fill = Fill.White) : Shape
{
    /// <inheritdoc/>
    public override Box Bounds => new(Points.Min(p => p.X), Points.Min(p => p.Y), Points.Max(p => p.X), Points.Max(p => p.Y));
}

/// <summary>A line of text around a middle.</summary>
/// <param name="Middle">The middle of the line, both ways.</param>
/// <param name="Words">The text.</param>
/// <param name="Size">The height of an em.</param>
/// <param name="IsStart">True when <paramref name="Middle"/> is where the line starts, at half its height.</param>
/// <param name="HasGround">True when white lies under it, so that a line does not run through the letters.</param>
public sealed record Text(Point Middle, string Words, double Size, bool IsStart = false, bool HasGround = false) : Shape
{
    /// <inheritdoc/>
    public override Box Bounds
    {
        get
        {
            var width = TextWidth.Of(Words, Size);
            return Box.Around(IsStart ? new(Middle.X + width / 2, Middle.Y) : Middle, width, Size * 1.1);
        }
    }
}
