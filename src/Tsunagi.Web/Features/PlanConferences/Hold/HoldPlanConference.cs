using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Plans;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>Who came, and when it began: now, where nothing is said.</summary>
public sealed record HoldInput
{
    public List<int> Attended { get; init; } = [];
    public string? On { get; init; }
    public string? Time { get; init; }
    /// <summary>It began before the day it was called for.</summary>
    public bool Early { get; init; }
}

/// <summary>What one attendee says to the conclusion.</summary>
public sealed record VoiceInput
{
    public ConferenceVoice? Voice { get; init; }
    public string? Words { get; init; }
}

/// <summary>重層的支援会議を開く: the record, the voices, the conclusion – which reaches the plan in the same act – and the minutes.</summary>
public sealed class HoldPlanConference(AppDb db, Work work, PlanWard ward, ConsentSharing sharing, PlanConclusions conclusions)
{
    private readonly ConferenceChanges changes = new(db, work, ward, sharing);

    public Task<Outcome> HoldAsync(Id<PlanConference> id, HoldInput input, CancellationToken ct) => changes.RunAsync(id, async (conference, consents) =>
    {
        var typed = new TypedInput();
        var isNow = string.IsNullOrWhiteSpace(input.On) && string.IsNullOrWhiteSpace(input.Time);
        var at = isNow ? work.Now : typed.Appointment(nameof(input.On), input.On, nameof(input.Time), input.Time);
        var version = await db.PlanVersions.Where(v => v.PlanId == conference.PlanId && v.Number == conference.PlanVersion).SingleAsync(ct);
        return typed.Outcome.IsDone
            ? BesideTheDay(conference.Hold(new(at, input.Attended, input.Early), version.State, consents, ward.Conferences, work.Stamp))
            : typed.Outcome;
    }, ct);

    private static Outcome BesideTheDay(Outcome outcome) => outcome.IsDone ? outcome
        : Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == nameof(ConferenceOpening.At) ? r with { Field = nameof(HoldInput.On) } : r)]);

    public Task<Outcome> WriteAsync(Id<PlanConference> id, ConferenceContent? part, string? text, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        if (part is not { } content) return Task.FromResult(Outcome.Refused(RefusalCode.UnknownCode, "Content"));
        var typed = new TypedInput();
        var said = typed.Needed(content.ToString(), text, 4000);
        return Task.FromResult(typed.Outcome.IsDone ? conference.Write(content, said, work.Stamp) : typed.Outcome);
    }, ct);

    /// <summary>Writes several contents at once, as the one form on the page holds them; those unchanged or empty are left.</summary>
    public Task<Outcome> WriteAllAsync(Id<PlanConference> id, IReadOnlyDictionary<ConferenceContent, string?> texts, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        foreach (var (content, text) in texts)
        {
            var said = typed.Text(content.ToString(), text, 4000);
            if (!typed.Outcome.IsDone) return Task.FromResult(typed.Outcome);
            if (said is null || conference.Entries.LastOrDefault(e => e.Content == content)?.Text == said) continue;
            if (conference.Write(content, said, work.Stamp) is { IsDone: false } refused) return Task.FromResult(refused);
        }
        return Task.FromResult(typed.Outcome);
    }, ct);

    public Task<Outcome> AddTaskAsync(Id<PlanConference> id, string? who, string? what, string? until, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var (by, doing, day) = (typed.Needed("Who", who, 100), typed.Needed("What", what), typed.Date("Until", until));
        return Task.FromResult(typed.Outcome.IsDone ? conference.AddTask(by, doing, day, work.Stamp) : typed.Outcome);
    }, ct);

    public Task<Outcome> NoteGapAsync(Id<PlanConference> id, string? kind, string? text, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var said = typed.Needed("Text", text);
        if (!ward.Knows(CodeLists.GapKind, kind ?? "")) return Task.FromResult(Outcome.Refused(RefusalCode.UnknownCode, "Kind"));
        return Task.FromResult(typed.Outcome.IsDone ? conference.NoteGap(kind!, said, work.Stamp) : typed.Outcome);
    }, ct);

    public Task<Outcome> SpeakAsync(Id<PlanConference> id, int number, VoiceInput input, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var said = typed.Text(nameof(input.Words), input.Words);
        if (input.Voice is null) typed.Refuse(RefusalCode.Required, nameof(input.Voice));
        return Task.FromResult(typed.Outcome.IsDone ? conference.Speak(number, input.Voice!.Value, said) : typed.Outcome);
    }, ct);

    public Task<Outcome> DecideAsync(Id<PlanConference> id, PlanConferenceDecision? chosen, string? nextOn, CancellationToken ct) => changes.RunAsync(id, async (conference, _) =>
    {
        if (chosen is not { } decision) return Outcome.Refused(RefusalCode.Required, "Decision");
        var typed = new TypedInput();
        var next = typed.Date("NextOn", nextOn);
        if (!typed.Outcome.IsDone) return typed.Outcome;
        var concluded = conference.Decide(decision, next, work.Stamp);
        return concluded.IsDone ? await conclusions.ConcludeAsync(conference, ct) : concluded;
    }, ct);

    public Task<Outcome> FixMinutesAsync(Id<PlanConference> id, string? minutes, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var text = typed.Needed("Minutes", minutes, 20000);
        return Task.FromResult(typed.Outcome.IsDone ? conference.FixMinutes(text, work.Stamp) : typed.Outcome);
    }, ct);

    public Task<Outcome> CorrectAsync(Id<PlanConference> id, string? text, string? reason, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var (said, why) = (typed.Needed("Text", text), typed.Needed("Reason", reason));
        return Task.FromResult(typed.Outcome.IsDone ? conference.Correct(said, why, work.Stamp) : typed.Outcome);
    }, ct);
}
