using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>What the small forms of a report's page post; each uses its own part.</summary>
public sealed class UrgentReportActForm
{
    public int? Version { get; set; }
    public string? Text { get; set; }
    public string? TakenBy { get; set; }
    public string? Reply { get; set; }
    public bool Seen { get; set; }
    public string? Result { get; set; }
    public DateTime? At { get; set; }
    public DateTime? NextCheckDue { get; set; }
    public string? Reason { get; set; }
}

[Permit(Permission.SeeUrgentReport)]
public sealed class DetailModel(ShowUrgentReport show, ActOnUrgentReport act, UrgentReportGround ground) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<UrgentReport> Id { get; set; }

    [BindProperty]
    public UrgentReportActForm Input { get; set; } = new();

    public UrgentReportSight Sight { get; private set; } = null!;

    public UrgentReport Report => Sight.Report;

    public UrgentReportGround Ground => ground;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Absent();

    public Task<IActionResult> OnPostFactAsync(CancellationToken ct) =>
        ActAsync(act.AddFactAsync(Id, Input.Version, Input.Text, ct), "事実を書き加えました。", ct);

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken ct) =>
        ActAsync(act.AcknowledgeAsync(Id, Input.Version, Input.TakenBy, Input.Reply, Instant(Input.NextCheckDue), ct), "受理を記録しました。", ct);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct) =>
        ActAsync(act.CheckAsync(Id, Input.Version, Input.Seen, Input.Result, Instant(Input.At), Instant(Input.NextCheckDue), ct), "安全確認を記録しました。", ct);

    public async Task<IActionResult> OnPostConsultationAsync(CancellationToken ct)
    {
        var outcome = await act.TakeAsConsultationAsync(Id, Input.Version, ct);
        return await AnswerAsync(outcome, () => LocalRedirect(ConsultationLinks.Continue(outcome.Value)), async () => await LoadAsync(ct) ? Page() : Absent());
    }

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        ActAsync(act.EndAsync(Id, Input.Version, Input.Reason, ct), "対応を終えました。", ct);

    private static DateTimeOffset? Instant(DateTime? local) =>
        local is { } at ? JapanTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;

    private async Task<IActionResult> ActAsync(Task<Outcome> doing, string done, CancellationToken ct) =>
        await AnswerAsync(
            await doing,
            () =>
            {
                Done = done;
                return LocalRedirect(UrgentReportLinks.Detail(Id));
            },
            async () => await LoadAsync(ct) ? Page() : Absent());

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await show.RunAsync(Id, ct);
        if (!found.IsDone) return false;
        Sight = found.Value;
        return true;
    }
}
