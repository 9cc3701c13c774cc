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
    public sealed record Shown(Id<Household> Id, int Version, Id<Organisation> Holder, DateOnly On, IReadOnlyList<MemberView> Members, IReadOnlyList<MemberView> Before);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/households");
        group.MapPost("/", FormAsync).Permit(Permission.WriteHousehold).Produces<Identified>(StatusCodes.Status201Created);
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeeHousehold).Produces<Shown>();
        group.MapPost("/{id}/members", JoinAsync).Permit(Permission.WriteHousehold).Produces<Identified>();
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

    private static async Task<ApiAnswer> JoinAsync(Id<Household> id, MemberChange input, ChangeHousehold change, CancellationToken ct) =>
        ApiAnswer.Of(await change.JoinAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> ChangeAsync(Id<Household> id, MemberChange input, ChangeHousehold change, CancellationToken ct) =>
        ApiAnswer.Of(await change.ChangeMemberAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> NameReferenceAsync(Id<Household> id, ReferenceChange input, ChangeHousehold change, CancellationToken ct) =>
        ApiAnswer.Of(await change.NameReferenceAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> TakeBackAsync(Id<Household> id, Id<Person> person, Reasoned input, ChangeHousehold change, CancellationToken ct) =>
        ApiAnswer.Of(await change.TakeBackAsync(id, person, input.Reason, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> LeaveAsync(Id<Household> id, MemberChange input, ChangeHousehold change, CancellationToken ct) =>
        ApiAnswer.Of(await change.LeaveAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)));
}
