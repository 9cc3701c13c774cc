using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>まとめた記録: which records are of one person, by the judgements one may read. Without a judgement a record stands alone.</summary>
/// <remarks>What follows from judgements that one may not read is not followed: A with B and B with C says nothing to who does not see B.</remarks>
public sealed class MergedRecords
{
    private readonly Dictionary<Id<Person>, IReadOnlyList<Id<Person>>> groups = [];

    /// <summary>Puts the records together.</summary>
    /// <param name="pairs">The judgements that hold: the leading record and the other.</param>
    public MergedRecords(IEnumerable<(Id<Person> Leading, Id<Person> Other)> pairs)
    {
        var known = pairs.ToList();
        var neighbours = known.Concat(known.Select(pair => (Leading: pair.Other, Other: pair.Leading))).ToLookup(pair => pair.Leading, pair => pair.Other);
        var led = known.Select(pair => pair.Other).ToHashSet();
        foreach (var start in neighbours.Select(group => group.Key).Order())
        {
            if (groups.ContainsKey(start)) continue;
            // What nobody put behind another leads; of several, and where each stands behind another, what was written first.
            List<Id<Person>> group = [.. Reached(start, neighbours).OrderBy(led.Contains).ThenBy(person => person)];
            foreach (var person in group) groups[person] = group;
        }
    }

    /// <summary>No records at all were put together.</summary>
    public static MergedRecords None { get; } = new([]);

    /// <summary>The records of each person of whom there are several, the leading one first.</summary>
    public IEnumerable<IReadOnlyList<Id<Person>>> Groups => groups.Values.Distinct();

    /// <summary>The records of the same person, itself among them, the leading one first.</summary>
    public IReadOnlyList<Id<Person>> Of(Id<Person> person) => groups.TryGetValue(person, out var group) ? group : [person];

    /// <summary>The leading record.</summary>
    public Id<Person> LeadingOf(Id<Person> person) => Of(person)[0];

    /// <summary>Whether both are of one person.</summary>
    public bool AreOne(Id<Person> one, Id<Person> other) => Of(one).Contains(other);

    private static HashSet<Id<Person>> Reached(Id<Person> start, ILookup<Id<Person>, Id<Person>> neighbours)
    {
        HashSet<Id<Person>> reached = [start];
        Queue<Id<Person>> ahead = new([start]);
        while (ahead.TryDequeue(out var at))
            foreach (var next in neighbours[at].Where(reached.Add)) ahead.Enqueue(next);
        return reached;
    }
}
