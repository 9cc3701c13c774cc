using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報への対応: facts added, receipt, safety checks, the end.</summary>
public sealed class ActOnUrgentReport(AppDb db, Work work, UrgentReportGround ground)
{
    public Task<Outcome> AddFactAsync(Id<UrgentReport> id, SeenVersion version, string? text, CancellationToken ct) =>
        ActAsync(id, version, r => r.AddFact(text ?? "", work.Stamp), ct);

    public Task<Outcome> AcknowledgeAsync(Id<UrgentReport> id, SeenVersion version, string? takenBy, string? reply, DateTimeOffset? nextCheckDue, CancellationToken ct) =>
        ActAsync(id, version, r => r.Acknowledge(takenBy ?? "", reply, nextCheckDue, work.Stamp), ct);

    public Task<Outcome> CheckAsync(Id<UrgentReport> id, SeenVersion version, bool seen, string? result, DateTimeOffset? at, DateTimeOffset? nextCheckDue, CancellationToken ct) =>
        ActAsync(id, version, r => r.Check(seen, result ?? "", at ?? work.Now, nextCheckDue, work.Stamp), ct);

    /// <summary>相談にする: begins a draft with what was reported. Who reported it is no part of that.</summary>
    public async Task<Outcome<Id<Consultation>>> TakeAsConsultationAsync(Id<UrgentReport> id, SeenVersion version, CancellationToken ct)
    {
        var (consultation, may) = (work.NewId<Consultation>(), await MayTakeAsync(id, ct));
        var outcome = await ActAsync(id, version, report =>
        {
            var taken = may ? report.TakeAsConsultation(consultation, work.Stamp) : Outcome.Refused(RefusalCode.NotAllowed);
            if (taken.IsDone) db.BeginDraft(work, consultation, Known(report));
            return taken;
        }, ct);
        return outcome.IsDone ? consultation : Outcome<Id<Consultation>>.Carry(outcome);
    }

    public Task<Outcome> EndAsync(Id<UrgentReport> id, SeenVersion version, string? reason, CancellationToken ct) =>
        ActAsync(id, version, r => r.End(reason ?? "", work.Stamp), ct);

    /// <summary>
    /// Whether the actor may go on with it as a consultation. That is open to the whole organisation, so the report must be too: one on
    /// one's own workplace, or out of a sealed matter, is not.
    /// </summary>
    public async Task<bool> MayTakeAsync(Id<UrgentReport> id, CancellationToken ct) => AccessPolicy.RoleAllows(work.Actor, Permission.RecordConsultation)
        && await db.Grants.AnyAsync(g => g.RootKind == RootKind.UrgentReport && g.RootId == id.Value && g.SubjectId == work.Actor.Organisation.Value && g.From <= work.Now && work.Now < g.Until, ct);

    private Dictionary<string, string> Known(UrgentReport report) => new()
    {
        ["Input.Date"] = DateWords.Of(work.Today),
        ["Input.Time"] = DateWords.Time(work.Now),
        ["Input.Route"] = "agency",
        ["Input.Observations"] = string.Join("\n\n", report.Facts.Select(f => f.Text).Prepend($"通告・通報（{ground.KindName(report.Kind)}）：{report.About}")),
    };

    private async Task<Outcome> ActAsync(Id<UrgentReport> id, SeenVersion version, Func<UrgentReport, Outcome> act, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.UrgentReport, id);
        var may = await work.MayAsync(Permission.ActOnUrgentReport, root, ct);
        if (!may.IsDone) return may;
        var report = await db.UrgentReports.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (report is null) return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.ActOnUrgentReport, root, ct);
        var outcome = version.IsStaleAt(report.Version) ? Outcome.Refused(RefusalCode.Stale) : act(report);
        return await work.FinishAsync(outcome, Permission.ActOnUrgentReport, root, ct);
    }
}
