using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>アセスメント: the understanding of a household, in versions.</summary>
public sealed class Assessment : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Assessment> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Case, Id);
}
