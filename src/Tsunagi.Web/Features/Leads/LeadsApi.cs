using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Leads;

/// <summary>Leads through the API, by the same handlers as the pages.</summary>
static class LeadsApi
{
    public sealed record Identified(Id<Lead> Id);
    public sealed record Became(Id<Case>? Case, Id<Consultation>? Consultation);
    public sealed record Step(int Number, LeadStepKind Kind, string? Note, string? NextAction, DateOnly? NextOn, Id<Account> Owner, Id<Account> By, DateTimeOffset At);
    public sealed record Shown(
        Id<Lead> Id, int Version, LeadState State, string Sign, string Source, string? SourceName, string? Place, DateOnly ReceivedOn, Id<Person>? Person,
        Id<Account> Owner, string NextAction, DateOnly? NextOn, Id<Case>? Case, Id<Consultation>? Consultation, IReadOnlyList<Step> Steps);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/leads");
        group.MapPost("/", NoticeAsync).Permit(Permission.RecordLead).Produces<Identified>(StatusCodes.Status201Created);
        group.MapGet("/", ListAsync).Permit(Permission.ListLeads).Produces<PageOf<LeadRow>>();
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeeLead).Produces<Shown>();
        group.MapPost("/{id}/watch", async (Id<Lead> id, LeadInput input, ChangeLead change, CancellationToken ct) => Answer(await change.WatchAsync(id, input, ct), id))
            .Permit(Permission.WriteLead).Produces<Identified>();
        group.MapPost("/{id}/end", async (Id<Lead> id, LeadInput input, ChangeLead change, CancellationToken ct) => Answer(await change.EndAsync(id, input, ct), id))
            .Permit(Permission.WriteLead).Produces<Identified>();
        group.MapPost("/{id}/reopening", async (Id<Lead> id, LeadInput input, ChangeLead change, CancellationToken ct) => Answer(await change.ReopenAsync(id, input, ct), id))
            .Permit(Permission.WriteLead).Produces<Identified>();
        group.MapPost("/{id}/case", async (Id<Lead> id, ChangeLead change, CancellationToken ct) =>
        {
            var outcome = await change.TakeAsCaseAsync(id, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Became(outcome.Value, null)));
        }).Permit(Permission.WriteLead).Produces<Became>();
        group.MapPost("/{id}/consultation", async (Id<Lead> id, ChangeLead change, CancellationToken ct) =>
        {
            var outcome = await change.TakeAsConsultationAsync(id, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Became(null, outcome.Value)));
        }).Permit(Permission.WriteLead).Produces<Became>();
    }

    private static ApiAnswer Answer(Outcome outcome, Id<Lead> id) => ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> NoticeAsync(LeadInput input, ChangeLead change, CancellationToken ct)
    {
        var outcome = await change.NoticeAsync(input, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/leads/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> ListAsync(bool? all, bool? mine, string? after, LeadList list, CancellationToken ct) =>
        ApiAnswer.Ok(await list.RunAsync(new() { All = all ?? false, Mine = mine ?? false, After = after }, ct));

    private static async Task<ApiAnswer> ShowAsync(Id<Lead> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeLead, RootRef.Of(RootKind.Lead, id), ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        if (await db.Leads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } l) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        return ApiAnswer.Ok(new Shown(
            l.Id, l.Version, l.State, l.Sign, l.Source, l.SourceName, l.Place, l.ReceivedOn, l.PersonId, l.OwnerId, l.NextAction, l.NextOn, l.CaseId,
            l.BecameConsultationId, [.. l.Steps.Select(s => new Step(s.Number, s.Kind, s.Note, s.NextAction, s.NextOn, s.OwnerId, s.By, s.At))]));
    }
}
