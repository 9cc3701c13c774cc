using Tsunagi.Linkage.Clustering;

namespace Tsunagi.Tests.Linkage;

public sealed class Clusters_of_records
{
    [Fact]
    public void Weak_links_in_a_chain_do_not_hold_what_else_parts()
    {
        // 0-1-2-3 each a little alike, the ends nothing alike.
        var clusters = Of(4, (a, b) => b - a == 1 ? 2 : -8);
        Assert.DoesNotContain((0, 3), Pairs(clusters));
        Assert.DoesNotContain((0, 2), Pairs(clusters));
    }

    [Fact]
    public void A_record_between_two_joins_them_when_little_speaks_against_it()
    {
        var clusters = Of(3, (a, b) => (a, b) == (0, 2) ? -2 : 6);
        Assert.Equal([(0, 1), (0, 2), (1, 2)], Pairs(clusters));
        Assert.All(clusters.GroupOf, g => Assert.Equal(0, g));
    }

    [Fact]
    public void The_pair_of_a_chain_is_as_sure_as_its_weaker_link()
    {
        var clusters = Of(3, (a, b) => (a, b) switch { (0, 1) => 9, (1, 2) => 4, _ => -1 });
        Assert.Equal(4, clusters.Pairs.Single(p => (p.Left, p.Right) == (0, 2)).LogOdds);
    }

    [Fact]
    public void What_hangs_together_too_widely_is_cut_at_its_weakest_links()
    {
        // Persons of ten records each, every one loosely tied to the next person.
        var clusters = Of(1000, (a, b) => a / 10 == b / 10 ? 9 : b == a + 1 ? 1 : -9, (a, b) => a / 10 == b / 10 || b == a + 1);
        Assert.All(clusters.Pairs, p => Assert.Equal(p.Left / 10, p.Right / 10));
        Assert.Equal(100 * 45, clusters.Pairs.Count);
    }

    private static IEnumerable<(int, int)> Pairs(Clusters clusters) => clusters.Pairs.Select(p => (p.Left, p.Right));

    private static Clusters Of(int count, Func<int, int, double> score, Func<int, int, bool>? linked = null)
    {
        double Both(int a, int b) => score(Math.Min(a, b), Math.Max(a, b));
        var links = from a in Enumerable.Range(0, count) from b in Enumerable.Range(a + 1, Math.Min(12, count - a - 1)) where linked?.Invoke(a, b) ?? true select (a, b, Both(a, b));
        return new Clusters(count, Both, 0).Build(links);
    }
}
