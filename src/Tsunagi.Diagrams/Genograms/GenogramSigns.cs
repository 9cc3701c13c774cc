using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>The signs that a genogram uses.</summary>
static class GenogramSigns
{
    public static IReadOnlyList<Sign> Of(Family family, GenogramOptions options, bool hasMarks) =>
        [.. PersonSigns(family, options), .. UnionSigns(family, options), .. ChildSigns(family), .. HouseholdSigns(family, hasMarks)];

    static IEnumerable<Sign> PersonSigns(Family family, GenogramOptions options)
    {
        foreach (var (sex, words) in new[] { (Sex.Male, "男性"), (Sex.Female, "女性"), (Sex.Unknown, "性別不明") })
        {
            if (family.Persons.Any(p => p.Sex == sex))
                yield return new(words, at => Small(new Person("x", "", sex), at, options));
        }

        var sample = family.Persons.FirstOrDefault(p => p.IsIndex)?.Sex ?? Sex.Female;
        if (family.Persons.Any(p => p.IsIndex))
            yield return new("本人", at => Small(new Person("x", "", sample, isIndex: true), at, options));
        if (family.Persons.Any(p => p.Died is not null))
            yield return new("死亡", at => Small(new Person("x", "", Sex.Male, died: PartialDate.Unknown), at, options));
        if (family.Persons.Any(p => p.IsKey))
            yield return new("キーパーソン", at => [new Text(at, "★", 14)]);
    }

    // The symbols themselves, at half their size.
    static IEnumerable<Shape> Small(Person person, Point at, GenogramOptions options) =>
        Symbols.Of(person, new(0, 0), new Label([], ""), options.Deceased).Select(s => Half(s, at));

    static Shape Half(Shape shape, Point at) => shape switch
    {
        Rectangle r => r with { Box = Half(r.Box, at) },
        Ellipse e => e with { Box = Half(e.Box, at) },
        Polygon p => p with { Points = [.. p.Points.Select(q => Half(q, at))] },
        Line l => l with { Points = [.. l.Points.Select(q => Half(q, at))] },
        _ => shape,
    };

    static Point Half(Point p, Point at) => new(at.X + p.X / 2, at.Y + p.Y / 2);

    static Box Half(Box b, Point at) => new(at.X + b.Left / 2, at.Y + b.Top / 2, at.X + b.Right / 2, at.Y + b.Bottom / 2);

    static IEnumerable<Sign> UnionSigns(Family family, GenogramOptions options)
    {
        var couples = family.Unions.Where(u => u.Partners.Count == 2).ToList();
        if (couples.Exists(u => u.Kind == UnionKind.Married))
            yield return Sign.OfLine("婚姻", options.Marriage == MarriageLine.Double ? LineStyle.Double : LineStyle.Solid);
        if (couples.Exists(u => u.Kind == UnionKind.CommonLaw))
            yield return Sign.OfLine("内縁・事実婚", LineStyle.Dashed);
        if (couples.Exists(u => u.Kind == UnionKind.Unwed))
            yield return Sign.OfLine("婚姻関係なし", LineStyle.Dotted);
        if (couples.Exists(u => u.State == UnionState.Separated))
            yield return new("別居", at => [Sign.Across(at), Slash(at, 0)]);
        if (couples.Exists(u => u.State == UnionState.Divorced))
            yield return new("離婚・別離", at => [Sign.Across(at), Slash(at, -3), Slash(at, 3)]);
    }

    static IEnumerable<Sign> ChildSigns(Family family)
    {
        foreach (var (kind, words, style) in new[] { (ParentageKind.Adoptive, "養子", LineStyle.Dashed), (ParentageKind.Foster, "里子", LineStyle.Dotted), (ParentageKind.Step, "継子", LineStyle.DashDot) })
        {
            if (family.Parentages.Any(p => p.Kind == kind))
                yield return new(words, at => [new Line([new(at.X, at.Y - 12), new(at.X, at.Y + 12)], style)]);
        }

        if (family.Twins.Any(t => !t.IsIdentical))
            yield return new("双子", at => Fork(at));
        if (family.Twins.Any(t => t.IsIdentical))
            yield return new("一卵性の双子", at => [.. Fork(at), new Line([new(at.X - 5, at.Y), new(at.X + 5, at.Y)])]);
    }

    static IEnumerable<Sign> HouseholdSigns(Family family, bool hasMarks)
    {
        if (family.Households.Count > 0)
            yield return new("同居", at => [new Line([new(at.X - 15, at.Y - 10), new(at.X + 15, at.Y - 10), new(at.X + 15, at.Y + 10), new(at.X - 15, at.Y + 10)], LineStyle.DashDot, IsRounded: true, IsClosed: true)]);
        if (hasMarks)
            yield return new("同じ番号は同居", at => [new Text(at, "同居1", 11)]);
    }

    static Line Slash(Point at, double aside) => new([new(at.X + aside - 4, at.Y + 8), new(at.X + aside + 4, at.Y - 8)]);

    static Line[] Fork(Point at) => [new([new(at.X, at.Y - 10), new(at.X - 10, at.Y + 10)]), new([new(at.X, at.Y - 10), new(at.X + 10, at.Y + 10)])];
}
