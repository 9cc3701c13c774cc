using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>引継ぎ through the API.</summary>
static class HandoversApi
{
    public sealed record HandoverId(Id<Handover> Id);
    public sealed record AcceptInput(Id<Account>? Worker, string? Words);
    public sealed record EndInput(string? Words);

    /// <summary>The case is told only to those who may see it.</summary>
    public sealed record HandoverView(
        Id<Handover> Id, HandoverState State, Id<Organisation> From, Id<Organisation> To, string Reason, string Points, DateOnly? IntroductionOn, bool PersonTold,
        Id<Account> OfferedBy, DateTimeOffset OfferedAt, Id<Account>? AnsweredBy, DateTimeOffset? AnsweredAt, string? AnswerWords, Id<Case>? Case);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/cases/{id}/handovers", async (Id<Case> id, HandoverInput input, OfferHandover offer, CancellationToken ct) =>
        {
            var outcome = await offer.RunAsync(id, input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/handovers/{outcome.Value}", new HandoverId(outcome.Value)));
        }).Permit(Permission.OfferHandover).Produces<HandoverId>(StatusCodes.Status201Created);
        api.MapGet("/handovers", async (bool? waiting, string? after, ListHandovers list, CancellationToken ct) =>
        {
            var page = waiting == true ? PageOf<HandoverRow>.Whole(await list.WaitingAsync(ct)) : await list.RunAsync(answered: false, after, ct);
            return ApiAnswer.Ok(new CasesApi.Page<HandoverRow>(page.Items, page.Next));
        }).Permit(Permission.ListHandovers).Produces<CasesApi.Page<HandoverRow>>();
        api.MapGet("/handovers/{id}", ShowAsync).Permit(Permission.SeeHandover).Produces<HandoverView>();
        api.MapPost("/handovers/{id}/accept", (Id<Handover> id, AcceptInput input, AnswerHandover answer, CancellationToken ct) =>
            CasesApi.DoneAsync(answer.AcceptAsync(id, input.Worker, input.Words, ct))).Permit(Permission.AnswerHandover);
        api.MapPost("/handovers/{id}/decline", (Id<Handover> id, EndInput input, AnswerHandover answer, CancellationToken ct) =>
            CasesApi.DoneAsync(answer.DeclineAsync(id, input.Words, ct))).Permit(Permission.AnswerHandover);
        api.MapPost("/handovers/{id}/withdraw", (Id<Handover> id, EndInput input, AnswerHandover answer, CancellationToken ct) =>
            CasesApi.DoneAsync(answer.WithdrawAsync(id, input.Words, ct))).Permit(Permission.WithdrawHandover);
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Handover> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeHandover, RootRef.Of(RootKind.Handover, id), ct);
        if (!may.IsDone)
            return ApiAnswer.Refused(may.Refusals);
        var h = await db.Handovers.AsNoTracking().SingleAsync(x => x.Id == id, ct);
        var sees = (await work.DecideAsync(RootRef.Of(RootKind.Case, h.CaseId), ct)).IsVisible;
        return ApiAnswer.Ok(new HandoverView(
            h.Id, h.State, h.FromOrganisationId, h.ToOrganisationId, h.Reason, h.Points, h.IntroductionOn, h.PersonTold,
            h.OfferedBy, h.OfferedAt, h.AnsweredBy, h.AnsweredAt, h.AnswerWords, sees ? h.CaseId : null));
    }
}
