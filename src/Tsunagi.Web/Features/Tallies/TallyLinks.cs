namespace Tsunagi.Web.Features.Tallies;

/// <summary>Where 件数だけ is.</summary>
public static class TallyLinks
{
    public const string Page = "/tallies";

    public static string Of(string month) => $"{Page}?month={month}";
}
