using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Wards;

/// <summary>
/// 区のきまりと名簿 through the API: what the pages offer to choose from – organisations, their staff, code lists, the questions
/// of the assessment sheet, the legal bases of one's own holder. A client needs no copy of the profile.
/// </summary>
static class WardApi
{
    public sealed record Place(string Code, string Name);
    public sealed record About(string Profile, string Name, DateOnly Today, string SupportConference, string PlanConference, IReadOnlyList<Place> Areas, IReadOnlyList<Place> Districts);
    public sealed record OrganisationRow(Id<Organisation> Id, string Code, string Name, OrganisationKind Kind, Holder Holder, string? Area, string? District, bool IsHub, bool AcceptsHandoffs, IReadOnlyList<string> Topics, string? Phone, string? Fax);
    public sealed record Item(string Code, string Name);
    public sealed record CodeListRow(string Code, string Name, int Version, IReadOnlyList<Item> Items);
    public sealed record Basis(string Code, string Name, bool RequiresReason);
    public sealed record Question(string Code, string Section, string Label, bool IsStateReported, int MaxLength);
    public sealed record Worker(Id<Account> Id, string Name, IReadOnlyList<Role> Roles);

    public static void Map(RouteGroupBuilder api)
    {
        var ward = api.MapGroup("/ward");
        ward.MapGet("", Show).Permit(Permission.SeeDirectory).Produces<About>();
        ward.MapGet("/organisations", Organisations).Permit(Permission.SeeDirectory).Produces<IReadOnlyList<OrganisationRow>>();
        ward.MapGet("/organisations/{id}/workers", WorkersAsync).Permit(Permission.SeeDirectory).Produces<IReadOnlyList<Worker>>();
        ward.MapGet("/codes", Codes).Permit(Permission.SeeDirectory).Produces<IReadOnlyList<CodeListRow>>();
        ward.MapGet("/legal-bases", LegalBases).Permit(Permission.SeeDirectory).Produces<IReadOnlyList<Basis>>();
        ward.MapGet("/assessment-questions", Questions).Permit(Permission.SeeDirectory).Produces<IReadOnlyList<Question>>();
    }

    private static ApiAnswer Show(CurrentWard ward, Work work)
    {
        var (profile, meetings) = (ward.Profile, ward.Profile.MeetingsAsOf(work.Today));
        return ApiAnswer.Ok(new About(profile.Name, profile.Ward.Name, work.Today, meetings.SupportConference.Name, meetings.PlanConference.Name,
            [.. profile.AreasAsOf(work.Today).Select(a => new Place(a.Code, a.Name))], [.. profile.DistrictsAsOf(work.Today).Select(d => new Place(d.Code, d.Name))]));
    }

    private static ApiAnswer Organisations(CurrentWard ward, Work work) =>
        ApiAnswer.Ok(ward.Profile.OrganisationsAsOf(work.Today).Select(o => new OrganisationRow(
            ward.IdOf(o), o.Code, o.Name, o.Kind, o.Holder, o.AreaCode, o.DistrictCode, o.IsHubOn(work.Today), o.AcceptsHandoffs, o.Topics, o.Phone, o.Fax)).ToList());

    /// <summary>Who works there today: names and posts, as a staff list shows them.</summary>
    private static async Task<ApiAnswer> WorkersAsync(Id<Organisation> id, AppDb db, CurrentWard ward, Work work, CancellationToken ct)
    {
        if (ward.Find(id) is null) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var today = work.Today;
        var found = await db.WorkersOf(id, today)
            .OrderBy(a => a.Name).Select(a => new { a.Id, a.Name, Roles = a.Memberships.Where(m => m.OrganisationId == id && m.From <= today && (m.Until == null || m.Until >= today)).Select(m => m.Role).ToList() })
            .ToListAsync(ct);
        return ApiAnswer.Ok(found.ConvertAll(a => new Worker(a.Id, a.Name, [.. a.Roles.Distinct()])));
    }

    private static ApiAnswer Codes(CurrentWard ward, Work work) =>
        ApiAnswer.Ok(ward.Profile.CodeLists.Select(l => new CodeListRow(l.Code, l.Name, l.Version, [.. l.ItemsAsOf(work.Today).Select(i => new Item(i.Code, i.Name))])).ToList());

    private static ApiAnswer LegalBases(CurrentWard ward, Work work) =>
        ApiAnswer.Ok(ward.Find(work.Actor.Organisation) is { } own
            ? ward.Profile.LegalBasesFor(own.Holder, work.Today).Select(b => new Basis(b.Code, b.Name, b.RequiresReason)).ToList() : []);

    private static ApiAnswer Questions() =>
        ApiAnswer.Ok(AssessmentForm.Fields.Select(f => new Question(f.Code, CaseWords.Of(f.Section), AssessmentForm.LabelOf(f.Code), f.IsStateReported, f.MaxLength)).ToList());
}
