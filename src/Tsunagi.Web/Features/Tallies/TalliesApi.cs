using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Tallies;

/// <summary>件数だけ through the API, by the same handlers as the page.</summary>
static class TalliesApi
{
    public sealed record New(string? Code);
    public sealed record Identified(Id<Tally> Id);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/tallies");
        group.MapPost("/", async (New input, CountTally count, CancellationToken ct) =>
        {
            var outcome = await count.RunAsync(input.Code, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/tallies/{outcome.Value}", new Identified(outcome.Value)));
        }).Permit(Permission.CountTally).Produces<Identified>(StatusCodes.Status201Created);
        group.MapPost("/{id}/undo", async (Id<Tally> id, CountTally count, CancellationToken ct) =>
            ApiAnswer.Of(await count.UndoAsync(id, ct), () => ApiAnswer.Ok(new Identified(id)))).Permit(Permission.CountTally).Produces<Identified>();
        group.MapGet("/", ListAsync).Permit(Permission.CountTally).Produces<IReadOnlyList<TallyCount>>();
    }

    /// <summary>This month when no days are given.</summary>
    private static async Task<ApiAnswer> ListAsync(string? from, string? to, TallyCounts counts, Work work, CancellationToken ct)
    {
        var typed = new TypedInput();
        var first = typed.Date(nameof(from), from) ?? new DateOnly(work.Today.Year, work.Today.Month, 1);
        var last = typed.Date(nameof(to), to) ?? work.Today;
        return typed.Refusals.Count > 0 ? ApiAnswer.Refused(typed.Refusals) : ApiAnswer.Ok(await counts.RunAsync(first, last, ct));
    }
}
