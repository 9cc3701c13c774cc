using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>Consents through the API, by the same handlers as the pages.</summary>
static class ConsentsApi
{
    public sealed record View(
        Id<Consent> Id, Id<Case> Case, Id<Person> Subject, ConsentState State, ConsentStanding Standing, ConsentScope Scope,
        IReadOnlyList<ToldAgency> Agencies, DateTimeOffset? GivenAt, DateTimeOffset? WithdrawnAt,
        IReadOnlyList<ConsentPause> Pauses, DateOnly? AskAgainOn, int Version);
    public sealed record Identified(Id<Consent> Id);
    public sealed record Said(string? Words);
    public sealed record Declined(string? Words, string? AskAgainOn);
    public sealed record Again(string? AskAgainOn);
    public sealed record WithdrawalCorrection(string? Reason, string? Words);
    public sealed record Annulment(string? Reason);
    public sealed record Nobody(string? Reason, bool GuardianshipConsidered);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/cases/{id}/consents", ListAsync).Permit(Permission.SeeConsents).Produces<IReadOnlyList<View>>();
        api.MapPost("/cases/{id}/consents", async (Id<Case> id, ExplainInput input, ExplainConsent explain, CancellationToken ct) =>
        {
            var outcome = await explain.RunAsync(id, input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/consents/{outcome.Value}", new Identified(outcome.Value)));
        }).Permit(Permission.KeepConsents).Produces<Identified>(StatusCodes.Status201Created);
        api.MapGet("/consents/{id}", ShowAsync).Permit(Permission.SeeConsents).Produces<View>();
        api.MapPost("/consents/{id}/explanations", async (Id<Consent> id, ExplainInput input, ExplainConsent explain, CancellationToken ct) =>
            Done(await explain.AgainAsync(id, input, ct))).Permit(Permission.KeepConsents);
        api.MapPost("/consents/{id}/agencies", async (Id<Consent> id, TellInput input, ExplainConsent explain, CancellationToken ct) =>
            Done(await explain.TellAsync(id, input, ct))).Permit(Permission.KeepConsents);
        api.MapPost("/consents/{id}/give", async (Id<Consent> id, GiveInput input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.GiveAsync(id, input, ct))).Permit(Permission.KeepConsents);
        api.MapPost("/consents/{id}/decline", async (Id<Consent> id, Declined input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.DeclineAsync(id, input.Words, input.AskAgainOn, ct))).Permit(Permission.KeepConsents);
        api.MapPost("/consents/{id}/ask-again", async (Id<Consent> id, Again input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.AskAgainAsync(id, input.AskAgainOn, ct))).Permit(Permission.KeepConsents);
        api.MapPost("/consents/{id}/withdraw", async (Id<Consent> id, Said input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.WithdrawAsync(id, input.Words, ct))).Permit(Permission.KeepConsents);
        api.MapPost("/consents/{id}/withdrawal-correction", async (Id<Consent> id, WithdrawalCorrection input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.CorrectWithdrawalAsync(id, input.Reason, input.Words, ct))).Permit(Permission.CorrectConsents);
        api.MapPost("/consents/{id}/annulment", async (Id<Consent> id, Annulment input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.AnnulAsync(id, input.Reason, ct))).Permit(Permission.CorrectConsents);
        api.MapGet("/consent-corrections", async (SeeConsentCorrections see, CancellationToken ct) => ApiAnswer.Ok(await see.RunAsync(ct)))
            .Permit(Permission.SeeConsentCorrections).Produces<IReadOnlyList<CorrectedConsent>>();
        api.MapPost("/consents/{id}/nobody-can", async (Id<Consent> id, Nobody input, AnswerConsent answer, CancellationToken ct) =>
            Done(await answer.NobodyAsync(id, input.Reason, input.GuardianshipConsidered, ct))).Permit(Permission.KeepConsents);
    }

    private static async Task<ApiAnswer> ListAsync(Id<Case> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeConsents, RootRef.Of(RootKind.Case, id), ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == id).OrderBy(c => c.Id).ToListAsync(ct);
        return ApiAnswer.Ok(consents.ConvertAll(c => Of(c, work.Now)));
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Consent> id, AppDb db, Work work, CancellationToken ct)
    {
        if (await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consent) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var may = await work.MayAsync(Permission.SeeConsents, consent.Root, ct);
        return ApiAnswer.Of(may, () => ApiAnswer.Ok(Of(consent, work.Now)));
    }

    private static View Of(Consent c, DateTimeOffset now) => new(
        c.Id, c.CaseId, c.SubjectId, c.State, c.StandingAt(now), c.Scope, c.ToldAgencies, c.GivenAt, c.WithdrawnAt, c.Pauses, c.AskAgainOn, c.Version);

    private static ApiAnswer Done(Outcome outcome) => ApiAnswer.Of(outcome, () => new(StatusCodes.Status204NoContent));
}
