using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>The signs that an ecomap uses.</summary>
static class EcomapSigns
{
    public static IReadOnlyList<Sign> Of(Network network) => [.. Kinds(network), .. Strengths(network), .. Others(network)];

    static IEnumerable<Sign> Kinds(Network network) => Enum.GetValues<NodeKind>().Where(k => network.Nodes.Any(n => n.Kind == k))
        .Select(k => new Sign(EcomapText.KindOf(k), at => [EcomapPainter.Outline(k, Box.Around(at, 30, 18))]));

    static IEnumerable<Sign> Strengths(Network network) => Enum.GetValues<Strength>().Where(s => network.Ties.Any(t => t.Strength == s))
        .Select(s => Sign.OfLine(EcomapText.StrengthOf(s) + "つながり", TieShapes.StyleOf(s)));

    static IEnumerable<Sign> Others(Network network)
    {
        if (network.Ties.Any(t => t.IsStressful))
            yield return new("葛藤がある", at => TieShapes.Of(new("a", "b", IsStressful: true), Ends(at)));
        if (network.Ties.Any(t => t.Direction != Direction.None))
            yield return new("働きかけの向き", at => TieShapes.Of(new("a", "b", Direction: Direction.Forth), Ends(at)));
    }

    static Point[] Ends(Point at) => [new(at.X - Sign.Width / 2, at.Y), new(at.X + Sign.Width / 2, at.Y)];
}
