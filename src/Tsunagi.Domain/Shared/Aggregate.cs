namespace Tsunagi.Domain.Shared;

/// <summary>A thing that is saved and locked as one: it carries a version, and the events of what was just done to it.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> events = [];

    /// <summary>The root record under which what is done to this thing is recorded and access to it is decided.</summary>
    public abstract RootRef Root { get; }

    /// <summary>Counts the saved changes, from 1; a save with an older version is refused.</summary>
    public int Version { get; private set; }

    /// <summary>What was done since the thing was loaded, in order.</summary>
    public IReadOnlyList<DomainEvent> Events => events;

    /// <summary>Records what was done.</summary>
    protected void Record(DomainEvent done) => events.Add(done);

    /// <summary>Hands the events over to the audit and forgets them; counts the version up. Called once per save.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. events];
        events.Clear();
        Version++;
        return taken;
    }
}

/// <summary>
/// Something that happened to an aggregate, in the past tense. Carries ids, codes, dates and states only – never
/// narrative, names or addresses: those stay in the records, so the audit leaks nothing.
/// </summary>
public abstract record DomainEvent;
