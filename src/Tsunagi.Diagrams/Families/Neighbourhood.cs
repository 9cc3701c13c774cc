namespace Tsunagi.Diagrams.Families;

/// <summary>The part of a family that lies near one person.</summary>
public static class Neighbourhood
{
    /// <summary>
    /// Everybody within so many steps from parent to child or child to parent, with the partners of all of them.
    /// The steps are counted from the person and from the person's own partners.
    /// </summary>
    /// <param name="family">The family.</param>
    /// <param name="person">The id of the person in the middle.</param>
    /// <param name="generations">The number of steps (inclusive); 0 gives the person and their partners.</param>
    /// <exception cref="DiagramException">There is no such person.</exception>
    public static Family Around(this Family family, string person, int generations)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentOutOfRangeException.ThrowIfNegative(generations);
        if (family.Find(person) is null)
            throw new DiagramException("person", $"there is no person {person}. Give an id as it stands in the file.");
        var near = new Dictionary<string, int> { [person] = 0 };
        var ahead = new Queue<string>([person, .. Partners(family, person).Where(p => near.TryAdd(p, 0))]);
        while (ahead.TryDequeue(out var one))
        {
            var steps = near[one] + 1;
            foreach (var next in Parents(family, one).Concat(Children(family, one)).Where(p => steps <= generations && near.TryAdd(p, steps)))
            {
                ahead.Enqueue(next);
            }
        }

        return family.Of(near.Keys.SelectMany(p => Partners(family, p).Prepend(p)).ToHashSet());
    }

    static IEnumerable<string> Partners(Family family, string person) =>
        family.UnionsOf(person).Select(u => u.OtherThan(person)).OfType<string>();

    static IEnumerable<string> Parents(Family family, string person) =>
        family.ParentagesOf(person).SelectMany(t => family.FindUnion(t.Union)!.Partners);

    static IEnumerable<string> Children(Family family, string person) =>
        family.UnionsOf(person).SelectMany(u => family.ChildrenOf(u.Id)).Select(t => t.Child);
}
