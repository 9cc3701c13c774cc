using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報 through the API, by the same handlers as the pages.</summary>
static class UrgentReportsApi
{
    public sealed record Identified(Id<UrgentReport> Id);
    public sealed record Became(Id<Consultation> Consultation);
    public sealed record Row(Id<UrgentReport> Id, string Kind, UrgentReportState State, DateTimeOffset ReportedAt, DateTimeOffset? NextCheckDue, bool ImminentDanger, Climb Climb);
    public sealed record Fact(int Number, string Text, DateTimeOffset At, Id<Organisation> For);
    public sealed record Check(int Number, DateTimeOffset At, Id<Organisation> For, bool Seen, string Result);
    public sealed record Reporter(string? Name, string? Relation, string? Contact);
    public sealed record Shown(
        Id<UrgentReport> Id, int Version, string Kind, UrgentReportState State, string About, IReadOnlyList<Fact> Facts, bool ImminentDanger,
        bool PromptsEmergencyCall, string Recipient, Id<Organisation>? Team, string? TakenBy, DateTimeOffset ReportedAt, string? Reply,
        DateTimeOffset? NextCheckDue, Climb Climb, IReadOnlyList<Check> Checks, string? Ending, Reporter? Reporter, Id<Consultation>? Consultation, Id<Case>? SourceCase, Id<Consultation>? SourceConsultation);
    public sealed record AddingFact(string? Text);
    public sealed record Acknowledging(string? TakenBy, string? Reply, DateTimeOffset? NextCheckDue);
    public sealed record Checking(bool Seen, string? Result, DateTimeOffset? At, DateTimeOffset? NextCheckDue);
    public sealed record Ending(string? Reason);

    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup("/urgent-reports");
        all.MapGet("/", async (ListUrgentReports list, CancellationToken ct, bool? ended, string? after) =>
        {
            var page = await list.RunAsync(ended ?? false, after, ct);
            return ApiAnswer.Ok(page.Select(r => new Row(r.Id, r.Kind, r.State, r.ReportedAt, r.NextCheckDue, r.ImminentDanger, r.Climb)));
        }).Permit(Permission.ListUrgentReports).Produces<PageOf<Row>>();
        all.MapPost("/", async (UrgentReportInput input, MakeUrgentReport make, CancellationToken ct) =>
        {
            var outcome = await make.RunAsync(input, ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/urgent-reports/{outcome.Value}", new Identified(outcome.Value)));
        }).Permit(Permission.MakeUrgentReport).Produces<Identified>(StatusCodes.Status201Created);
        var one = all.MapGroup("/{id}");
        one.MapGet("/", ShowAsync).Permit(Permission.SeeUrgentReport).Produces<Shown>();
        one.MapPost("/facts", async (Id<UrgentReport> id, AddingFact input, ActOnUrgentReport act, ShowUrgentReport show, HttpContext http, CancellationToken ct) =>
            await AfterAsync(await act.AddFactAsync(id, IfMatch.Of(http.Request), input.Text, ct), id, show, ct)).Permit(Permission.ActOnUrgentReport).Produces<Shown>();
        one.MapPost("/acknowledgement", async (Id<UrgentReport> id, Acknowledging input, ActOnUrgentReport act, ShowUrgentReport show, HttpContext http, CancellationToken ct) =>
            await AfterAsync(await act.AcknowledgeAsync(id, IfMatch.Of(http.Request), input.TakenBy, input.Reply, input.NextCheckDue, ct), id, show, ct)).Permit(Permission.ActOnUrgentReport).Produces<Shown>();
        one.MapPost("/checks", async (Id<UrgentReport> id, Checking input, ActOnUrgentReport act, ShowUrgentReport show, HttpContext http, CancellationToken ct) =>
            await AfterAsync(await act.CheckAsync(id, IfMatch.Of(http.Request), input.Seen, input.Result, input.At, input.NextCheckDue, ct), id, show, ct)).Permit(Permission.ActOnUrgentReport).Produces<Shown>();
        one.MapPost("/consultation", async (Id<UrgentReport> id, ActOnUrgentReport act, HttpContext http, CancellationToken ct) =>
        {
            var outcome = await act.TakeAsConsultationAsync(id, IfMatch.Of(http.Request), ct);
            return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/consultations/{outcome.Value}", new Became(outcome.Value)));
        }).Permit(Permission.ActOnUrgentReport).Produces<Became>(StatusCodes.Status201Created);
        one.MapPost("/end", async (Id<UrgentReport> id, Ending input, ActOnUrgentReport act, ShowUrgentReport show, HttpContext http, CancellationToken ct) =>
            await AfterAsync(await act.EndAsync(id, IfMatch.Of(http.Request), input.Reason, ct), id, show, ct)).Permit(Permission.ActOnUrgentReport).Produces<Shown>();
    }

    private static async Task<ApiAnswer> ShowAsync(Id<UrgentReport> id, ShowUrgentReport show, CancellationToken ct)
    {
        var found = await show.RunAsync(id, ct);
        return ApiAnswer.Of(found, () => ApiAnswer.Ok(ToShown(found.Value)));
    }

    private static async Task<ApiAnswer> AfterAsync(Outcome outcome, Id<UrgentReport> id, ShowUrgentReport show, CancellationToken ct) =>
        outcome.IsDone ? await ShowAsync(id, show, ct) : ApiAnswer.Refused(outcome.Refusals);

    private static Shown ToShown(UrgentReportSight sight)
    {
        var r = sight.Report;
        return new(
            r.Id, r.Version, r.Kind, r.State, r.About, [.. r.Facts.Select(f => new Fact(f.Number, f.Text, f.At, f.For))],
            r.ImminentDanger, r.PromptsEmergencyCall, r.Recipient.Name, r.TeamId, r.Recipient.TakenBy, r.ReportedAt, r.Reply, r.NextCheckDue,
            sight.Climb, [.. r.Checks.Select(c => new Check(c.Number, c.At, c.For, c.Seen, c.Result))], r.Ending,
            sight.Reporter is { } who ? new(who.Name, who.Relation, who.Contact) : null,
            sight.Consultation?.Id, sight.SourceCase, sight.SourceConsultation);
    }
}
