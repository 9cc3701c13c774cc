using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>Leaves out the links that would make somebody their own ancestor.</summary>
/// <remarks>Climbs from child to parents, once over each link; a link back to somebody it is still climbing from closes a circle.</remarks>
sealed class GedcomCircles
{
    readonly GedcomFamilies families;
    readonly Problems problems;
    readonly ILookup<string, GedcomFamilies.Link> linksOf;
    readonly HashSet<string> climbing = [];
    readonly HashSet<string> done = [];
    readonly HashSet<GedcomFamilies.Link> closing = [];
    readonly Stack<(string Person, IEnumerator<(GedcomFamilies.Link Link, string Parent)> Ahead)> path = [];

    GedcomCircles(GedcomFamilies families, Problems problems)
    {
        (this.families, this.problems) = (families, problems);
        linksOf = families.Links.ToLookup(l => l.Tie.Child);
    }

    public static List<Parentage> Open(GedcomFamilies families, Problems problems)
    {
        var circles = new GedcomCircles(families, problems);
        foreach (var person in circles.linksOf.Select(g => g.Key))
        {
            circles.ClimbFrom(person);
        }

        return [.. families.Links.Where(l => !circles.closing.Contains(l)).Select(l => l.Tie)];
    }

    void ClimbFrom(string start)
    {
        Enter(start);
        while (path.TryPeek(out var top))
        {
            if (!top.Ahead.MoveNext())
            {
                path.Pop();
                climbing.Remove(top.Person);
                done.Add(top.Person);
            }
            else if (climbing.Contains(top.Ahead.Current.Parent))
            {
                Close(top.Ahead.Current.Link);
            }
            else
            {
                Enter(top.Ahead.Current.Parent);
            }
        }
    }

    void Enter(string person)
    {
        if (done.Contains(person) || !climbing.Add(person))
            return;
        var ahead = linksOf[person].SelectMany(l => families.PartnersOf(l.Tie.Union).Select(parent => (l, parent)));
        path.Push((person, ahead.GetEnumerator()));
    }

    void Close(GedcomFamilies.Link link)
    {
        if (closing.Add(link))
            problems.Add(link.At, $"as a child of {link.Tie.Union}, {link.Tie.Child} would be their own ancestor; left out.");
    }
}
