using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Households;

/// <summary>世帯: people who live together, as one organisation wrote them down.</summary>
public sealed class Household : Aggregate;
