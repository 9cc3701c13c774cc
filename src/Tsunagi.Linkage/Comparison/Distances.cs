namespace Tsunagi.Linkage.Comparison;

/// <summary>How alike two texts are, letter by letter.</summary>
public static class Distances
{
    private const int Stack = 128;

    /// <summary>
    /// The least number of insertions, deletions, substitutions and exchanges of neighbours that make one text the other (optimal
    /// string alignment), or <paramref name="most"/> + 1 when it is more than that.
    /// </summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="most">What is still worth counting, inclusive.</param>
    public static int Edits(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most) return most + 1;
        var same = left.CommonPrefixLength(right);
        left = left[same..];
        right = right[same..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
        if (left.IsEmpty || right.IsEmpty) return Math.Min(left.Length + right.Length, most + 1);
        return right.Length < Stack ? Align(left, right, most, stackalloc int[3 * (right.Length + 1)]) : Align(left, right, most, new int[3 * (right.Length + 1)]);
    }

    private static int Align(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most, Span<int> rows)
    {
        var width = right.Length + 1;
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var now = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var least = now[0] = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) edits = Math.Min(edits, before[j - 2] + 1);
                now[j] = edits;
                least = Math.Min(least, edits);
            }
            if (least > most) return most + 1;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.Min(last[width - 1], most + 1);
    }

    /// <summary>The Jaro–Winkler similarity: 1 for the same text, 0 for texts without a letter in common; common beginnings count more.</summary>
    /// <returns>From 0 to 1, both inclusive; 0 when either is empty.</returns>
    public static double JaroWinkler(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty) return 0;
        var jaro = Jaro(left, right);
        var prefix = Math.Min(4, left.CommonPrefixLength(right));
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static double Jaro(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left[..Math.Min(Stack, left.Length)];
        right = right[..Math.Min(Stack, right.Length)];
        var reach = Math.Max(0, Math.Max(left.Length, right.Length) / 2 - 1);
        Span<bool> taken = stackalloc bool[right.Length];
        taken.Clear();
        Span<char> common = stackalloc char[left.Length];
        var count = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var to = Math.Min(right.Length - 1, i + reach);
            for (var j = Math.Max(0, i - reach); j <= to; j++)
            {
                if (taken[j] || left[i] != right[j]) continue;
                taken[j] = true;
                common[count++] = left[i];
                break;
            }
        }
        if (count == 0) return 0;
        var (moved, k) = (0, 0);
        for (var j = 0; j < right.Length; j++)
            if (taken[j] && right[j] != common[k++]) moved++;
        return ((double)count / left.Length + (double)count / right.Length + (count - moved / 2.0) / count) / 3;
    }
}
