namespace Tsunagi.Diagrams.Drawings;

/// <summary>Finds what lies near: things by bands of height, the narrow ones of a band from left to right.</summary>
sealed class Near<T>
{
    const double Band = 60;
    const double Narrow = 150;

    readonly Dictionary<int, (List<(Box Box, T Item)> Narrow, List<(Box Box, T Item)> Wide)> bands = [];

    public Near(IEnumerable<T> items, Func<T, Box> boxOf)
    {
        foreach (var item in items)
        {
            var box = boxOf(item);
            for (var i = Of(box.Top); i <= Of(box.Bottom); i++)
            {
                var band = bands.TryGetValue(i, out var there) ? there : bands[i] = ([], []);
                (box.Width < Narrow ? band.Narrow : band.Wide).Add((box, item));
            }
        }

        foreach (var (narrow, _) in bands.Values)
        {
            narrow.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left));
        }
    }

    static int Of(double y) => (int)Math.Floor(y / Band);

    /// <summary>Everything whose box touches this one, once each.</summary>
    public IEnumerable<T> To(Box box)
    {
        for (var i = Of(box.Top); i <= Of(box.Bottom); i++)
        {
            if (!bands.TryGetValue(i, out var band))
                continue;
            for (var k = From(band.Narrow, box.Left - Narrow); k < band.Narrow.Count && band.Narrow[k].Box.Left <= box.Right; k++)
            {
                if (Touches(i, box, band.Narrow[k].Box))
                    yield return band.Narrow[k].Item;
            }

            foreach (var (other, item) in band.Wide)
            {
                if (Touches(i, box, other))
                    yield return item;
            }
        }
    }

    // Two that share several bands are told in the first of them.
    static bool Touches(int band, Box a, Box b) =>
        a.Left <= b.Right && b.Left <= a.Right && a.Top <= b.Bottom && b.Top <= a.Bottom && band == Of(Math.Max(a.Top, b.Top));

    static int From(List<(Box Box, T Item)> sorted, double left)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Box.Left < left)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
