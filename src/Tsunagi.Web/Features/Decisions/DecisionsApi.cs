using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁 through the API, by the same handlers as the pages.</summary>
static class DecisionsApi
{
    public sealed record View(
        Id<Decision> Id, DecisionSubject Subject, Id<Organisation> PutUpBy, Id<Organisation> DecidedBy, DecisionState State, string Proposal, string? NextRole, IReadOnlyList<DecisionStep> Steps, int Version);
    public sealed record Said(string? Words);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/decisions", ListAsync).Permit(Permission.ListDecisions).Produces<PageOf<View>>();
        api.MapGet("/decisions/{id}", ShowAsync).Permit(Permission.SeeDecision).Produces<View>();
        api.MapPost("/decisions/{id}/redraft", async (Id<Decision> id, Said input, DraftDecision draft, CancellationToken ct) =>
            Done(await draft.RedraftAsync(id, input.Words, ct))).Permit(Permission.DraftDecision);
        api.MapPost("/decisions/{id}/withdraw", async (Id<Decision> id, Said input, DraftDecision draft, CancellationToken ct) =>
            Done(await draft.WithdrawAsync(id, input.Words, ct))).Permit(Permission.DraftDecision);
        foreach (var (path, verb) in new[]
        {
            ("check", DecisionVerb.Check), ("decide", DecisionVerb.Decide), ("decide-as-deputy", DecisionVerb.DecideAsDeputy),
            ("view", DecisionVerb.View), ("send-back", DecisionVerb.SendBack),
        })
            api.MapPost($"/decisions/{{id}}/{path}", async (Id<Decision> id, Said input, TakeDecision take, CancellationToken ct) =>
                Done(await take.RunAsync(id, verb, input.Words, ct))).Permit(Permission.TakeDecision);
    }

    private static async Task<ApiAnswer> ListAsync(bool? waiting, string? after, ListDecisions list, CancellationToken ct) =>
        ApiAnswer.Ok((waiting == true ? PageOf<Decision>.Whole(await list.WaitingAsync(ct)) : await list.RunAsync([], after, ct)).Select(Of));

    private static async Task<ApiAnswer> ShowAsync(Id<Decision> id, AppDb db, Work work, CancellationToken ct)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var may = await work.MayAsync(db, Permission.SeeDecision, decision.Root, decision.CaseId, ct);
        return ApiAnswer.Of(may, () => ApiAnswer.Ok(Of(decision)));
    }

    private static View Of(Decision d) => new(d.Id, d.Subject, d.AuthorOrganisationId, d.OrganisationId, d.State, d.Proposal, d.NextRole, d.Steps, d.Version);

    private static ApiAnswer Done(Outcome outcome) => ApiAnswer.Of(outcome, () => new(StatusCodes.Status204NoContent));
}
