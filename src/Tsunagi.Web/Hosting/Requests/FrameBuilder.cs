using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>One entry a feature puts into the menu.</summary>
/// <param name="Label">Its word.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record MenuEntry(string Label, string Href, Permission Permission)
{
    /// <summary>Its place in the menu.</summary>
    public int Order { get; } = MenuWords.InOrder.ToList().IndexOf(Label);

    /// <summary>Other parts of the site that lie under it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>A form of its own, such as 相談を記録: no part of the site, and nothing lies under it.</summary>
    public bool IsForm => Href.EndsWith("/new", StringComparison.Ordinal);

    /// <summary>Under which entry a page lies: its own, or the first that has that part of the site.</summary>
    /// <param name="menu">The menu, in its order.</param>
    /// <param name="address">The address of the page.</param>
    public static MenuEntry? Of(IReadOnlyList<MenuEntry> menu, string address)
    {
        var path = address.Split('?', '#')[0];
        return menu.FirstOrDefault(e => e.Href == path) ?? menu.FirstOrDefault(e => e.Holds(path));
    }

    private bool Holds(string path) =>
        Href.Length > 1 && !IsForm && Also.Prepend(Href).Any(root => path.Split('/')[1] == root.Split('/')[1]);
}

/// <summary>Fills the frame around a page: for whom one acts, and the part of the menu that one's roles may open.</summary>
sealed class FrameBuilder(CurrentActor current, IEnumerable<MenuEntry> entries, ServeOptions options, JapanTime time, AppDb db, CurrentWard ward)
{
    public async Task BuildAsync(PageModel page, CancellationToken ct)
    {
        var actor = current.Actor!;
        var path = page.Request.Path.Value ?? "/";
        var counts = (page as TsunagiPage)?.CountsInMenu;
        var menu = entries.Where(e => AccessPolicy.RoleAllows(actor, e.Permission)).OrderBy(e => e.Order).ToList();
        // The part of the site a page belongs to stays marked on the pages below it.
        var here = MenuEntry.Of(menu, path);
        new FrameModel
        {
            SignedIn = true,
            OrganisationName = current.OrganisationName,
            PersonName = current.Name,
            SwitchHref = current.HasOthers ? "/sign-in/organisation" : null,
            OwnHref = Features.Accounts.AccountLinks.Own,
            SearchHref = entries.Any(e => e.Label == MenuWords.Search && AccessPolicy.RoleAllows(actor, e.Permission)) ? "/search" : null,
            NewConsultationHref = entries.Any(e => e.Label == MenuWords.NewConsultation && AccessPolicy.RoleAllows(actor, e.Permission)) ? "/consultations/new" : null,
            UrgentReportHref = AccessPolicy.RoleAllows(actor, Permission.MakeUrgentReport) ? Features.UrgentReports.UrgentReportLinks.From((page as TsunagiPage)?.OpenRecord) : null,
            Menu = [.. menu.Select(e => new MenuItem(e.Href, e.Label, e.Href, counts?.GetValueOrDefault(e.Href), Current: path == e.Href, Around: e == here && path != e.Href))],
            CountsHref = counts is null ? Features.Today.TodayLinks.Counts : "",
            DemoBanner = DemoBanner.For(options, time),
            DemoViewers = options.Demo ? await DemoViewersAsync(ct) : [],
            DemoHref = options.Demo ? Features.Demo.DemoFeature.Href : null,
            PrintStamp = DateWords.Of(time.Now),
        }.PutInto(page.HttpContext);
    }

    private async Task<IReadOnlyList<DemoViewer>> DemoViewersAsync(CancellationToken ct)
    {
        var (me, labels) = (current.Actor!.Account, DemoAccounts.Labels(ward.Profile, time.Today));
        return [.. (await db.Accounts.AsNoTracking().Where(a => a.IsActive && a.Login.StartsWith(Features.SignIn.SignInModel.DemoPrefix)).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.Login, a.Name }).ToListAsync(ct)).Select(a => new DemoViewer(a.Login, labels.GetValueOrDefault(a.Login, a.Name), a.Id == me))];
    }
}

/// <summary>The one sentence above every page of a demonstration.</summary>
static class DemoBanner
{
    public static string? For(ServeOptions options, JapanTime time) =>
        options.Demo ? $"デモ（架空のデータ）　今日は{DateWords.Of(time.Today)}" : null;
}
