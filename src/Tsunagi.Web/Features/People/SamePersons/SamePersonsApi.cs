using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>Records of one person through the API, by the same handlers as the pages.</summary>
static class SamePersonsApi
{
    public sealed record Identified(Id<SamePerson> Id);
    public sealed record Found(int Pairs);
    public sealed record Compared(
        Id<SamePerson> Id, int Version, SamePersonState State, Id<Person> First, Id<Person> Second, Id<Person>? Leading, IReadOnlyList<ComparedField> Fields,
        IReadOnlyList<string> Reasons, IReadOnlyList<string> Differences, bool NeedsProtection, DateOnly? LaterOn, string? JudgedBy, DateTimeOffset? JudgedAt, string? Reason);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/people/duplicates");
        group.MapGet("/", ListAsync).Permit(Permission.ListSamePersons).Produces<PageOf<SamePersonRow>>();
        group.MapPost("/", AskAsync).Permit(Permission.JudgeSamePerson).Produces<Identified>(StatusCodes.Status201Created);
        group.MapPost("/search", SearchAsync).Permit(Permission.ListSamePersons).Produces<Found>();
        group.MapGet("/{id}", ShowAsync).Permit(Permission.JudgeSamePerson).Produces<Compared>();
        group.MapPost("/{id}/merge", async (Id<SamePerson> id, SamePersonInput input, JudgeSamePerson judge, CancellationToken ct) => Answer(await judge.MergeAsync(id, input, ct), id))
            .Permit(Permission.JudgeSamePerson).Produces<Identified>();
        group.MapPost("/{id}/apart", async (Id<SamePerson> id, SamePersonInput input, JudgeSamePerson judge, CancellationToken ct) => Answer(await judge.TellApartAsync(id, input, ct), id))
            .Permit(Permission.JudgeSamePerson).Produces<Identified>();
        group.MapPost("/{id}/later", async (Id<SamePerson> id, SamePersonInput input, JudgeSamePerson judge, CancellationToken ct) => Answer(await judge.PutOffAsync(id, input, ct), id))
            .Permit(Permission.JudgeSamePerson).Produces<Identified>();
        group.MapPost("/{id}/undo", async (Id<SamePerson> id, SamePersonInput input, JudgeSamePerson judge, CancellationToken ct) => Answer(await judge.TakeBackAsync(id, input, ct), id))
            .Permit(Permission.JudgeSamePerson).Produces<Identified>();
    }

    private static ApiAnswer Answer(Outcome outcome, Id<SamePerson> id) => ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> ListAsync(SamePersonList? list, string? after, ListSamePersons handler, CancellationToken ct) =>
        ApiAnswer.Ok(await handler.RunAsync(list ?? SamePersonList.Open, after, ct));

    private static async Task<ApiAnswer> AskAsync(SamePersonPair pair, FindSamePersons find, CancellationToken ct)
    {
        var asked = await find.AskAsync(pair, ct);
        return ApiAnswer.Of(asked, () => ApiAnswer.Created($"/api/v1/people/duplicates/{asked.Value}", new Identified(asked.Value)));
    }

    private static async Task<ApiAnswer> SearchAsync(FindSamePersons find, CancellationToken ct)
    {
        var found = await find.RunAsync(ct);
        return ApiAnswer.Of(found, () => ApiAnswer.Ok(new Found(found.Value)));
    }

    private static async Task<ApiAnswer> ShowAsync(Id<SamePerson> id, SeeSamePerson see, CancellationToken ct)
    {
        var seen = await see.RunAsync(id, ct);
        return ApiAnswer.Of(seen, () =>
        {
            var (pair, judged) = (seen.Value, seen.Value.Judgement);
            return ApiAnswer.Ok(new Compared(
                id, judged.Version, judged.State, judged.FirstId, judged.SecondId, judged.LeadingId, pair.Fields, pair.Likeness.Reasons, pair.Likeness.Differences,
                pair.NeedsProtection, judged.LaterOn, pair.JudgedBy, judged.JudgedAt, judged.Reason));
        });
    }
}
