namespace Tsunagi.Diagrams.Svg;

/// <summary>Where a figure of a drawing leads.</summary>
/// <param name="Href">The address.</param>
/// <param name="Label">What the link is called by those who do not see the figure.</param>
public sealed record SvgLink(string Href, string Label);
