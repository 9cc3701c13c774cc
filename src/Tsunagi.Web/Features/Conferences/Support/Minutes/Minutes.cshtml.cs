using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>会議録: fixed by the secretary, confirmed by the chair, only corrected afterwards.</summary>
[Permit(Permission.SeeSupportConference)]
public sealed class MinutesModel(MatterDesk desk, MatterSessions sessions, MatterRecords records) : MatterPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public int Session { get; set; }

    [BindProperty]
    public NewMinutesCorrection Correction { get; set; } = new();

    [BindProperty]
    public DecisionChoice Finish { get; set; } = new();

    public MatterSession Shown { get; private set; } = null!;

    public IReadOnlyList<MatterDecision> OpenDecisions =>
        [.. View.Matter.Decisions.Where(d => d.SessionNumber == Session && d.StruckAt is null && d.DoneAt is null)];

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        AfterAsync(() => sessions.ConfirmAsync(Id, new() { Session = Session }, ct), "会議録を確認しました。", "Confirm", ct);

    public Task<IActionResult> OnPostCorrectAsync(CancellationToken ct) =>
        AfterAsync(() => sessions.CorrectAsync(Id, new() { Session = Session, Item = Correction.Item, Text = Correction.Text }, ct),
            "訂正を加えました。", "Correction", ct);

    public Task<IActionResult> OnPostFinishAsync(CancellationToken ct) =>
        AfterAsync(() => records.FinishDecisionAsync(Id, Finish, ct), "済みにしました。", "Finish", ct);

    protected override Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (View.Sessions.SingleOrDefault(s => s.Number == Session) is not { IsFixed: true } found) return Task.FromResult(false);
        Shown = found;
        return Task.FromResult(true);
    }
}
