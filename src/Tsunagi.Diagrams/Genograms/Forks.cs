using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>Which twins can be drawn from one point: those who hang on one net and stand in one row.</summary>
sealed class Forks
{
    readonly Kin kin;
    readonly Dictionary<Twins, Net> nets = [];
    readonly Dictionary<(Net, int), Twins> twinsOf = [];

    public Forks(Kin kin, int[] rowOf)
    {
        this.kin = kin;
        var netsOf = kin.Nets.Where(n => !n.IsMarriage).SelectMany(n => n.Children.Select(c => (c.Child, n))).ToLookup(x => x.Child, x => x.n);
        foreach (var twins in kin.Family.Twins)
        {
            var children = twins.Children.Select(kin.NumberOf).ToList();
            if (children.Select(c => rowOf[c]).Distinct().Count() == 1 && netsOf[children[0]].FirstOrDefault(n => children.All(c => netsOf[c].Contains(n))) is { } net)
                Add(twins, children, net);
        }
    }

    void Add(Twins twins, List<int> children, Net net)
    {
        nets[twins] = net;
        foreach (var child in children)
        {
            twinsOf[(net, child)] = twins;
        }
    }

    public Net? NetOf(Twins twins) => nets.GetValueOrDefault(twins);

    public Twins? Of(Net net, int child) => twinsOf.GetValueOrDefault((net, child));

    public IEnumerable<int> Children => twinsOf.Keys.Select(k => k.Item2);

    /// <summary>What is written under a twin who cannot be drawn from one point with the others.</summary>
    public IEnumerable<string> MarksOf(int person) => kin.Family.Twins.Index()
        .Where(t => !nets.ContainsKey(t.Item) && t.Item.Children.Contains(kin.PersonAt(person).Id)).Select(t => $"双子{t.Index + 1}");
}
