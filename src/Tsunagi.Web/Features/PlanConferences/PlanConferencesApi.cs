using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>重層的支援会議 through the API, by the same handlers as the pages.</summary>
static class PlanConferencesApi
{
    public sealed record View(
        Id<PlanConference> Id, Id<Plan> Plan, int PlanVersion, Id<Case> Case, PlanConferencePurpose Purpose, PlanConferenceState State,
        DateTimeOffset ScheduledAt, string Place, IReadOnlyList<Id<Person>> Subjects, IReadOnlyList<PlanConferenceAttendee> Attendees,
        IReadOnlyList<PlanConferenceItem> Items, DateTimeOffset? ConsentCheckedAt, DateTimeOffset? HeldAt,
        IReadOnlyList<ConferenceContent> Missing, IReadOnlyList<ConferenceEntry> Entries, IReadOnlyList<ConferenceTask> Tasks,
        IReadOnlyList<ConferenceGap> Gaps, PlanConferenceDecision? Decision, DateOnly? NextOn, string? Minutes, IReadOnlyList<PlanConferenceCorrection> Corrections);
    public sealed record GapView(Id<Person> Subject, string RecipientCategory, RefusalCode Reason);
    public sealed record Identified(Id<PlanConference> Id);
    public sealed record Text(string? Value);
    public sealed record TaskInput(string? Who, string? What, string? Until);
    public sealed record GapInput(string? Kind, string? Text);
    public sealed record DecideInput(PlanConferenceDecision Decision, string? NextOn);
    public sealed record CorrectionInput(string? Text, string? Reason);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/plan-conferences", async (string? after, ListPlanConferences list, CancellationToken ct) =>
            ApiAnswer.Ok(await list.RunAsync(after, ct))).Permit(Permission.ListPlanConferences).Produces<PageOf<PlanConferenceRow>>();
        api.MapPost("/plan-conferences", async (ConferenceInput input, PreparePlanConference prepare, CancellationToken ct) =>
        {
            var outcome = await prepare.RunAsync(input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/plan-conferences/{outcome.Value}", new Identified(outcome.Value)));
        }).Permit(Permission.RunPlanConference).Produces<Identified>(StatusCodes.Status201Created);
        api.MapGet("/plan-conferences/{id}", ShowAsync).Permit(Permission.SeePlanConference).Produces<View>();
        api.MapGet("/plan-conferences/{id}/consent-gaps", GapsAsync).Permit(Permission.RunPlanConference).Produces<IReadOnlyList<GapView>>();
        MapPreparing(api);
        MapHolding(api);
    }

    private static void MapPreparing(RouteGroupBuilder api)
    {
        api.MapPost("/plan-conferences/{id}/schedule", async (Id<PlanConference> id, ScheduleInput input, PreparePlanConference prepare, CancellationToken ct) =>
            Done(await prepare.RescheduleAsync(id, input, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/attendees", async (Id<PlanConference> id, InviteInput input, PreparePlanConference prepare, CancellationToken ct) =>
            Done(await prepare.InviteAsync(id, input, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/attendees/{number}/remove", async (Id<PlanConference> id, int number, PreparePlanConference prepare, CancellationToken ct) =>
            Done(await prepare.UninviteAsync(id, number, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/items", async (Id<PlanConference> id, ItemInput input, PreparePlanConference prepare, CancellationToken ct) =>
            Done(await prepare.AddItemAsync(id, input, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/check-consent", async (Id<PlanConference> id, PreparePlanConference prepare, CancellationToken ct) =>
            Done(await prepare.CheckConsentAsync(id, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/cancel", async (Id<PlanConference> id, Text input, PreparePlanConference prepare, CancellationToken ct) =>
            Done(await prepare.CancelAsync(id, input.Value, ct))).Permit(Permission.RunPlanConference);
    }

    private static void MapHolding(RouteGroupBuilder api)
    {
        api.MapPost("/plan-conferences/{id}/hold", async (Id<PlanConference> id, HoldInput input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.HoldAsync(id, input, ct))).Permit(Permission.RunPlanConference);
        api.MapPut("/plan-conferences/{id}/entries/{content}", async (Id<PlanConference> id, string content, Text input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.WriteAsync(id, Enum.TryParse<ConferenceContent>(content, ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : null, input.Value, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/tasks", async (Id<PlanConference> id, TaskInput input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.AddTaskAsync(id, input.Who, input.What, input.Until, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/gaps", async (Id<PlanConference> id, GapInput input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.NoteGapAsync(id, input.Kind, input.Text, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/attendees/{number}/voice", async (Id<PlanConference> id, int number, VoiceInput input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.SpeakAsync(id, number, input, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/decide", async (Id<PlanConference> id, DecideInput input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.DecideAsync(id, input.Decision, input.NextOn, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/minutes", async (Id<PlanConference> id, Text input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.FixMinutesAsync(id, input.Value, ct))).Permit(Permission.RunPlanConference);
        api.MapPost("/plan-conferences/{id}/corrections", async (Id<PlanConference> id, CorrectionInput input, HoldPlanConference hold, CancellationToken ct) =>
            Done(await hold.CorrectAsync(id, input.Text, input.Reason, ct))).Permit(Permission.RunPlanConference);
    }

    private static async Task<ApiAnswer> ShowAsync(Id<PlanConference> id, AppDb db, Work work, CancellationToken ct)
    {
        if (await db.PlanConferences.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } c) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var may = await work.MayAsync(db, Permission.SeePlanConference, c.Root, c.CaseId, ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        var told = may.Value.Shows(FieldClasses.Narrative);
        return ApiAnswer.Ok(new View(
            c.Id, c.PlanId, c.PlanVersion, c.CaseId, c.Purpose, c.State, c.ScheduledAt, c.Place, c.SubjectIds, c.Attendees, told ? c.Items : [],
            c.ConsentCheckedAt, c.HeldAt, c.MissingContents(), told ? c.Entries : [], told ? c.Tasks : [], told ? c.Gaps : [], c.Decision, c.NextOn,
            told ? c.Minutes : null, told ? c.Corrections : []));
    }

    private static async Task<ApiAnswer> GapsAsync(Id<PlanConference> id, AppDb db, Work work, PlanWard ward, CancellationToken ct)
    {
        if (await db.PlanConferences.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conference) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        var may = await work.MayAsync(db, Permission.RunPlanConference, conference.Root, conference.CaseId, ct);
        if (!may.IsDone) return ApiAnswer.Refused(may.Refusals);
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == conference.CaseId).ToListAsync(ct);
        return ApiAnswer.Ok(conference.ConsentGaps(consents, ward.Conferences, work.Now).Select(g => new GapView(g.Subject, g.RecipientCategory, g.Reason)).ToList());
    }

    private static ApiAnswer Done(Outcome outcome) => ApiAnswer.Of(outcome, () => new(StatusCodes.Status204NoContent));
}
