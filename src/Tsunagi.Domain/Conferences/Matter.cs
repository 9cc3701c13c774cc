using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>会議案件: the sealed matter of a 支援会議 across its sessions.</summary>
public sealed class Matter : Aggregate;
