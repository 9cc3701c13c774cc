using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Consultations through the API, by the same handlers as the pages.</summary>
static class ConsultationsApi
{
    public sealed record Identified(Id<Consultation> Id);
    public sealed record Draft(Id<Consultation>? Id, Dictionary<string, string>? Fields);
    public sealed record Correction(int Version, ConsultationInput Fields, string? Reason);
    public sealed record Reasoned(string? Reason);
    public sealed record Named(Id<Person> Person, ConcernedAs As);
    public sealed record Trace(int Number, string Field, string? OldValue, string? NewValue, string? Reason, Id<Account> By, DateTimeOffset At);
    public sealed record Shown(
        Id<Consultation> Id, int Version, ConsultationState State, Id<Organisation> Organisation, Id<Account> Worker, DateTimeOffset At,
        string Channel, string? Route, Visitor? Visitor, IReadOnlyList<string> Topics, string? WorstTopic, string? OwnWords,
        IReadOnlyList<Statement> Statements, string? Wishes, string? Care, string? Observations, string? Urgency, IReadOnlyList<string> DangerSigns,
        IntakeAgreement Agreement, int? Minutes, IReadOnlyList<Named> Persons, Id<Household>? Household, string? OutcomeText, bool? AgreedToEnd,
        Id<Case>? Case, Id<Handoff>? Handoff, Id<Lead>? Lead, IReadOnlyList<Trace> Corrections);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/consultations");
        group.MapPost("/", ReceiveAsync).Permit(Permission.RecordConsultation).Produces<Identified>(StatusCodes.Status201Created);
        group.MapGet("/", ListAsync).Permit(Permission.ListConsultations).Produces<ConsultationPage>();
        group.MapPost("/drafts", DraftAsync).Permit(Permission.RecordConsultation).Produces<Identified>();
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeeConsultation).Produces<Shown>();
        group.MapPost("/{id}/decision", DecideAsync).Permit(Permission.WriteConsultation).Produces<Identified>();
        group.MapPost("/{id}/reopening", ReopenAsync).Permit(Permission.WriteConsultation).Produces<Identified>();
        group.MapPost("/{id}/corrections", CorrectAsync).Permit(Permission.WriteConsultation).Produces<Identified>();
        group.MapPost("/{id}/people", NameAsync).Permit(Permission.WriteConsultation).Produces<Named>(StatusCodes.Status201Created);
        group.MapPost("/{id}/people/{person}/removal", TakeBackAsync).Permit(Permission.WriteConsultation).Produces<Identified>();
    }

    private static async Task<ApiAnswer> ReceiveAsync(ConsultationInput input, ReceiveConsultation receive, CancellationToken ct)
    {
        var outcome = await receive.RunAsync(input, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/consultations/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> ListAsync(
        string? state, bool? mine, string? topic, bool? oldestFirst, string? after, int? size, ConsultationList list, CancellationToken ct)
    {
        var typed = new TypedInput();
        var chosen = typed.Choice<ConsultationState>(nameof(state), state);
        return typed.Refusals.Count > 0 ? ApiAnswer.Refused(typed.Refusals) : ApiAnswer.Ok(await list.RunAsync(
            new() { State = chosen, Mine = mine ?? false, Topic = topic, OldestFirst = oldestFirst ?? false, After = after, Size = size ?? 50 }, ct));
    }

    private static async Task<ApiAnswer> DraftAsync(Draft draft, SaveDraft save, Work work, CancellationToken ct)
    {
        var saved = await save.RunAsync(draft.Id ?? work.NewId<Consultation>(), draft.Fields ?? [], ct);
        return ApiAnswer.Of(saved, () => ApiAnswer.Ok(new Identified(saved.Value)));
    }

    private static async Task<ApiAnswer> DecideAsync(Id<Consultation> id, ConsultationInput input, DecideConsultation decide, CancellationToken ct) =>
        ApiAnswer.Of(await decide.RunAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> ReopenAsync(Id<Consultation> id, Reasoned input, DecideConsultation decide, CancellationToken ct) =>
        ApiAnswer.Of(await decide.ReopenAsync(id, input.Reason, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> CorrectAsync(Id<Consultation> id, Correction input, CorrectConsultation correct, CancellationToken ct) =>
        ApiAnswer.Of(await correct.RunAsync(id, input.Version, input.Fields, input.Reason, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> NameAsync(Id<Consultation> id, ConcernedInput input, ChangeConcerned change, CancellationToken ct)
    {
        var outcome = await change.NameAsync(id, input, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/people/{outcome.Value}", new Named(outcome.Value, input.As)));
    }

    private static async Task<ApiAnswer> TakeBackAsync(Id<Consultation> id, Id<Person> person, Reasoned input, ChangeConcerned change, CancellationToken ct) =>
        ApiAnswer.Of(await change.TakeBackAsync(id, person, input.Reason, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> ShowAsync(Id<Consultation> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeConsultation, RootRef.Of(RootKind.Consultation, id), ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        if (await db.Consultations.AsNoTracking().Include(c => c.Persons).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } c) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var words = may.Value.Shows(FieldClasses.Narrative);
        var visitor = may.Value.Shows(FieldClasses.Contact) ? c.Visitor : may.Value.Shows(FieldClasses.Identity) ? c.Visitor with { Contact = null } : null;
        return ApiAnswer.Ok(new Shown(
            c.Id, c.Version, c.State, c.OrganisationId, c.WorkerId, c.At, c.Channel, c.Route, visitor, c.Topics, c.WorstTopic,
            words ? c.OwnWords : null, words ? c.Statements : [], words ? c.Wishes : null, words ? c.Care : null, words ? c.Observations : null,
            c.Urgency, c.DangerSigns, c.Agreement, c.Minutes, [.. c.Content.Persons.Select(p => new Named(p.PersonId, p.As))], c.HouseholdId,
            words ? c.OutcomeText : null, c.AgreedToEnd, c.CaseId, c.HandoffId, c.LeadId,
            words ? [.. c.Corrections.Select(t => new Trace(t.Number, t.Field, t.OldValue, t.NewValue, t.Reason, t.By, t.At))] : []));
    }
}
