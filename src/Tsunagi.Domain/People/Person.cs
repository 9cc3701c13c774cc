using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>人: a person as one organisation (the holder) wrote them down.</summary>
public sealed class Person : Aggregate;
