using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>Cases through the API, by the same handlers as the pages.</summary>
static class CasesApi
{
    public sealed record Page<T>(IReadOnlyList<T> Items, string? After);
    public sealed record CaseId(Id<Case> Id);
    public sealed record NoteId(Id<ProgressNote> Id);
    public sealed record TaskId(Id<CaseTask> Id);
    public sealed record VersionNumber(int Number);
    public sealed record Words(string? Text);
    public sealed record ResumeInput(string? Reason);
    public sealed record FollowUpInput(string? Result);
    public sealed record PersonInput(Id<Person>? Person, CasePersonRole Role, string? Name = null, string? Kana = null, string? Birth = null, string? Phone = null);
    public sealed record LeaveInput(string? Reason);
    public sealed record CorrectionInput(int Paragraph, string? Text, string? Reason);
    public sealed record RetractInput(string? Reason);
    public sealed record AssessmentInput(int BasedOn, IReadOnlyList<AssessmentAnswer>? Answers, IReadOnlyList<string>? Issues, IReadOnlyList<EquivalentDocument>? Documents);
    public sealed record Version(int Number, DateTimeOffset WrittenAt, Id<Account> WrittenBy, Id<Organisation> Organisation, AssessmentSheet Sheet, IReadOnlyList<string> Blanks);
    public sealed record WorkerInput(Id<Account>? Worker, DateOnly? From);
    public sealed record DeputyInput(Id<Account>? Account, DateOnly? Until);
    public sealed record BulkInput(IReadOnlyList<Id<Case>>? Cases, Id<Account>? Worker, DateOnly? From);
    public sealed record DeputiesInput(IReadOnlyList<Id<Case>>? Cases, Id<Account>? Account, DateOnly? Until);
    public sealed record CasesInput(IReadOnlyList<Id<Case>>? Cases);
    public sealed record CasePersonView(Id<Person> Person, CasePersonRole Role, bool IsReference, DateTimeOffset IncludedAt, DateTimeOffset? LeftAt, string? LeftReason);
    public sealed record PeriodView(Id<Organisation> Organisation, DateTimeOffset From, DateTimeOffset? Until);
    public sealed record AssignmentView(int Number, Id<Account>? Worker, Id<Organisation> Organisation, DateTimeOffset From, DateTimeOffset? Until);
    public sealed record TeamView(int Number, string Role, Id<Account>? Account, Id<Organisation>? Organisation, string? Outside, DateOnly From, DateOnly? Until);
    public sealed record LinkView(Id<Case> Case, CaseLinkKind Kind);
    public sealed record SuspensionView(string Reason, string ContactPlan, DateOnly ReviewOn, DateTimeOffset From, DateTimeOffset? Until, string? EndReason);
    public sealed record CaseView(
        Id<Case> Id, string Number, CaseState State, int Version, Id<Organisation> Organisation, Id<Account>? Worker, Id<Account>? Deputy,
        NextAction? NextAction, SupportApproach Approach, int? ContactDays, DateOnly? LastContactOn, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt,
        CaseClosing? Closing, string? FollowUpResult, AccessLevel Level, GrantBasis? Basis, IReadOnlyList<CasePersonView> Persons,
        IReadOnlyList<PeriodView> Periods, IReadOnlyList<AssignmentView> Assignments, IReadOnlyList<TeamView> Team,
        IReadOnlyList<SuspensionView> Suspensions, IReadOnlyList<LinkView> Links);
    public sealed record ParagraphView(int Number, ParagraphKind Kind, string Text, string FirstText, FactSourceKind? Source, Id<Person>? SourcePerson, Id<Organisation>? SourceOrganisation, string? SourceWords, IReadOnlyList<Id<Person>> NotTold);
    public sealed record CorrectionView(int Paragraph, string Text, string Reason, Id<Account> By, DateTimeOffset At);
    public sealed record NoteView(
        Id<ProgressNote> Id, DateTimeOffset OccurredAt, DateTimeOffset WrittenAt, Id<Account> Author, Id<Organisation> Organisation, string Channel, string Form,
        bool IsContact, int? MinutesSpent, string? NextStep, DateTimeOffset? RetractedAt, string? RetractionReason,
        IReadOnlyList<ParagraphView> Paragraphs, IReadOnlyList<CorrectionView> Corrections);
    public sealed record TaskView(Id<CaseTask> Id, string What, DateOnly Due, bool IsOverdue, CaseTaskState State, Id<Account>? Account, Id<Organisation>? Organisation, string? Answer, DateTimeOffset? AnsweredAt);

    public static void Map(RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases");
        cases.MapGet("", ListAsync).Permit(Permission.ListCases).Produces<Page<CaseRow>>();
        cases.MapGet("/{id}", ShowAsync).Permit(Permission.SeeCase).Produces<CaseView>();
        cases.MapPut("/{id}/course", (Id<Case> id, CourseInput input, SteerCase steer, HttpRequest http, CancellationToken ct) =>
            DoneAsync(steer.SetCourseAsync(id, input, null, ct, IfMatch.Of(http)))).Permit(Permission.WriteCase);
        cases.MapPost("/{id}/suspend", (Id<Case> id, SuspensionInput input, SteerCase steer, HttpRequest http, CancellationToken ct) =>
            DoneAsync(steer.SuspendAsync(id, input, ct, IfMatch.Of(http)))).Permit(Permission.ManageCase);
        cases.MapPost("/{id}/resume", (Id<Case> id, ResumeInput input, SteerCase steer, HttpRequest http, CancellationToken ct) =>
            DoneAsync(steer.ResumeAsync(id, input.Reason, ct, IfMatch.Of(http)))).Permit(Permission.ManageCase);
        cases.MapPost("/{id}/close", (Id<Case> id, ClosingInput input, CloseCase close, HttpRequest http, CancellationToken ct) =>
            DoneAsync(close.RunAsync(id, input, ct, IfMatch.Of(http)))).Permit(Permission.CloseCase);
        cases.MapPost("/{id}/follow-up", (Id<Case> id, FollowUpInput input, SteerCase steer, CancellationToken ct) =>
            DoneAsync(steer.FollowUpAsync(id, input.Result, ct))).Permit(Permission.WriteCase);
        cases.MapPost("/{id}/continue", ContinueAsync).Permit(Permission.OpenCase).Produces<CaseId>(StatusCodes.Status201Created);
        cases.MapGet("/{id}/history", HistoryAsync).Permit(Permission.SeeCaseHistory).Produces<Page<AuditLine>>();
        MapPeople(cases);
        MapNotes(api, cases);
        MapTasks(api, cases);
        MapAssessment(cases);
        HandoversApi.Map(api);
    }

    private static void MapPeople(RouteGroupBuilder cases)
    {
        cases.MapPost("/{id}/persons", (Id<Case> id, PersonInput input, ChangePeople change, CancellationToken ct) =>
            DoneAsync(change.IncludeAsync(id, new() { PersonId = input.Person, Name = input.Name, Kana = input.Kana, Birth = input.Birth, Phone = input.Phone }, input.Role, ct))).Permit(Permission.WriteCase);
        cases.MapPost("/{id}/persons/{person}/leave", (Id<Case> id, Id<Person> person, LeaveInput input, ChangePeople change, CancellationToken ct) =>
            DoneAsync(change.LeaveAsync(id, person, input.Reason, ct))).Permit(Permission.WriteCase);
        cases.MapPost("/{id}/persons/{person}/reference", (Id<Case> id, Id<Person> person, ChangePeople change, CancellationToken ct) =>
            DoneAsync(change.MakeReferenceAsync(id, person, ct))).Permit(Permission.WriteCase);
        cases.MapPost("/{id}/team", (Id<Case> id, TeamInput input, ChangeTeam team, CancellationToken ct) =>
            DoneAsync(team.JoinAsync(id, input, ct))).Permit(Permission.ManageCase);
        cases.MapPost("/{id}/team/{number:int}/leave", (Id<Case> id, int number, ChangeTeam team, CancellationToken ct) =>
            DoneAsync(team.LeaveAsync(id, number, ct))).Permit(Permission.ManageCase);
        cases.MapPost("/{id}/worker", (Id<Case> id, WorkerInput input, AssignWorker assign, CancellationToken ct) =>
            DoneAsync(assign.AssignAsync(id, input.Worker, input.From, ct))).Permit(Permission.AssignWorkers);
        cases.MapPost("/{id}/worker/{number:int}/cancel", (Id<Case> id, int number, AssignWorker assign, CancellationToken ct) =>
            DoneAsync(assign.CancelAsync(id, number, ct))).Permit(Permission.AssignWorkers);
        cases.MapPost("/{id}/deputy", (Id<Case> id, DeputyInput input, AssignWorker assign, CancellationToken ct) =>
            DoneAsync(assign.AppointDeputyAsync(id, input.Account, input.Until, ct))).Permit(Permission.AssignWorkers);
        cases.MapPost("/{id}/deputy/end", (Id<Case> id, AssignWorker assign, CancellationToken ct) =>
            DoneAsync(assign.EndDeputyAsync(id, ct))).Permit(Permission.AssignWorkers);
        cases.MapPost("/assignments", (BulkInput input, AssignMany assign, CancellationToken ct) =>
            DoneAsync(assign.AssignAsync(input.Cases ?? [], input.Worker, input.From, ct))).Permit(Permission.AssignWorkers);
        cases.MapPost("/deputies", (DeputiesInput input, AssignMany assign, CancellationToken ct) =>
            DoneAsync(assign.AppointDeputyAsync(input.Cases ?? [], input.Account, input.Until, ct))).Permit(Permission.AssignWorkers);
        cases.MapPost("/deputies/end", (CasesInput input, AssignMany assign, CancellationToken ct) =>
            DoneAsync(assign.EndDeputyAsync(input.Cases ?? [], ct))).Permit(Permission.AssignWorkers);
    }

    private static void MapNotes(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases.MapGet("/{id}/notes", NotesAsync).Permit(Permission.SeeCase).Produces<Page<NoteView>>();
        cases.MapPost("/{id}/notes", async (Id<Case> id, NoteInput input, WriteNote write, CancellationToken ct) =>
        {
            var outcome = await write.RunAsync(id, input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/cases/{id}/notes", new NoteId(outcome.Value)));
        }).Permit(Permission.WriteCase).Produces<NoteId>(StatusCodes.Status201Created);
        api.MapPost("/notes/{id}/corrections", (Id<ProgressNote> id, CorrectionInput input, WriteNote write, CancellationToken ct) =>
            DoneAsync(write.CorrectAsync(id, input.Paragraph, input.Text, input.Reason, ct))).Permit(Permission.WriteCase);
        api.MapPost("/notes/{id}/retract", (Id<ProgressNote> id, RetractInput input, WriteNote write, CancellationToken ct) =>
            DoneAsync(write.RetractAsync(id, input.Reason, ct))).Permit(Permission.WriteCase);
    }

    private static void MapTasks(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases.MapGet("/{id}/tasks", TasksAsync).Permit(Permission.SeeCase).Produces<Page<TaskView>>();
        cases.MapPost("/{id}/tasks", async (Id<Case> id, TaskInput input, ChangeTask change, CancellationToken ct) =>
        {
            var outcome = await change.GiveAsync(id, input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/cases/{id}/tasks", new TaskId(outcome.Value)));
        }).Permit(Permission.WriteCase).Produces<TaskId>(StatusCodes.Status201Created);
        api.MapPost("/tasks/{id}/finish", (Id<CaseTask> id, Words input, ChangeTask change, CancellationToken ct) =>
            DoneAsync(change.FinishAsync(id, input.Text, ct))).Permit(Permission.WriteCase);
        api.MapPost("/tasks/{id}/unable", (Id<CaseTask> id, Words input, ChangeTask change, CancellationToken ct) =>
            DoneAsync(change.GiveUpAsync(id, input.Text, ct))).Permit(Permission.WriteCase);
        api.MapPost("/tasks/{id}/cancel", (Id<CaseTask> id, Words input, ChangeTask change, CancellationToken ct) =>
            DoneAsync(change.CancelAsync(id, input.Text, ct))).Permit(Permission.WriteCase);
    }

    private static void MapAssessment(RouteGroupBuilder cases)
    {
        cases.MapGet("/{id}/assessment", (Id<Case> id, AppDb db, Work work, CaseCodes codes, CancellationToken ct) =>
            AssessmentAsync(id, null, db, work, codes, ct)).Permit(Permission.SeeCase).Produces<Version>();
        cases.MapGet("/{id}/assessment/versions/{number:int}", (Id<Case> id, int number, AppDb db, Work work, CaseCodes codes, CancellationToken ct) =>
            AssessmentAsync(id, number, db, work, codes, ct)).Permit(Permission.SeeCase).Produces<Version>();
        cases.MapGet("/{id}/assessment/diff", DifferenceAsync).Permit(Permission.SeeCase).Produces<AssessmentDifference>();
        cases.MapPut("/{id}/assessment", async (Id<Case> id, AssessmentInput input, WriteAssessment write, CancellationToken ct) =>
        {
            var outcome = await write.RunAsync(id, new(input.Answers ?? [], input.Issues ?? [], input.Documents ?? []), input.BasedOn, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new VersionNumber(outcome.Value)));
        }).Permit(Permission.WriteCase).Produces<VersionNumber>();
    }

    /// <summary>An act without a body to answer.</summary>
    internal static async Task<ApiAnswer> DoneAsync(Task<Outcome> act)
    {
        var outcome = await act;
        return ApiAnswer.Of(outcome, ApiAnswer.Done);
    }

    private static async Task<ApiAnswer> ListAsync(ListCases list, string? filter, string? after, CancellationToken ct)
    {
        var chosen = CaseFilter.Running;
        if (!string.IsNullOrEmpty(filter) && !(Enum.TryParse(filter, ignoreCase: true, out chosen) && Enum.IsDefined(chosen)))
            return ApiAnswer.Refused([new(RefusalCode.UnknownCode, nameof(filter))]);
        var (rows, next) = await list.RunAsync(chosen, after, ct);
        return ApiAnswer.Ok(new Page<CaseRow>(rows, next));
    }

    private static async Task<ApiAnswer> ContinueAsync(Id<Case> id, ContinueCase goOn, CancellationToken ct)
    {
        var outcome = await goOn.RunAsync(id, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/cases/{outcome.Value}", new CaseId(outcome.Value)));
    }

    private static readonly Func<AppDb, Id<Case>, CancellationToken, Task<Case?>> FindAsync = EF.CompileAsyncQuery(
        (AppDb db, Id<Case> id, CancellationToken _) => db.Cases.AsNoTracking().AsSplitQuery()
            .Include(c => c.Persons).Include(c => c.Periods).Include(c => c.Assignments).Include(c => c.Deputies)
            .Include(c => c.Team).Include(c => c.Suspensions).Include(c => c.Links)
            .SingleOrDefault(c => c.Id == id));

    private static async Task<ApiAnswer> ShowAsync(Id<Case> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, id), ct);
        if (!may.IsDone)
            return ApiAnswer.Refused(may.Refusals);
        var narrates = may.Value.Shows(FieldClasses.Narrative);
        if (await FindAsync(db, id, ct) is not { } c)
            return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        return ApiAnswer.Ok(new CaseView(
            c.Id, c.Number.ToString(), c.State, c.Version, c.OrganisationId, c.WorkerAt(work.Now), c.DeputyAt(work.Now),
            narrates ? c.NextAction : null, c.Approach, c.AgreedContactDays, c.LastContactOn, c.OpenedAt, c.ClosedAt, narrates ? c.Closing : null, narrates ? c.FollowUpResult : null,
            may.Value.Level, may.Value.Basis,
            [.. c.Persons.Select(p => new CasePersonView(p.PersonId, p.Role, p.IsReference, p.IncludedAt, p.LeftAt, p.LeftReason))],
            [.. c.Periods.Select(p => new PeriodView(p.OrganisationId, p.From, Finite(p.Until)))],
            [.. c.Assignments.Select(a => new AssignmentView(a.Number, a.WorkerId, a.OrganisationId, a.From, Finite(a.Until)))],
            [.. c.Team.Select(t => new TeamView(t.Number, t.Role, t.AccountId, t.OrganisationId, t.Outside, t.From, t.Until))],
            narrates ? [.. c.Suspensions.Select(s => new SuspensionView(s.Reason, s.ContactPlan, s.ReviewOn, s.From, s.Until, s.EndReason))] : [],
            await VisibleLinksAsync(c, db, ct)));
    }

    /// <summary>A link to a case that the caller may not know of is not told either.</summary>
    private static async Task<IReadOnlyList<LinkView>> VisibleLinksAsync(Case c, AppDb db, CancellationToken ct)
    {
        var others = c.Links.Select(l => l.OtherId).ToList();
        var visible = others.Count == 0 ? [] : await db.Cases.Where(x => others.Contains(x.Id)).Select(x => x.Id).ToListAsync(ct);
        return [.. c.Links.Where(l => visible.Contains(l.OtherId)).Select(l => new LinkView(l.OtherId, l.Kind))];
    }

    private static async Task<ApiAnswer> HistoryAsync(Id<Case> id, string? before, CaseHistory history, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCaseHistory, RootRef.Of(RootKind.Case, id), ct);
        if (!may.IsDone)
            return ApiAnswer.Refused(may.Refusals);
        var (rows, next) = await history.RunAsync(id, before, ct);
        return ApiAnswer.Ok(new Page<AuditLine>(rows, next));
    }

    private static async Task<ApiAnswer> NotesAsync(Id<Case> id, string? before, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, id), ct);
        if (Withheld(may, FieldClasses.Narrative) is { } withheld)
            return withheld;
        var all = db.ProgressNotes.AsNoTracking().AsSplitQuery().Where(n => n.CaseId == id);
        var rest = all;
        if (PageKey.Read(before) is { } last)
        {
            var (at, note) = (last.At, new Id<ProgressNote>(last.Id));
            rest = all.Where(n => n.OccurredAt < at || n.OccurredAt == at && n.Id.CompareTo(note) < 0);
        }
        var page = await rest.OrderByDescending(n => n.OccurredAt).ThenByDescending(n => n.Id)
            .ToPageAsync(await all.CountAsync(ct), n => new(n.OccurredAt, n.Id.Value), ct);
        return ApiAnswer.Ok(new Page<NoteView>([.. page.Items.Select(Of)], page.Next));
    }

    private static NoteView Of(ProgressNote n) => new(
        n.Id, n.OccurredAt, n.WrittenAt, n.AuthorId, n.OrganisationId, n.Channel, n.Form, n.IsContact, n.MinutesSpent, n.NextStep, n.RetractedAt, n.RetractionReason,
        [.. n.Paragraphs.Select(p => new ParagraphView(p.Number, p.Kind, n.TextOf(p.Number), p.Text, p.SourceKind, p.SourcePersonId, p.SourceOrganisationId, p.SourceWords, p.NotTold))],
        [.. n.Corrections.Select(c => new CorrectionView(c.Paragraph, c.Text, c.Reason, c.CorrectedBy, c.CorrectedAt))]);

    private static async Task<ApiAnswer> TasksAsync(Id<Case> id, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, id), ct);
        if (Withheld(may, FieldClasses.Narrative) is { } withheld)
            return withheld;
        var found = await db.CaseTasks.AsNoTracking().Where(t => t.CaseId == id).OrderBy(t => t.Due).ThenBy(t => t.Id).ToListAsync(ct);
        return ApiAnswer.Ok(new Page<TaskView>([.. found.Select(t => new TaskView(
            t.Id, t.What, t.Due, t.IsOverdue(work.Today), t.State, t.AccountId, t.OrganisationId, t.Answer, t.AnsweredAt))], null));
    }

    private static async Task<ApiAnswer> AssessmentAsync(Id<Case> id, int? number, AppDb db, Work work, CaseCodes codes, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, id), ct);
        if (Withheld(may, FieldClasses.Narrative | FieldClasses.Special) is { } withheld)
            return withheld;
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == id, ct);
        return assessment?.Find(number ?? assessment.LatestNumber) is not { } version
            ? ApiAnswer.Refused([new(RefusalCode.NotFound)])
            : ApiAnswer.Ok(new Version(
                version.Number, version.WrittenAt, version.WrittenBy, version.OrganisationId, version.Sheet,
                [.. version.Sheet.Blanks(codes.Assessment).Select(f => f.Code)]));
    }

    private static async Task<ApiAnswer> DifferenceAsync(Id<Case> id, int from, int to, AppDb db, Work work, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, id), ct);
        if (Withheld(may, FieldClasses.Narrative | FieldClasses.Special) is { } withheld)
            return withheld;
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == id, ct);
        return assessment?.Find(from) is { } before && assessment.Find(to) is { } after
            ? ApiAnswer.Ok(AssessmentDifference.Between(before.Sheet, after.Sheet))
            : ApiAnswer.Refused([new(RefusalCode.NotFound)]);
    }

    /// <summary>The refusal of a look, or of one whose basis opens less than what is asked for; null when it may be answered.</summary>
    private static ApiAnswer? Withheld(Outcome<AccessDecision> may, FieldClasses needs) =>
        !may.IsDone ? ApiAnswer.Refused(may.Refusals)
        : may.Value.Shows(needs) ? null
        : ApiAnswer.Refused([new(RefusalCode.NotAllowed)]);

    private static DateTimeOffset? Finite(DateTimeOffset until) => until == DateTimeOffset.MaxValue ? null : until;
}
