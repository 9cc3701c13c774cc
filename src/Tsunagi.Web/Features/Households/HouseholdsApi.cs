using Tsunagi.Diagrams.Svg;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Households;

/// <summary>Households through the API, by the same handlers as the pages.</summary>
static class HouseholdsApi
{
    public sealed record Forming(Id<Person> Person);
    public sealed record Identified(Id<Household> Id);
    public sealed record Reasoned(string? Reason);
    public sealed record Born(Id<Person> Id);
    public sealed record Shown(Id<Household> Id, int? Version, Id<Organisation> Holder, DateOnly On, IReadOnlyList<MemberView> Members, IReadOnlyList<MemberView> Before);

    public sealed record KinShown(Id<KinTie> Id, Id<Person> Person, KinRole Role, Id<Person> Other, string? Since, string? SeparatedOn, string? EndedOn, bool HasCustody);
    public sealed record TieShown(Id<Person> Person, int Number, string Contact, ContactKind Kind, TieStrength Strength, bool IsStressful, TieDirection Direction, string? What, DateOnly? From, DateOnly? Until);

    /// <summary>A picture, and the same in words.</summary>
    public sealed record Picture(string Svg, string Text);

    /// <summary>The family on a day: relations and ties with all their history, and both pictures as of that day.</summary>
    public sealed record FamilyShown(
        DateOnly On, IReadOnlyList<Relative> People, IReadOnlyList<KinShown> Kin, IReadOnlyList<TieShown> Ties, IReadOnlyList<DateOnly> Changes, Picture? Genogram, Picture Ecomap);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/households");
        group.MapPost("/", FormAsync).Permit(Permission.WriteHousehold).Produces<Identified>(StatusCodes.Status201Created);
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeeHousehold).Produces<Shown>();
        group.MapGet("/{id}/family", FamilyAsync).Permit(Permission.SeeHousehold).Produces<FamilyShown>();
        group.MapPost("/{id}/parting", PartAsync).Permit(Permission.WriteHousehold).Produces<Identified>(StatusCodes.Status201Created);
        group.MapPost("/{id}/move", MoveAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
        group.MapPost("/{id}/members", JoinAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
        group.MapPost("/{id}/births", BirthAsync).Permit(Permission.WriteHousehold).Produces<Born>(StatusCodes.Status201Created);
        group.MapPost("/{id}/changes", ChangeAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
        group.MapPost("/{id}/reference", NameReferenceAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
        group.MapPost("/{id}/members/{person}/removal", TakeBackAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
        group.MapPost("/{id}/departures", LeaveAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
    }

    private static async Task<ApiAnswer> FormAsync(Forming input, ChangeHousehold change, CancellationToken ct)
    {
        var outcome = await change.FormAsync(input.Person, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/households/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Household> id, DateOnly? on, SeeHousehold see, CancellationToken ct)
    {
        var seen = await see.RunAsync(id, on, ct);
        return ApiAnswer.Of(seen, () => ApiAnswer.Ok(new Shown(id, seen.Value.Version, seen.Value.Holder, seen.Value.On, seen.Value.Members, seen.Value.Before)));
    }

    private static async Task<ApiAnswer> JoinAsync(Id<Household> id, MemberChange input, ChangeHousehold change, HttpRequest http, CancellationToken ct) =>
        ApiAnswer.Of(await change.JoinAsync(id, input, IfMatch.Of(http), ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> BirthAsync(Id<Household> id, BirthInput input, RecordBirth record, HttpRequest http, CancellationToken ct)
    {
        var outcome = await record.RunAsync(id, input, IfMatch.Of(http), ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/people/{outcome.Value}", new Born(outcome.Value)));
    }

    private static async Task<ApiAnswer> ChangeAsync(Id<Household> id, MemberChange input, ChangeHousehold change, HttpRequest http, CancellationToken ct) =>
        ApiAnswer.Of(await change.ChangeMemberAsync(id, input, IfMatch.Of(http), ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> NameReferenceAsync(Id<Household> id, ReferenceChange input, ChangeHousehold change, HttpRequest http, CancellationToken ct) =>
        ApiAnswer.Of(await change.NameReferenceAsync(id, input, IfMatch.Of(http), ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> TakeBackAsync(Id<Household> id, Id<Person> person, Reasoned input, ChangeHousehold change, HttpRequest http, CancellationToken ct) =>
        ApiAnswer.Of(await change.TakeBackAsync(id, person, input.Reason, IfMatch.Of(http), ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> LeaveAsync(Id<Household> id, MemberChange input, ChangeHousehold change, HttpRequest http, CancellationToken ct) =>
        ApiAnswer.Of(await change.LeaveAsync(id, input, IfMatch.Of(http), ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> FamilyAsync(Id<Household> id, DateOnly? on, SeeFamily see, CancellationToken ct)
    {
        var seen = await see.RunAsync(id, on, ct);
        return ApiAnswer.Of(seen, () => ApiAnswer.Ok(Show(seen.Value)));
    }

    private static FamilyShown Show(FamilyView family) => new(
        family.Household.On, family.Family,
        [.. family.Kin.Select(t => new KinShown(t.Id, t.PersonId, t.Role, t.OtherId, t.Since?.ToString(), t.SeparatedOn?.ToString(), t.EndedOn?.ToString(), t.HasCustody))],
        [.. family.Ties.Where(t => t.Stands).Select(t => new TieShown(t.PersonId, t.Number, t.Contact, t.Kind, t.Strength, t.IsStressful, t.Direction, t.What, t.From, t.Until))],
        family.Changes,
        family.Genogram is { } genogram ? new(SvgWriter.Write(genogram.Drawing), FamilySvg.Text(genogram, family.Household.On)) : null,
        new(SvgWriter.Write(family.Ecomap.Drawing), FamilySvg.Text(family.Ecomap, family.Household.On)));

    private static async Task<ApiAnswer> PartAsync(Id<Household> id, PartInput input, PartHousehold part, HttpRequest http, CancellationToken ct)
    {
        var outcome = await part.PartAsync(id, input, IfMatch.Of(http), ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/households/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> MoveAsync(Id<Household> id, MoveInput input, PartHousehold part, HttpRequest http, CancellationToken ct) =>
        ApiAnswer.Of(await part.MoveAsync(id, input, IfMatch.Of(http), ct), () => ApiAnswer.Ok(new Identified(id)));
}
