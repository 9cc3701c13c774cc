using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>気になる情報: a weak sign about a person or an address before anything is a case.</summary>
public sealed class Lead : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Lead> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Lead, Id);
}
