using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>支援会議 through the API, by the same handlers as the pages; to who is not named, nothing is there.</summary>
static class SupportConferencesApi
{
    private const string One = "/support-conferences/{id}";

    public sealed record Made<T>(Id<T> Id);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/support-conferences", async (SupportConferenceList list, CancellationToken ct) => ApiAnswer.Ok(await list.MineAsync(ct)))
            .Permit(Permission.ListSupportConferences).Produces<SupportConferences>();
        api.MapPost("/support-conferences", async (NewProposal input, ProposeMatter propose, CancellationToken ct) =>
            Answer(await propose.RunAsync(input, ct), id => $"/api/v1/support-conferences/{id}")).Permit(Permission.ProposeSupportConference);
        api.MapGet(One, async (Id<Matter> id, MatterDesk desk, CancellationToken ct) =>
        {
            var view = await desk.OpenAsync(id, ct);
            return ApiAnswer.Of(view, () => ApiAnswer.Ok(MatterDocument.Of(view.Value)));
        }).Permit(Permission.SeeSupportConference).Produces<MatterDocument>();
        MapOffice(api);
        MapMembers(api);
        MapSessions(api);
        MapRecords(api);
        MapWaysOut(api);
    }

    private static void MapOffice(RouteGroupBuilder api)
    {
        Act<ChairTaking, MatterOffice>(api, "chair", Permission.TakeSupportConferenceChair, (h, id, input, ct) => h.TakeChairAsync(id, input, ct));
        Act<ChairDeclining, MatterOffice>(api, "chair/declined", Permission.TakeSupportConferenceChair, (h, id, input, ct) => h.DeclineChairAsync(id, input, ct));
        Act<ChairChoice, KeepProposal>(api, "chair/choice", Permission.ProposeSupportConference, (h, id, input, ct) => h.ChooseChairAsync(id, input, ct));
        Act<ProposalWithdrawal, KeepProposal>(api, "withdrawal", Permission.ProposeSupportConference, (h, id, input, ct) => h.WithdrawAsync(id, input, ct));
        Act<NoticeChoice, MatterOffice>(api, "notices/seen", Permission.TakeSupportConferenceChair, (h, id, input, ct) => h.SeeNoticeAsync(id, input, ct));
        Act<ChairHandingOn, MatterOffice>(api, "chair/next", Permission.RunSupportConference, (h, id, input, ct) => h.HandOnAsync(id, input, ct));
        Act<SecretaryChoice, MatterOffice>(api, "secretary", Permission.ChairSupportConference, (h, id, input, ct) => h.AppointSecretaryAsync(id, input, ct));
        Act<Settlement, MatterOffice>(api, "outcome", Permission.ChairSupportConference, (h, id, input, ct) => h.SettleAsync(id, input, ct));
    }

    private static void MapMembers(RouteGroupBuilder api)
    {
        Make<NewParticipant, MatterMembers, MatterParticipant>(api, "participants", Permission.RunSupportConference, (h, id, input, ct) => h.AddAsync(id, input, ct));
        Make<NewExplanation, MatterMembers, DutyExplanation>(api, "explanations", Permission.RunSupportConference, (h, id, input, ct) => h.ExplainAsync(id, input, ct));
        Act<NewSignature, MatterMembers>(api, "signatures", Permission.RunSupportConference, (h, id, input, ct) => h.SignAsync(id, input, ct));
        Act<Seating, MatterMembers>(api, "members", Permission.RunSupportConference, (h, id, input, ct) => h.SeatAsync(id, input, ct));
        Act<ParticipantChoice, MatterMembers>(api, "members/removal", Permission.RunSupportConference, (h, id, input, ct) => h.UnseatAsync(id, input, ct));
        Act<NewReader, MatterMembers>(api, "readers", Permission.ChairSupportConference, (h, id, input, ct) => h.NameReaderAsync(id, input, ct));
        Act<ReadingEnd, MatterMembers>(api, "readers/end", Permission.ChairSupportConference, (h, id, input, ct) => h.EndReadingAsync(id, input, ct));
        Act<NewItemNaming, MatterMembers>(api, "items/names", Permission.ChairSupportConference, (h, id, input, ct) => h.NameOnItemAsync(id, input, ct));
        Act<ParticipantChoice, MatterMembers>(api, "leaving", Permission.AnswerSupportConference, (h, id, input, ct) => h.LeaveAsync(id, input, ct));
    }

    private static void MapSessions(RouteGroupBuilder api)
    {
        api.MapPost($"{One}/sessions", async (Id<Matter> id, MatterSessions handler, CancellationToken ct) =>
            Answer(await handler.SelectMembersAsync(id, ct), _ => null)).Permit(Permission.ChairSupportConference);
        Make<NewItem, MatterSessions, MatterItem>(api, "items", Permission.RunSupportConference, (h, id, input, ct) => h.AddItemAsync(id, input, ct));
        Act<ItemChoice, MatterSessions>(api, "agenda", Permission.RunSupportConference, (h, id, input, ct) => h.PutOnAgendaAsync(id, input, ct));
        Act<Convening, MatterSessions>(api, "convocation", Permission.ChairSupportConference, (h, id, input, ct) => h.ConveneAsync(id, input, ct));
        Act<Holding, MatterSessions>(api, "session", Permission.RunSupportConference, (h, id, input, ct) => h.HoldAsync(id, input, ct));
        Act<ParticipantChoice, MatterSessions>(api, "arrivals", Permission.RunSupportConference, (h, id, input, ct) => h.ArriveAsync(id, input, ct));
        Act<DiscussionText, MatterSessions>(api, "discussion", Permission.RunSupportConference, (h, id, input, ct) => h.WriteAsync(id, input, ct));
        Act<DirectionWriting, MatterSessions>(api, "direction", Permission.RunSupportConference, (h, id, input, ct) => h.WriteDirectionAsync(id, input, ct));
        Act<MinutesFixing, MatterSessions>(api, "minutes", Permission.RunSupportConference, (h, id, input, ct) => h.FixAsync(id, input, ct));
        Act<SessionChoice, MatterSessions>(api, "minutes/confirmation", Permission.ChairSupportConference, (h, id, input, ct) => h.ConfirmAsync(id, input, ct));
        Make<NewMinutesCorrection, MatterSessions, MinutesCorrection>(api, "minutes/corrections", Permission.RunSupportConference, (h, id, input, ct) => h.CorrectAsync(id, input, ct));
        Make<NewCopy, MatterCopies, PaperCopy>(api, "copies", Permission.RunSupportConference, (h, id, input, ct) => h.HandOutAsync(id, input, ct));
        Act<CopyChoice, MatterCopies>(api, "copies/collection", Permission.RunSupportConference, (h, id, input, ct) => h.CollectAsync(id, input, ct));
        Act<CopyChoice, MatterCopies>(api, "copies/loss", Permission.RunSupportConference, (h, id, input, ct) => h.ReportLostAsync(id, input, ct));
    }

    private static void MapRecords(RouteGroupBuilder api)
    {
        Act<NewRequest, MatterRecords>(api, "requests", Permission.RunSupportConference, (h, id, input, ct) => h.AskAsync(id, input, ct));
        Act<Declining, MatterRecords>(api, "requests/declined", Permission.AnswerSupportConference, (h, id, input, ct) => h.DeclineAsync(id, input, ct));
        Make<NewSheet, MatterRecords, PreMeetingSheet>(api, "sheets", Permission.AnswerSupportConference, (h, id, input, ct) => h.SubmitSheetAsync(id, input, ct));
        Make<NewInformation, MatterRecords, MatterInformation>(api, "information", Permission.AnswerSupportConference, (h, id, input, ct) => h.GiveAsync(id, input, ct));
        Make<NewInformationCorrection, MatterRecords, InformationCorrection>(api, "information/corrections", Permission.AnswerSupportConference, (h, id, input, ct) => h.CorrectAsync(id, input, ct));
        Make<NewOwnKnowledge, MatterRecords, OwnKnowledge>(api, "information/own-knowledge", Permission.AnswerSupportConference, (h, id, input, ct) => h.StateOwnAsync(id, input, ct));
        Make<NewWatch, MatterRecords, WatchRole>(api, "watch-roles", Permission.RunSupportConference, (h, id, input, ct) => h.AssignWatchAsync(id, input, ct));
        Act<WatchChoice, MatterRecords>(api, "watch-roles/end", Permission.RunSupportConference, (h, id, input, ct) => h.EndWatchAsync(id, input, ct));
        Make<NewDecision, MatterRecords, MatterDecision>(api, "decisions", Permission.RunSupportConference, (h, id, input, ct) => h.DecideAsync(id, input, ct));
        Act<DecisionChoice, MatterRecords>(api, "decisions/struck", Permission.RunSupportConference, (h, id, input, ct) => h.StrikeDecisionAsync(id, input, ct));
        Act<DecisionChoice, MatterRecords>(api, "decisions/done", Permission.RunSupportConference, (h, id, input, ct) => h.FinishDecisionAsync(id, input, ct));
    }

    private static void MapWaysOut(RouteGroupBuilder api)
    {
        Make<NewWorkOrder, MatterWaysOut, WayOut>(api, "ways-out/work-orders", Permission.RunSupportConference, (h, id, input, ct) => h.DraftAsync(id, input, ct));
        Make<WayOutChoice, MatterWaysOut, WorkOrder>(api, "ways-out/work-orders/approval", Permission.ChairSupportConference, (h, id, input, ct) => h.ApproveAsync(id, input, ct));
        Act<WayOutChoice, MatterWaysOut>(api, "ways-out/work-orders/struck", Permission.RunSupportConference, (h, id, input, ct) => h.StrikeAsync(id, input, ct));
        Make<NewConsentedText, MatterWaysOut, WayOut>(api, "ways-out/consent", Permission.RunSupportConference, (h, id, input, ct) => h.ByConsentAsync(id, input, ct));
        Make<NewReport, MatterWaysOut, WayOut>(api, "ways-out/law", Permission.AnswerSupportConference, (h, id, input, ct) => h.ByLawAsync(id, input, ct));
        Make<NewReport, MatterWaysOut, WayOut>(api, "ways-out/danger", Permission.AnswerSupportConference, (h, id, input, ct) => h.ByDangerAsync(id, input, ct));
        Act<WayOutChoice, MatterWaysOut>(api, "ways-out/danger/told", Permission.AnswerSupportConference, (h, id, input, ct) => h.TellChairAsync(id, input, ct));
        Make<NewGap, MatterWaysOut, WayOut>(api, "ways-out/gap", Permission.RunSupportConference, (h, id, input, ct) => h.AsGapAsync(id, input, ct));
    }

    private static void Act<TInput, THandler>(
        RouteGroupBuilder api, string path, Permission permission, Func<THandler, Id<Matter>, TInput, CancellationToken, Task<Outcome>> act)
        where TInput : class where THandler : class =>
        api.MapPost($"{One}/{path}", async (Id<Matter> id, TInput input, THandler handler, CancellationToken ct) =>
            ApiAnswer.Of(await act(handler, id, input, ct), () => new(StatusCodes.Status204NoContent))).Permit(permission);

    private static void Make<TInput, THandler, TMade>(
        RouteGroupBuilder api, string path, Permission permission, Func<THandler, Id<Matter>, TInput, CancellationToken, Task<Outcome<Id<TMade>>>> act)
        where TInput : class where THandler : class =>
        api.MapPost($"{One}/{path}", async (Id<Matter> id, TInput input, THandler handler, CancellationToken ct) =>
            Answer(await act(handler, id, input, ct), _ => null)).Permit(permission).Produces<Made<TMade>>(StatusCodes.Status201Created);

    private static ApiAnswer Answer<T>(Outcome<Id<T>> outcome, Func<Id<T>, string?> location) =>
        ApiAnswer.Of(outcome, () => new(StatusCodes.Status201Created, new Made<T>(outcome.Value), location(outcome.Value)));
}
