using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem.Frame;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>One entry a feature puts into the menu.</summary>
/// <param name="Label">Its word.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record MenuEntry(string Label, string Href, Permission Permission)
{
    /// <summary>Its place in the menu.</summary>
    public int Order { get; } = MenuWords.InOrder.ToList().IndexOf(Label);
}

/// <summary>Fills the frame around a page: for whom one acts, and the part of the menu that one's roles may open.</summary>
sealed class FrameBuilder(CurrentActor current, IEnumerable<MenuEntry> entries, ServeOptions options, JapanTime time, AppDb db)
{
    public async Task BuildAsync(PageModel page, CancellationToken ct)
    {
        var actor = current.Actor!;
        var path = page.Request.Path.Value ?? "/";
        new FrameModel
        {
            SignedIn = true,
            OrganisationName = current.OrganisationName,
            PersonName = current.Name,
            SwitchHref = current.HasOthers ? "/sign-in/organisation" : null,
            SearchHref = entries.Any(e => e.Label == MenuWords.Search && AccessPolicy.RoleAllows(actor, e.Permission)) ? "/search" : null,
            NewConsultationHref = entries.Any(e => e.Label == MenuWords.NewConsultation && AccessPolicy.RoleAllows(actor, e.Permission)) ? "/consultations/new" : null,
            UrgentReportHref = AccessPolicy.RoleAllows(actor, Permission.MakeUrgentReport) ? Features.UrgentReports.UrgentReportLinks.New : null,
            Menu = [.. entries.Where(e => AccessPolicy.RoleAllows(actor, e.Permission)).OrderBy(e => e.Order)
                .Select(e => new MenuItem(e.Href, e.Label, e.Href, Current: path == e.Href))],
            DemoBanner = DemoBanner.For(options, time),
            DemoViewers = options.Demo ? await DemoViewersAsync(ct) : [],
            DemoHref = options.Demo ? Features.Demo.DemoFeature.Href : null,
            PrintStamp = JapanTime.LocalOf(time.Now).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        }.PutInto(page.HttpContext);
    }

    private Task<List<DemoViewer>> DemoViewersAsync(CancellationToken ct)
    {
        var me = current.Actor!.Account;
        return db.Accounts.AsNoTracking().Where(a => a.IsActive && a.Login.StartsWith(Features.SignIn.SignInModel.DemoPrefix)).OrderBy(a => a.Id)
            .Select(a => new DemoViewer(a.Login, a.Name, a.Id == me)).ToListAsync(ct);
    }
}

/// <summary>The one sentence above every page of a demonstration.</summary>
static class DemoBanner
{
    public static string? For(ServeOptions options, JapanTime time) =>
        options.Demo ? $"デモ（架空のデータ）　時計 {time.Today:yyyy-MM-dd}" : null;
}
