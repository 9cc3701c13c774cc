using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>Telephone memos through the API, by the same handlers as the pages.</summary>
static class PhoneMemosApi
{
    public sealed record Identified(Id<PhoneMemo> Id);
    public sealed record Became(Id<Consultation> Consultation);
    public sealed record Shown(
        Id<PhoneMemo> Id, int Version, PhoneMemoState State, Id<Account>? To, string? From, string? Phone, string Message, bool CallBack, string? CallBackWhen,
        Id<Account> LeftBy, DateTimeOffset LeftAt, Id<Account>? FinishedBy, DateTimeOffset? FinishedAt, Id<Consultation>? Consultation);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/memos");
        group.MapPost("/", LeaveAsync).Permit(Permission.LeavePhoneMemo).Produces<Identified>(StatusCodes.Status201Created);
        group.MapGet("/", ListAsync).Permit(Permission.ListPhoneMemos).Produces<PhoneMemoPage>();
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeePhoneMemo).Produces<Shown>();
        group.MapPost("/{id}/finish", async (Id<PhoneMemo> id, ChangePhoneMemo change, CancellationToken ct) => Answer(await change.FinishAsync(id, ct), id))
            .Permit(Permission.WritePhoneMemo).Produces<Identified>();
        group.MapPost("/{id}/reopening", async (Id<PhoneMemo> id, ChangePhoneMemo change, CancellationToken ct) => Answer(await change.ReopenAsync(id, ct), id))
            .Permit(Permission.WritePhoneMemo).Produces<Identified>();
        group.MapPost("/{id}/consultation", async (Id<PhoneMemo> id, ChangePhoneMemo change, CancellationToken ct) =>
        {
            var outcome = await change.TakeAsConsultationAsync(id, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Became(outcome.Value)));
        }).Permit(Permission.WritePhoneMemo).Produces<Became>();
    }

    private static ApiAnswer Answer(Outcome outcome, Id<PhoneMemo> id) => ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> LeaveAsync(PhoneMemoInput input, ChangePhoneMemo change, CancellationToken ct)
    {
        var outcome = await change.LeaveAsync(input, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/memos/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> ListAsync(bool? all, bool? mine, bool? callBack, string? after, PhoneMemoList list, CancellationToken ct) =>
        ApiAnswer.Ok(await list.RunAsync(new() { All = all ?? false, Mine = mine ?? false, CallBack = callBack ?? false, After = after }, ct));

    private static async Task<ApiAnswer> ShowAsync(Id<PhoneMemo> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeePhoneMemo, RootRef.Of(RootKind.PhoneMemo, id), ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        if (await db.PhoneMemos.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } m) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var became = await db.Consultations.Where(c => c.Id == m.ConsultationId).Select(c => (Id<Consultation>?)c.Id).SingleOrDefaultAsync(ct);
        return ApiAnswer.Ok(new Shown(
            m.Id, m.Version, m.State, m.ToAccount, m.From, m.Phone, m.Message, m.CallBack, m.CallBackWhen, m.LeftBy, m.LeftAt, m.FinishedBy, m.FinishedAt, became));
    }
}
