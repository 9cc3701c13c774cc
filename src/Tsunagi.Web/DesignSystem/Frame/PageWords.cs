using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Tsunagi.Web.DesignSystem.Frame;

/// <summary>What a page tells its layout.</summary>
public static class PageWords
{
    const string TitleKey = "Title";
    const string BreadcrumbKey = "Breadcrumb";
    const string BasisKey = "Basis";

    /// <summary>Names the page: its heading, and the first words of the browser's title.</summary>
    public static void Name(this ViewDataDictionary view, string title, params Crumb[] way)
    {
        view[TitleKey] = title;
        if (way.Length > 0)
            view[BreadcrumbKey] = (IReadOnlyList<Crumb>)way;
    }

    /// <summary>The basis on which the page is read, for the foot of the paper.</summary>
    public static void Basis(this ViewDataDictionary view, string basis) => view[BasisKey] = basis;

    internal static string? TitleOf(ViewDataDictionary view) => view[TitleKey] as string;

    internal static IReadOnlyList<Crumb>? BreadcrumbOf(ViewDataDictionary view) => view[BreadcrumbKey] as IReadOnlyList<Crumb>;

    internal static string? BasisOf(ViewDataDictionary view) => view[BasisKey] as string;
}
