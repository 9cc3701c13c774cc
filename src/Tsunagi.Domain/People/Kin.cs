using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>家系: what is known of the relations around some people, for the rules that look further than two of them.</summary>
/// <param name="ties">The relations known, of whomever they are written with; those taken back say nothing.</param>
public sealed class Kin(IEnumerable<KinTie> ties)
{
    /// <summary>As many parents of one kind as anybody has.</summary>
    public const int MostParents = 2;

    private readonly List<KinTie> standing = [.. ties.Where(tie => tie.Stands)];

    /// <summary>The relations of a person.</summary>
    public IEnumerable<KinTie> Of(Id<Person> person) => standing.Where(tie => tie.Concerns(person));

    /// <summary>The parents of a person, of every kind.</summary>
    public IEnumerable<Id<Person>> ParentsOf(Id<Person> person) =>
        Of(person).Where(tie => tie.RoleSeenFrom(person).IsParent()).Select(tie => tie.OtherThan(person)).Distinct();

    /// <summary>True when the first is a parent of the second, or a parent of such a parent, and so on.</summary>
    public bool IsAncestor(Id<Person> ancestor, Id<Person> person)
    {
        HashSet<Id<Person>> seen = [];
        var ahead = new Stack<Id<Person>>(ParentsOf(person));
        while (ahead.TryPop(out var one))
        {
            if (one == ancestor) return true;
            if (!seen.Add(one)) continue;
            foreach (var parent in ParentsOf(one)) ahead.Push(parent);
        }
        return false;
    }

    /// <summary>True when the same is written already and has not ended, from whichever end.</summary>
    public bool Knows(Id<Person> person, KinRole role, Id<Person> other) =>
        Of(person).Any(tie => tie.EndedOn is null && tie.OtherThan(person) == other && tie.RoleSeenFrom(person) == role);

    /// <summary>How many parents of one kind a person has who have not ceased to be that.</summary>
    public int Parents(Id<Person> child, KinRole role) => Of(child).Count(tie => tie.EndedOn is null && tie.RoleSeenFrom(child) == role);

    /// <summary>Everybody who is reached from some people by relations without leaving a circle of people.</summary>
    /// <param name="from">Where to begin.</param>
    /// <param name="among">Who may be passed through.</param>
    public IReadOnlySet<Id<Person>> Reached(IEnumerable<Id<Person>> from, IReadOnlySet<Id<Person>> among)
    {
        HashSet<Id<Person>> reached = [.. from.Where(among.Contains)];
        var ahead = new Stack<Id<Person>>(reached);
        while (ahead.TryPop(out var one))
        {
            foreach (var next in Of(one).Select(tie => tie.OtherThan(one)).Where(among.Contains))
            {
                if (reached.Add(next)) ahead.Push(next);
            }
        }
        return reached;
    }
}
