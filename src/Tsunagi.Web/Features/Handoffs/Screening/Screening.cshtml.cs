using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>The three columns as typed.</summary>
public sealed class ScreeningForm
{
    public int? Version { get; set; }
    public CriterionAnswer? Complex { get; set; }
    public string? ComplexReason { get; set; }
    public CriterionAnswer? Roles { get; set; }
    public string? RolesReason { get; set; }
    public CriterionAnswer? BeyondMeetings { get; set; }
    public string? BeyondMeetingsReason { get; set; }

    /// <summary>The answer and reason of one criterion.</summary>
    public (CriterionAnswer? Answer, string? Reason) this[Criterion criterion] => criterion switch
    {
        Criterion.Complex => (Complex, ComplexReason),
        Criterion.Roles => (Roles, RolesReason),
        Criterion.BeyondMeetings => (BeyondMeetings, BeyondMeetingsReason),
    };
}

[Permit(Permission.ActOnHandoff)]
public sealed class ScreeningModel(ShowHandoff show, ActOnHandoff act, HandoffGround ground) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Handoff> Id { get; set; }

    [BindProperty]
    public ScreeningForm Input { get; set; } = new();

    public HandoffSight Sight { get; private set; } = null!;

    public HandoffGround Ground => ground;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Absent();
        if (!Sight.May(HandoffAct.Judge)) return LocalRedirect(HandoffLinks.Detail(Id));
        if (Sight.Handoff.Judgement?.Sheet is { } last)
            Input = new()
            {
                Complex = last.Complex.Answer,
                ComplexReason = last.Complex.Reason,
                Roles = last.Roles.Answer,
                RolesReason = last.Roles.Reason,
                BeyondMeetings = last.BeyondMeetings.Answer,
                BeyondMeetingsReason = last.BeyondMeetings.Reason,
            };
        Input.Version = Sight.Handoff.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await act.JudgeAsync(Id, Input.Version, Sheet(), ct);
        return await AnswerAsync(
            outcome,
            () =>
            {
                Done = HandoffWords.Done(HandoffAct.Judge);
                return LocalRedirect(HandoffLinks.Detail(Id));
            },
            async () =>
            {
                if (!await LoadAsync(ct)) return Absent();
                if (outcome.Refusals.Any(r => r.Code == RefusalCode.Stale)) SeeTheirs();
                return Page();
            });
    }

    /// <summary>What a colleague judged meanwhile; null unless they were faster.</summary>
    public CriteriaSheet? Theirs { get; private set; }

    // Sending again means: I have seen theirs, and mine shall stand.
    private void SeeTheirs()
    {
        Theirs = Sight.Handoff.Judgement?.Sheet;
        Input.Version = Sight.Handoff.Version;
        ModelState.Remove("Input.Version");
    }

    private Outcome<CriteriaSheet> Sheet() =>
        Input is { Complex: { } complex, Roles: { } roles, BeyondMeetings: { } meetings }
            ? new CriteriaSheet(new(complex, Input.ComplexReason), new(roles, Input.RolesReason), new(meetings, Input.BeyondMeetingsReason))
            : Outcome<CriteriaSheet>.Carry(Outcome.Refused([.. Enum.GetValues<Criterion>().Where(c => Input[c].Answer is null).Select(c => new Refusal(RefusalCode.Required, c.ToString()))]));

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await show.RunAsync(Id, ct);
        if (!found.IsDone) return false;
        Sight = found.Value;
        return true;
    }
}
