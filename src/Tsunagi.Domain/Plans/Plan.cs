using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>支援プラン: versions of a support plan belonging to a case.</summary>
public sealed class Plan : Aggregate;
