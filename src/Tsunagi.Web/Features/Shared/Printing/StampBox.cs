namespace Tsunagi.Web.Features.Shared;

/// <summary>押印欄の一つ: a box for the seal of a post; what was already done on screen stands in it.</summary>
/// <param name="Post">Whose box.</param>
/// <param name="Done">Who did what.</param>
/// <param name="On">When.</param>
public sealed record StampBox(string Post, string? Done = null, string? On = null);
