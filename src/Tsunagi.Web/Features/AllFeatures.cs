using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features;

/// <summary>What a feature brings to the host; every feature says it here, nothing is found by scanning.</summary>
/// <param name="AddServices">Its handlers and menu entries.</param>
/// <param name="MapApi">Its endpoints under /api/v1.</param>
public sealed record Feature(Action<IServiceCollection> AddServices, Action<RouteGroupBuilder> MapApi)
{
    /// <summary>A feature without an API of its own.</summary>
    public static Feature Of(Action<IServiceCollection> addServices) => new(addServices, _ => { });
}

/// <summary>The features of the product, in the order of the menu.</summary>
static class AllFeatures
{
    public static IReadOnlyList<Feature> List { get; } =
    [
        Feature.Of(services => services.AddSingleton(new MenuEntry(MenuWords.Today, "/", Permission.SeeToday))),
        Consents.ConsentsFeature.Feature,
        Plans.PlansFeature.Feature,
        PlanConferences.PlanConferencesFeature.Feature,
        Decisions.DecisionsFeature.Feature,
        Cases.CasesFeature.Feature,
        Consultations.ConsultationsFeature.Feature,
        Search.SearchFeature.Feature,
        People.PeopleFeature.Feature,
        Households.HouseholdsFeature.Feature,
        Leads.LeadsFeature.Feature,
        PhoneMemos.PhoneMemosFeature.Feature,
        Tallies.TalliesFeature.Feature,
        Attachments.AttachmentsFeature.Feature,
        ProtectedLocations.ProtectedLocationsFeature.Feature,
        Exclusions.ExclusionsFeature.Feature,
        Notices.NoticesFeature.Feature,
        AuditTrail.AuditTrailFeature.Feature,
        Wards.WardFeature.Feature,
        Accounts.AccountsFeature.Feature,
        Handoffs.HandoffsFeature.Feature,
        UrgentReports.UrgentReportsFeature.Feature,
        Conferences.Support.SupportConferencesFeature.Feature,
        Demo.DemoFeature.Feature,
    ];
}
