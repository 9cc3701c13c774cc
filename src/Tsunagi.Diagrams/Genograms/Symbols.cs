using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>The symbols of persons: male □, female ○, not known △.</summary>
static class Symbols
{
    const double Inset = 4;

    public static IEnumerable<Shape> Of(Person person, Point middle, Label label, DeceasedMark deceased)
    {
        var isFilled = person.Died is not null && deceased == DeceasedMark.Filled;
        yield return Outline(person.Sex, middle, Sizes.Symbol, isFilled ? Fill.Black : Fill.White);
        if (person.IsIndex)
            yield return Outline(person.Sex, middle, Sizes.Symbol - 2 * Inset, isFilled ? Fill.Black : Fill.White);
        if (person.Died is not null && !isFilled)
        {
            foreach (var stroke in Cross(person.Sex, middle))
            {
                yield return stroke;
            }
        }

        if (label.Inside.Length > 0)
            yield return person.Sex == Sex.Unknown ? InTriangle(middle, label.Inside) : new Text(middle, label.Inside, label.Inside.Length > 3 ? 10 : 13);
        if (person.IsKey)
            yield return new Text(new(middle.X + Sizes.Symbol / 2 + 7, middle.Y - Sizes.Symbol / 2 + 6), "★", 13);
        foreach (var (i, line) in label.Lines.Index())
        {
            yield return new Text(new(middle.X, middle.Y + Sizes.Symbol / 2 + Sizes.LabelGap + (i + 0.5) * Label.LineHeight), line, Label.Size);
        }
    }

    static Shape Outline(Sex sex, Point middle, double size, Fill fill) => sex switch
    {
        Sex.Male => new Rectangle(Box.Around(middle, size, size), fill),
        Sex.Female => new Ellipse(Box.Around(middle, size, size), fill),
        Sex.Unknown => Triangle(middle, size, fill),
    };

    // The longer, the smaller and lower, where a triangle has its room.
    static Text InTriangle(Point middle, string words)
    {
        var (lower, size) = words.Length switch { < 3 => (7, 13), 3 => (11, 10), _ => (12.5, 8) };
        return new(middle with { Y = middle.Y + lower }, words, size);
    }

    // The inner of two triangles lies lower, where a triangle has its room.
    static Polygon Triangle(Point middle, double size, Fill fill)
    {
        var foot = middle.Y + Sizes.Symbol / 2 - (Sizes.Symbol - size) * 0.35;
        return new([new(middle.X, foot - size), new(middle.X + size / 2, foot), new(middle.X - size / 2, foot)], fill);
    }

    static IEnumerable<Line> Cross(Sex sex, Point m)
    {
        const double Half = Sizes.Symbol / 2;
        if (sex == Sex.Unknown)
            return [new([new(m.X - Half / 2, m.Y), new(m.X + Half, m.Y + Half)]), new([new(m.X + Half / 2, m.Y), new(m.X - Half, m.Y + Half)])];
        var reach = sex == Sex.Male ? Half : Half / Math.Sqrt(2);
        return [new([new(m.X - reach, m.Y - reach), new(m.X + reach, m.Y + reach)]), new([new(m.X + reach, m.Y - reach), new(m.X - reach, m.Y + reach)])];
    }

    /// <summary>How far from the middle the outline lies to the side, at a height below the middle.</summary>
    public static double Side(Sex sex, double below) => sex switch
    {
        Sex.Male => Sizes.Symbol / 2,
        Sex.Female => Math.Sqrt(Math.Max(0, Sizes.Symbol * Sizes.Symbol / 4 - below * below)),
        Sex.Unknown => (Sizes.Symbol / 2 + below) / 2,
    };

    /// <summary>How far above the middle the outline lies, so far to the side.</summary>
    public static double Roof(Sex sex, double aside) => sex switch
    {
        Sex.Male => Sizes.Symbol / 2,
        Sex.Female => Math.Sqrt(Math.Max(0, Sizes.Symbol * Sizes.Symbol / 4 - aside * aside)),
        Sex.Unknown => Sizes.Symbol / 2 - 2 * Math.Abs(aside),
    };
}
