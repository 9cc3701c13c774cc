using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Households;

/// <summary>世帯: people who live together, as one organisation wrote them down.</summary>
public sealed class Household : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Household> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Household, Id);
}
