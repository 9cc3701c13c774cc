using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>Plans through the API, by the same handlers as the pages.</summary>
static class PlansApi
{
    public sealed record VersionView(
        int Number, PlanVersionState State, PlanContent? Content, Id<Organisation> MainAgency, int Round, PlanGate? NextGate,
        IReadOnlyList<PlanGate> GatesPassed, DateOnly? NextMonitoringOn, bool MonitoringOverdue, DateOnly? NextFollowUpOn,
        IReadOnlyList<Monitoring> Monitorings, IReadOnlyList<Evaluation> Evaluations, IReadOnlyList<FollowUp> FollowUps);
    public sealed record View(Id<Plan> Id, Id<Case> Case, PlanKind Kind, int Seen, int Current, IReadOnlyList<VersionView> Versions);
    public sealed record Identified(Id<Plan> Id);
    public sealed record PutUp(Id<Decision> Id);
    public sealed record Reason(string? Text);
    public sealed record Activation(string? MonitoringOn);
    public sealed record Resume(string? Reason, string? NextOn);
    public sealed record FollowUpPlan(string? DueOn, string? Method);
    public sealed record FollowUpDone(string? DoneOn, string? Words);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/cases/{id}/plans", ListAsync).Permit(Permission.SeePlan).Produces<IReadOnlyList<View>>();
        api.MapPost("/cases/{id}/plans", async (Id<Case> id, PlanInput input, DraftPlan draft, CancellationToken ct) =>
        {
            var outcome = await draft.RunAsync(id, input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/plans/{outcome.Value}", new Identified(outcome.Value)));
        }).Permit(Permission.WritePlan).Produces<Identified>(StatusCodes.Status201Created);
        api.MapGet("/plans/{id}", ShowAsync).Permit(Permission.SeePlan).Produces<View>();
        api.MapGet("/plans/{id}/difference", DifferenceAsync).Permit(Permission.SeePlan).Produces<IReadOnlyList<PlanChange>>();
        api.MapPost("/plans/{id}/versions", async (Id<Plan> id, DraftPlan draft, CancellationToken ct) => Done(await draft.NextAsync(id, ct))).Permit(Permission.WritePlan);
        api.MapPut("/plans/{id}/versions/{version}", async (Id<Plan> id, int version, PlanInput input, DraftPlan draft, CancellationToken ct) =>
            Done(await draft.EditAsync(id, version, input, ct))).Permit(Permission.WritePlan);
        api.MapPost("/decisions", async (DecisionInput input, PutUpPlan putUp, CancellationToken ct) =>
        {
            var outcome = await putUp.RunAsync(input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/decisions/{outcome.Value}", new PutUp(outcome.Value)));
        }).Permit(Permission.DraftDecision).Produces<PutUp>(StatusCodes.Status201Created);
        MapSteps(api);
        MapFollowing(api);
    }

    private static void MapSteps(RouteGroupBuilder api)
    {
        api.MapPost("/plans/{id}/versions/{version}/signatures", async (Id<Plan> id, int version, SignInput input, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.SignAsync(id, version, input, ct))).Permit(Permission.WritePlan);
        api.MapPost("/plans/{id}/versions/{version}/submit", async (Id<Plan> id, int version, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.SubmitAsync(id, version, ct))).Permit(Permission.WritePlan);
        api.MapPost("/plans/{id}/versions/{version}/take-back", async (Id<Plan> id, int version, Reason input, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.TakeBackAsync(id, version, input.Text, ct))).Permit(Permission.WritePlan);
        api.MapPost("/plans/{id}/versions/{version}/drop", async (Id<Plan> id, int version, Reason input, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.DropAsync(id, version, input.Text, ct))).Permit(Permission.WritePlan);
        api.MapPost("/plans/{id}/versions/{version}/activate", async (Id<Plan> id, int version, Activation? input, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.ActivateAsync(id, version, input?.MonitoringOn, ct))).Permit(Permission.WritePlan);
        api.MapPost("/plans/{id}/versions/{version}/resume", async (Id<Plan> id, int version, Resume input, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.ResumeAsync(id, version, input.Reason, input.NextOn, ct))).Permit(Permission.WritePlan);
        api.MapPost("/plans/{id}/versions/{version}/close", async (Id<Plan> id, int version, Reason input, AdvancePlan advance, CancellationToken ct) =>
            Done(await advance.CloseAsync(id, version, input.Text, ct))).Permit(Permission.WritePlan);
    }

    private static void MapFollowing(RouteGroupBuilder api)
    {
        api.MapPost("/plans/{id}/versions/{version}/monitorings", async (Id<Plan> id, int version, MonitorInput input, FollowPlan follow, CancellationToken ct) =>
            Done(await follow.MonitorAsync(id, version, input, ct))).Permit(Permission.MonitorPlan);
        api.MapPost("/plans/{id}/versions/{version}/start-evaluation", async (Id<Plan> id, int version, Reason input, FollowPlan follow, CancellationToken ct) =>
            Done(await follow.StartEvaluationAsync(id, version, input.Text, ct))).Permit(Permission.MonitorPlan);
        api.MapPost("/plans/{id}/versions/{version}/evaluations", async (Id<Plan> id, int version, EvaluateInput input, FollowPlan follow, CancellationToken ct) =>
            Done(await follow.EvaluateAsync(id, version, input, ct))).Permit(Permission.MonitorPlan);
        api.MapPost("/plans/{id}/versions/{version}/follow-ups", async (Id<Plan> id, int version, FollowUpPlan input, FollowPlan follow, CancellationToken ct) =>
            Done(await follow.PlanFollowUpAsync(id, version, input.DueOn, input.Method, ct))).Permit(Permission.MonitorPlan);
        api.MapPost("/plans/{id}/versions/{version}/follow-ups/{number}/done", async (Id<Plan> id, int version, int number, FollowUpDone input, FollowPlan follow, CancellationToken ct) =>
            Done(await follow.DoFollowUpAsync(id, version, number, input.DoneOn, input.Words, ct))).Permit(Permission.MonitorPlan);
    }

    private static async Task<ApiAnswer> ListAsync(Id<Case> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeePlan, RootRef.Of(RootKind.Case, id), ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        var plans = await db.Plans.AsNoTracking().Where(p => p.CaseId == id).OrderBy(p => p.Id).ToListAsync(ct);
        // Whoever lists the plans of a case works on it.
        return ApiAnswer.Ok(plans.ConvertAll(p => Of(new(p, p.Versions), may.Value, work.Today)));
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Plan> id, AppDb db, Work work, PlanSight sight, PlanWard ward, CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var may = await work.MayAsync(db, Permission.SeePlan, plan.Root, plan.CaseId, ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        var seen = await sight.OfAsync(plan, ward.Plans.Need, ct);
        return seen.Versions.Count == 0 ? ApiAnswer.Refused([new(RefusalCode.NotFound)]) : ApiAnswer.Ok(Of(seen, may.Value, work.Today));
    }

    private static async Task<ApiAnswer> DifferenceAsync(
        Id<Plan> id, int from, int to, AppDb db, Work work, PlanSight sight, PlanWard ward, CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan
            || plan.Numbered(from) is null || plan.Numbered(to) is null) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var may = await work.MayAsync(db, Permission.SeePlan, plan.Root, plan.CaseId, ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        var seen = await sight.OfAsync(plan, ward.Plans.Need, ct);
        if (seen.Numbered(from) is not { } before || seen.Numbered(to) is not { } after) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        if (!may.Value.Shows(FieldClasses.Narrative)) return ApiAnswer.Refused([new(RefusalCode.NotAllowed)]);
        return ApiAnswer.Ok(PlanDifference.Between(before.Content, after.Content));
    }

    // A reader by consent sees what the consent opens: without the narrative class, only that the plan exists and its dates.
    private static View Of(SeenPlan seen, AccessDecision decision, DateOnly today)
    {
        var plan = seen.Plan;
        var whole = decision.Shows(FieldClasses.Narrative);
        return new(plan.Id, plan.CaseId, plan.Kind, plan.Version, seen.Current!.Number,
        [
            .. seen.Versions.OrderBy(v => v.Number).Select(v => new VersionView(
                v.Number, v.State, whole ? v.Content : null, v.MainAgencyId, v.Round, v.NextGate, v.GatesPassed, v.NextMonitoringOn,
                v.IsMonitoringOverdue(today), v.NextFollowUpOn, whole ? v.Monitorings : [], whole ? v.Evaluations : [], whole ? v.FollowUps : [])),
        ]);
    }

    private static ApiAnswer Done(Outcome outcome) => ApiAnswer.Of(outcome, () => new(StatusCodes.Status204NoContent));
}
