using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>協力の求め. Without a participant, everybody seated at the session and explained to is asked.</summary>
public sealed record NewRequest
{
    public Id<MatterParticipant>? Participant { get; init; }
    public int? Session { get; init; }
    public Id<MatterItem>? Item { get; init; }
    public string? What { get; init; }
}

/// <summary>応じられない.</summary>
public sealed record Declining
{
    public Id<CooperationRequest>? Request { get; init; }
    public string? Word { get; init; }
}

/// <summary>事前シート.</summary>
public sealed record NewSheet
{
    public Id<CooperationRequest>? Request { get; init; }
    public string? HouseholdPicture { get; init; }
    public string? PresentEfforts { get; init; }
    public string? WantedAgencies { get; init; }
    public string? RequestsToOthers { get; init; }
}

/// <summary>情報.</summary>
public sealed record NewInformation
{
    public Id<CooperationRequest>? Request { get; init; }
    public Id<MatterItem>? Item { get; init; }
    public string? Text { get; init; }
}

/// <summary>情報の訂正.</summary>
public sealed record NewInformationCorrection
{
    public Id<MatterInformation>? Information { get; init; }
    public string? Text { get; init; }
}

/// <summary>自機関でも把握している.</summary>
public sealed record NewOwnKnowledge
{
    public Id<MatterInformation>? Information { get; init; }
    public OwnKnowledgeKind? Kind { get; init; }
    public string? How { get; init; }
}

/// <summary>見守り役.</summary>
public sealed record NewWatch
{
    public Id<MatterItem>? Item { get; init; }
    public Id<MatterParticipant>? Participant { get; init; }
    public string? Who { get; init; }
    public string? Sign { get; init; }
    public string? Call { get; init; }
}

/// <summary>One watch role.</summary>
public sealed record WatchChoice
{
    public Id<WatchRole>? Watch { get; init; }
}

/// <summary>決定事項.</summary>
public sealed record NewDecision
{
    public Id<MatterItem>? Item { get; init; }
    public string? Who { get; init; }
    public string? What { get; init; }
    public DateOnly? Until { get; init; }
}

/// <summary>One decision, and a word.</summary>
public sealed record DecisionChoice
{
    public Id<MatterDecision>? Decision { get; init; }
    public string? Word { get; init; }
}

/// <summary>求め・シート・情報・見守り・決定: what is asked, given and agreed.</summary>
public sealed class MatterRecords(Work work, CurrentWard ward, MatterDesk desk)
{
    public Task<Outcome> AskAsync(Id<Matter> id, NewRequest input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter =>
        {
            // In whose name: the law text in force names the conference (rules §2).
            var text = new RequestText(input.What ?? "", $"{ward.Profile.Ward.Name}{ward.Profile.MeetingsAsOf(work.Today).SupportConference.Name}");
            var session = input.Session ?? matter.OpenSession?.Number ?? 0;
            if (input.Participant is { } one) return matter.Ask(work.NewId<CooperationRequest>(), one, session, input.Item, text, work.Stamp);
            var all = matter.Sessions.Where(s => s.Number == session).SelectMany(s => s.Members).Select(m => m.ParticipantId)
                .Where(p => matter.Participants.Any(x => x.Id == p && x.IsThere(work.Now) && MatterAccess.IsExplained(matter, x, work.Now))).ToList();
            if (all.Count == 0) return Outcome.Refused(RefusalCode.Required, nameof(input.Participant));
            return Outcome.From([.. all.SelectMany(p => matter.Ask(work.NewId<CooperationRequest>(), p, session, input.Item, text, work.Stamp).Refusals).Distinct()]);
        }, ct);

    public Task<Outcome> DeclineAsync(Id<Matter> id, Declining input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.AnswerSupportConference, matter => matter.Decline(input.Request ?? default, input.Word ?? "", work.Stamp), ct);

    public Task<Outcome<Id<PreMeetingSheet>>> SubmitSheetAsync(Id<Matter> id, NewSheet input, CancellationToken ct) =>
        desk.MakeAsync<PreMeetingSheet>(id, Permission.AnswerSupportConference, (matter, made) => matter.SubmitSheet(made, input.Request ?? default,
            new(input.HouseholdPicture ?? "", input.PresentEfforts ?? "", input.WantedAgencies ?? "", input.RequestsToOthers ?? ""), work.Stamp), ct);

    public Task<Outcome<Id<MatterInformation>>> GiveAsync(Id<Matter> id, NewInformation input, CancellationToken ct) =>
        desk.MakeAsync<MatterInformation>(id, Permission.AnswerSupportConference, (matter, made) =>
            matter.GiveInformation(made, input.Request, input.Item ?? default, input.Text ?? "", work.Stamp), ct);

    public Task<Outcome<Id<InformationCorrection>>> CorrectAsync(Id<Matter> id, NewInformationCorrection input, CancellationToken ct) =>
        desk.MakeAsync<InformationCorrection>(id, Permission.AnswerSupportConference, (matter, made) =>
            matter.CorrectInformation(made, input.Information ?? default, input.Text ?? "", work.Stamp), ct);

    public Task<Outcome<Id<OwnKnowledge>>> StateOwnAsync(Id<Matter> id, NewOwnKnowledge input, CancellationToken ct) =>
        desk.MakeAsync<OwnKnowledge>(id, Permission.AnswerSupportConference, (matter, made) => input.Kind is not { } kind || !Enum.IsDefined(kind)
            ? Outcome.Refused(RefusalCode.Required, nameof(input.Kind))
            : matter.StateOwnKnowledge(made, input.Information ?? default, work.Actor.Organisation, kind, input.How ?? "", work.Stamp), ct);

    public Task<Outcome<Id<WatchRole>>> AssignWatchAsync(Id<Matter> id, NewWatch input, CancellationToken ct) =>
        desk.MakeAsync<WatchRole>(id, Permission.RunSupportConference, (matter, made) => matter.AssignWatch(made, input.Item ?? default,
            new(input.Participant, input.Who ?? "", input.Sign ?? "", input.Call ?? ""), work.Stamp), ct);

    public Task<Outcome> EndWatchAsync(Id<Matter> id, WatchChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.EndWatch(input.Watch ?? default, work.Stamp), ct);

    public Task<Outcome<Id<MatterDecision>>> DecideAsync(Id<Matter> id, NewDecision input, CancellationToken ct) =>
        desk.MakeAsync<MatterDecision>(id, Permission.RunSupportConference, (matter, made) =>
            matter.AddDecision(made, input.Item ?? default, new(input.Who ?? "", input.What ?? "", input.Until), work.Stamp), ct);

    public Task<Outcome> StrikeDecisionAsync(Id<Matter> id, DecisionChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.StrikeDecision(input.Decision ?? default, work.Stamp), ct);

    public Task<Outcome> FinishDecisionAsync(Id<Matter> id, DecisionChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.FinishDecision(input.Decision ?? default, input.Word, work.Stamp), ct);
}
