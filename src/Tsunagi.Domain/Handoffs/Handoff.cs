using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎ: one organisation asks another to take up work.</summary>
public sealed class Handoff : Aggregate;
