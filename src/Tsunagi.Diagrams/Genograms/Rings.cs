using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>Draws the ring around those who live together: around them all, and nobody else.</summary>
sealed class Rings(Part part, Shown shown)
{
    const double Neck = 4.5;

    readonly Kin kin = part.Rows.Kin;

    /// <summary>The outline; null when there is none that leaves everybody else out.</summary>
    public IReadOnlyList<Point>? Around(Household household, int index)
    {
        var members = household.Members.Select(m => kin.NumberOf(m.Person)).ToHashSet();
        if (!members.All(part.Has))
            return null;
        var pad = 8 - index % 3 * 2.5;
        var rows = members.GroupBy(m => part.Rows.UnitOf(m).Row).ToDictionary(g => g.Key, g => Runs([.. g], members, pad));
        var boxes = Connect(rows, index % 3 * 2);
        return boxes is not null && !MeetsOthers(boxes, members) ? Outline.Of(boxes) : null;
    }

    bool IsThere(int number) => shown.PersonAt(number) is not null;

    /// <summary>Members who stand side by side without anybody between.</summary>
    List<Box> Runs(List<int> inRow, HashSet<int> members, double pad)
    {
        var runs = new List<Box>();
        var isOpen = false;
        foreach (var person in part.Rows.Units[part.Rows.UnitOf(inRow[0]).Row].SelectMany(u => u.Members).Where(IsThere))
        {
            if (!members.Contains(person))
            {
                isOpen = false;
                continue;
            }

            var cell = part.CellOf(person).Widen(pad);
            if (isOpen)
                runs[^1] = runs[^1].With(cell);
            else
                runs.Add(cell);
            isOpen = true;
        }

        return runs;
    }

    /// <summary>Joins the runs through the spaces between the rows, where nobody stands.</summary>
    List<Box>? Connect(Dictionary<int, List<Box>> rows, double lower)
    {
        var boxes = new List<Box>();
        var (first, last) = (rows.Keys.Min(), rows.Keys.Max());
        if (first == last && rows[first].Count == 1)
            return rows[first];
        var above = new List<Box>();
        for (var row = first; row <= last; row++)
        {
            var here = rows.TryGetValue(row, out var runs) ? runs : FreeColumn(row, above);
            if (here is null)
                return null;
            if (row > first)
                here = Join(boxes, above, here, StripOf(row - 1, lower));
            above = here;
        }

        if (first == last)
            above = Join(boxes, above, [], StripOf(first, lower));
        return [.. boxes, .. above];
    }

    (double Top, double Bottom) StripOf(int row, double lower)
    {
        var middle = part.Bottom(row) + Sizes.OverBars / 2 + lower;
        return (middle - Neck, middle + Neck);
    }

    static List<Box> Join(List<Box> boxes, List<Box> above, List<Box> below, (double Top, double Bottom) strip)
    {
        boxes.AddRange(above.Select(b => b with { Bottom = strip.Bottom }));
        var reaching = below.ConvertAll(b => b with { Top = strip.Top });
        var ends = above.Concat(below).ToList();
        var (from, to) = (ends.Min(b => b.Right) - 2 * Neck, ends.Max(b => b.Left) + 2 * Neck);
        if (from < to)
            boxes.Add(new(from, strip.Top, to, strip.Bottom));
        return reaching;
    }

    /// <summary>A free way down through a row without members, near those above.</summary>
    List<Box>? FreeColumn(int row, List<Box> above)
    {
        var cells = part.Rows.Units[row].SelectMany(u => u.Members).Where(IsThere).Select(part.CellOf).ToList();
        var wish = above.Average(b => b.Middle.X);
        var gaps = cells.Zip(cells.Skip(1), (a, b) => (a.Right + b.Left) / 2);
        var ways = cells.Count == 0 ? [wish] : gaps.Append(cells[0].Left - 3 * Neck).Append(cells[^1].Right + 3 * Neck);
        var way = ways.MinBy(x => Math.Abs(x - wish));
        return [new(way - Neck, part.Top(row) - Neck, way + Neck, part.Bottom(row) + Neck)];
    }

    bool MeetsOthers(List<Box> boxes, HashSet<int> members) =>
        part.Persons.Where(p => IsThere(p) && !members.Contains(p)).Select(part.CellOf).Any(cell => boxes.Exists(b => b.Meets(cell)));
}
