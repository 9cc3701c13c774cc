namespace Tsunagi.Diagrams.Drawings;

/// <summary>A sign of a legend: words, and how the sign is drawn around a point.</summary>
sealed record Sign(string Words, Func<Point, IEnumerable<Shape>> Draw)
{
    /// <summary>The width of a sample.</summary>
    public const double Width = 34;

    public static Sign OfLine(string words, LineStyle style) => new(words, at => [Across(at, style)]);

    public static Line Across(Point at, LineStyle style = LineStyle.Solid) => new([new(at.X - Width / 2, at.Y), new(at.X + Width / 2, at.Y)], style);
}

/// <summary>凡例: the signs that a picture uses, explained below it.</summary>
static class Legend
{
    const double Size = 12;
    const double LeastColumn = 118;
    const double Row = 30;
    const int MostColumns = 6;

    /// <summary>Adds the legend below, where there is anything to explain; answers the size of the sheet then.</summary>
    public static (double Width, double Height) Add(List<Figure> figures, IReadOnlyList<Sign> signs, double margin, double width, double height)
    {
        if (signs.Count == 0)
            return (width, height);
        var column = Math.Max(LeastColumn, signs.Max(s => TextWidth.Of(s.Words, Size)) + Sign.Width + 24);
        var sheet = Math.Max(width, 2 * margin + 2 * column);
        var columns = Math.Clamp((int)((sheet - 2 * margin) / column), 1, MostColumns);
        var shapes = new List<Shape> { new Line([new(margin, height - 10), new(Math.Min(sheet, 2 * margin + columns * column) - margin, height - 10)]) };
        foreach (var (i, sign) in signs.Index())
        {
            var at = new Point(margin + i % columns * column, height + 10 + i / columns * Row);
            shapes.AddRange(sign.Draw(new(at.X + Sign.Width / 2, at.Y)));
            shapes.Add(new Text(new(at.X + Sign.Width + 8, at.Y), sign.Words, Size, IsStart: true));
        }

        figures.Add(new(FigureRole.Legend, "legend", [("legend", "true")], "凡例", shapes));
        return (sheet, height + 10 + (signs.Count + columns - 1) / columns * Row + 6);
    }
}
