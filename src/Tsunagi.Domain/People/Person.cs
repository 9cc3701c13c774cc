using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>人: a person as one organisation (the holder) wrote them down.</summary>
public sealed class Person : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Person> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, Id);
}
