namespace Tsunagi.Diagrams.Drawings;

/// <summary>A point, in units of the drawing (pixels at 100 %), from the top left.</summary>
public readonly record struct Point(double X, double Y)
{
    /// <summary>The point moved by another.</summary>
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>The point moved by another.</summary>
    public static Point Add(Point left, Point right) => left + right;
}

/// <summary>An upright rectangle.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The distance from left to right.</summary>
    public double Width => Right - Left;

    /// <summary>The distance from top to bottom.</summary>
    public double Height => Bottom - Top;

    /// <summary>The point in the middle.</summary>
    public Point Middle => new((Left + Right) / 2, (Top + Bottom) / 2);

    /// <summary>A rectangle around a middle.</summary>
    public static Box Around(Point middle, double width, double height) =>
        new(middle.X - width / 2, middle.Y - height / 2, middle.X + width / 2, middle.Y + height / 2);

    /// <summary>The rectangle with a margin on every side; negative takes away.</summary>
    public Box Widen(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);

    /// <summary>The least rectangle that holds both.</summary>
    public Box With(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>True when they share more than an edge.</summary>
    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
