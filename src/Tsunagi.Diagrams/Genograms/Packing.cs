namespace Tsunagi.Diagrams.Genograms;

/// <summary>Lays the parts of a genogram beside and below each other.</summary>
static class Packing
{
    // A sheet lying on its side.
    const double Proportion = 1.5;
    const double LeastWidth = 360;

    /// <summary>Gives each part its place in lines of text, as it were; answers the size of the whole.</summary>
    public static (double Width, double Height) Place(IReadOnlyList<Part> parts)
    {
        var area = parts.Sum(p => (p.Width + Sizes.PartGap) * (p.Height + Sizes.PartGap));
        var width = Math.Max(LeastWidth, Math.Max(parts.Max(p => p.Width), Math.Sqrt(area * Proportion)));
        var (x, y, height, right) = (0.0, 0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            if (x > 0 && x + part.Width > width)
                (x, y, height) = (0, y + height + Sizes.PartGap, 0);
            part.Origin = new(Sizes.Margin + x, Sizes.Margin + y);
            right = Math.Max(right, x + part.Width);
            height = Math.Max(height, part.Height);
            x += part.Width + Sizes.PartGap;
        }

        return (right + 2 * Sizes.Margin, y + height + 2 * Sizes.Margin);
    }
}
