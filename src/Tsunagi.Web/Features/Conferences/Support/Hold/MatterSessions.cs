using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>議題の項目.</summary>
public sealed record NewItem
{
    public string? Title { get; init; }

    /// <summary>The names of the people it is about, separated by 、: what a text that leaves is checked against.</summary>
    public string? PeopleNames { get; init; }

    /// <summary>指名した人だけに見せる.</summary>
    public bool NamedOnly { get; init; }
}

/// <summary>One item.</summary>
public sealed record ItemChoice
{
    public Id<MatterItem>? Item { get; init; }
}

/// <summary>招集.</summary>
public sealed record Convening
{
    public DateOnly? Date { get; init; }
    public TimeOnly? Time { get; init; }
    public string? Place { get; init; }
}

/// <summary>開催: who is present.</summary>
public sealed record Holding
{
    public IReadOnlyList<Id<MatterParticipant>>? Present { get; init; }

    /// <summary>It began before the day it was convened for.</summary>
    public bool Early { get; init; }
}

/// <summary>話し合いの記録.</summary>
public sealed record DiscussionText
{
    public Id<MatterItem>? Item { get; init; }
    public string? Text { get; init; }

    /// <summary>The record as it was when the writer began; a record that is another by now is not written over.</summary>
    public string? Former { get; init; }
}

/// <summary>支援の方向性・緊急時の対応.</summary>
public sealed record DirectionWriting
{
    public string? Direction { get; init; }
    public string? UrgentResponse { get; init; }

    /// <summary>How often it had been written when the writer began; what was written since is not written over.</summary>
    public int? Seen { get; init; }
}

/// <summary>会議録の確定.</summary>
public sealed record MinutesFixing
{
    /// <summary>次回の予定.</summary>
    public DateOnly? Next { get; init; }
}

/// <summary>One session.</summary>
public sealed record SessionChoice
{
    public int? Session { get; init; }
}

/// <summary>会議録の訂正.</summary>
public sealed record NewMinutesCorrection
{
    public int? Session { get; init; }
    public Id<MatterItem>? Item { get; init; }
    public string? Text { get; init; }
}

/// <summary>回: opening, convening, holding a session, and its minutes.</summary>
public sealed class MatterSessions(Work work, MatterDesk desk, CurrentWard ward)
{
    public Task<Outcome<Id<MatterSession>>> SelectMembersAsync(Id<Matter> id, CancellationToken ct) =>
        desk.MakeAsync<MatterSession>(id, Permission.ChairSupportConference, (matter, made) => matter.SelectMembers(made, work.Stamp), ct);

    public Task<Outcome<Id<MatterItem>>> AddItemAsync(Id<Matter> id, NewItem input, CancellationToken ct) =>
        desk.MakeAsync<MatterItem>(id, Permission.RunSupportConference, (matter, made) =>
            matter.AddItem(made, new(input.Title ?? "", input.PeopleNames ?? "", input.NamedOnly), work.Stamp), ct);

    public Task<Outcome> PutOnAgendaAsync(Id<Matter> id, ItemChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.PutOnAgenda(input.Item ?? default, work.Stamp), ct);

    public Task<Outcome> ConveneAsync(Id<Matter> id, Convening input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference, matter => (input.Date, input.Time) is ({ } date, { } time)
            ? BesideTheDate(matter.Convene(JapanTime.At(date, time), input.Place ?? "", work.Stamp))
            : Outcome.Refused(Missing(input)), ct);

    private static List<Refusal> Missing(Convening input)
    {
        List<Refusal> missing = [];
        if (input.Date is null) missing.Add(new(RefusalCode.Required, nameof(input.Date)));
        if (input.Time is null) missing.Add(new(RefusalCode.Required, nameof(input.Time)));
        if (string.IsNullOrWhiteSpace(input.Place)) missing.Add(new(RefusalCode.Required, nameof(input.Place)));
        return missing;
    }

    private static Outcome BesideTheDate(Outcome outcome) => outcome.IsDone ? outcome
        : Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == "At" ? r with { Field = nameof(Convening.Date) } : r)]);

    public Task<Outcome> HoldAsync(Id<Matter> id, Holding input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.Hold([.. (input.Present ?? []).Distinct()], input.Early, work.Stamp), ct);

    public Task<Outcome> ArriveAsync(Id<Matter> id, ParticipantChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.Arrive(input.Participant ?? default, work.Stamp), ct);

    public Task<Outcome> WriteAsync(Id<Matter> id, DiscussionText input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference,
            matter => matter.WriteDiscussion(input.Item ?? default, input.Text ?? "", input.Former, work.Stamp), ct);

    public Task<Outcome> WriteDirectionAsync(Id<Matter> id, DirectionWriting input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference,
            matter => matter.WriteDirection(new(input.Direction ?? "", input.UrgentResponse ?? ""), input.Seen, work.Stamp), ct);

    public Task<Outcome> FixAsync(Id<Matter> id, MinutesFixing input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.FixMinutes(input.Next, DecidesDirection, work.Stamp), ct);

    private bool DecidesDirection => ward.Profile.MeetingsAsOf(work.Today).SupportConference.Has(ConferencePower.DecideSupportDirection);

    public Task<Outcome> ConfirmAsync(Id<Matter> id, SessionChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference, matter => matter.ConfirmMinutes(input.Session ?? 0, work.Stamp), ct);

    public Task<Outcome<Id<MinutesCorrection>>> CorrectAsync(Id<Matter> id, NewMinutesCorrection input, CancellationToken ct) =>
        desk.MakeAsync<MinutesCorrection>(id, Permission.RunSupportConference, (matter, made) =>
            matter.CorrectMinutes(made, input.Session ?? 0, input.Item, input.Text ?? "", work.Stamp), ct);
}
