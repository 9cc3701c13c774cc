using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>What is there on the day of the picture, of everybody and everything that has a place on it.</summary>
sealed class Shown
{
    readonly Kin kin;
    readonly Dictionary<(string Child, string Union), Parentage> ties;

    public Shown(Kin kin, Family family)
    {
        (this.kin, Family) = (kin, family);
        ties = family.Parentages.ToDictionary(p => (p.Child, p.Union));
    }

    /// <summary>The family at the day of the picture.</summary>
    public Family Family { get; }

    public Person? PersonAt(int number) => kin.IsPerson(number) ? Family.Find(kin.PersonAt(number).Id) : null;

    public Union? UnionOf(Union ever) => Family.FindUnion(ever.Id);

    public Union? CoupleOf(Union ever) => UnionOf(ever) is { Partners.Count: 2 } couple ? couple : null;

    public Parentage? TieOf(Offspring child) => ties.GetValueOrDefault((child.Tie.Child, child.Tie.Union));

    public Twins? TwinsOf(Twins ever) => Family.Twins.FirstOrDefault(t => t.Children.All(ever.Children.Contains));

    /// <summary>True when a line leads to somebody.</summary>
    public bool Has(Edge edge) => edge.Child is not { } child ? edge.Lower.Below.Exists(Has)
        : edge.Hop.Net.IsMarriage ? CoupleOf(edge.Hop.Net.Union) is not null
        : TieOf(child) is not null;
}
