namespace Tsunagi.Web.DesignSystem;

/// <summary>One step of the way to this page; the last one has no address.</summary>
public sealed record Crumb(string Label, string? Href = null);
