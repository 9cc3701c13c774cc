using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>連携検討のお知らせ through the API, by the same handlers as the pages.</summary>
static class NoticesApi
{
    public sealed record Named(Id<Organisation> Id, string Name, string? Phone);
    public sealed record Listed(Id<CoordinationNotice> Id, DateOnly ToldOn, DateOnly AnswerBy, DateOnly DeleteOn, CoordinationNoticeState State, bool IsOverdue, IReadOnlyList<Named> Organisations);
    public sealed record Shown(
        Id<CoordinationNotice> Id, int Version, DateOnly ToldOn, DateOnly AnswerBy, DateOnly DeleteOn, CoordinationNoticeState State,
        IReadOnlyList<Named> Organisations, IReadOnlyList<NoticeStep> Steps);
    public sealed record Identified(Id<CoordinationNotice> Id);
    public sealed record Wish(bool Declines, IReadOnlyList<MatchingWord> Words);
    public sealed record Concerns(int Version, IReadOnlyList<string> Codes, IReadOnlyList<ConcernMark> Marks);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/coordination-notices");
        group.MapGet("/", async (NoticeList list, CurrentWard ward, CancellationToken ct) => ApiAnswer.Ok((await list.RunAsync(ct))
            .Select(n => new Listed(n.Id, JapanTime.DateOf(n.ToldAt), n.AnswerBy, n.DeleteOn, n.State, n.IsOverdue, NamesOf(n.Organisations, ward))).ToList()))
            .Permit(Permission.ListNotices).Produces<IReadOnlyList<Listed>>();
        group.MapGet("/rule", (SeeNoticeRule see) => ApiAnswer.Ok(see.Run())).Permit(Permission.SeeNoticeRule).Produces<PublishedRule>();
        group.MapGet("/figures", async (SeeNoticeFigures see, CancellationToken ct) => ApiAnswer.Ok(await see.RunAsync(ct)))
            .Permit(Permission.SeeNoticeFigures).Produces<IReadOnlyList<NoticeYear>>();
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeeNotice).Produces<Shown>();
        group.MapPost("/{id}/answer", async (Id<CoordinationNotice> id, NoticeAnswer input, HttpRequest request, AnswerNotice answer, CancellationToken ct) =>
            ApiAnswer.Of(await answer.RunAsync(id, input, IfMatch.Of(request), ct), () => ApiAnswer.Ok(new Identified(id)))).Permit(Permission.AnswerNotice).Produces<Identified>();
        api.MapGet("/people/{id}/matching", async (Id<Person> id, KeepMatchingWish keep, CancellationToken ct) =>
        {
            var seen = await keep.SeeAsync(id, ct);
            return ApiAnswer.Of(seen, () => ApiAnswer.Ok(new Wish(seen.Value.Declines, seen.Value.Words)));
        }).Permit(Permission.SeePerson).Produces<Wish>();
        api.MapPost("/people/{id}/matching", async (Id<Person> id, MatchingWishInput input, KeepMatchingWish keep, CancellationToken ct) =>
            ApiAnswer.Of(await keep.RunAsync(id, input, ct), ApiAnswer.Done)).Permit(Permission.WritePerson).Produces(StatusCodes.Status204NoContent);
        api.MapGet("/cases/{id}/concerns", async (Id<Case> id, MarkConcerns mark, CancellationToken ct) =>
        {
            var seen = await mark.SeeAsync(id, ct);
            return ApiAnswer.Of(seen, () => ApiAnswer.Ok(new Concerns(seen.Value.Version, seen.Value.Codes, seen.Value.Marks)));
        }).Permit(Permission.SeeCase).Produces<Concerns>();
        api.MapPut("/cases/{id}/concerns", async (Id<Case> id, ConcernsInput input, HttpRequest request, MarkConcerns mark, CancellationToken ct) =>
            ApiAnswer.Of(await mark.RunAsync(id, input, IfMatch.Of(request), ct), ApiAnswer.Done)).Permit(Permission.WriteCase).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<ApiAnswer> ShowAsync(Id<CoordinationNotice> id, AnswerNotice answer, CurrentWard ward, CancellationToken ct)
    {
        var seen = await answer.SeeAsync(id, ct);
        return ApiAnswer.Of(seen, () => seen.Value is var n
            ? ApiAnswer.Ok(new Shown(n.Id, n.Version, JapanTime.DateOf(n.ToldAt), n.AnswerBy, n.DeleteOn, n.State, NamesOf(n.Organisations, ward), n.Steps)) : ApiAnswer.Done());
    }

    private static List<Named> NamesOf(IEnumerable<Id<Organisation>> organisations, CurrentWard ward) =>
        [.. organisations.Select(o => new Named(o, ward.NameOf(o), ward.Find(o)?.Phone))];
}
