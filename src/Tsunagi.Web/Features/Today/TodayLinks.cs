namespace Tsunagi.Web.Features.Today;

/// <summary>Where 今日 is.</summary>
static class TodayLinks
{
    /// <summary>The numbers of the menu, for the pages that have not gathered them.</summary>
    public const string Counts = "/?handler=Counts";
}
