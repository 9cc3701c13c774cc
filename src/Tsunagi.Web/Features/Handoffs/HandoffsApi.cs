using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>つなぎ through the API, by the same handlers as the pages.</summary>
static class HandoffsApi
{
    public sealed record Identified(Id<Handoff> Id);
    public sealed record Row(
        Id<Handoff> Id, HandoffKind Kind, HandoffState State, DateTimeOffset StateSince, int Days, Id<Organisation> Sender,
        Id<Organisation>? Receiver, string? Outside, string Asked, string? Urgency, string? District, bool OursToAct, bool MustTell, bool IsLate);
    public sealed record RowPage(IReadOnlyList<Row> Items, int Total, string? Next);
    public sealed record Enclosed(EnclosedPart Part, string Text, string LegalBasis, EnclosureOpens Opens, bool IsHeldBack);
    public sealed record Question(int Number, string Text, DateTimeOffset AskedAt, string? Answer, DateTimeOffset? ClosedAt);
    public sealed record Step(HandoffState State, DateTimeOffset At, Id<Organisation> For, string? Reason);
    public sealed record Envelope(string Asked, IReadOnlyList<string> Topics, string? MainTopic, string? Urgency, string? District, IReadOnlyList<string> Dangers, string? DeskContact);
    public sealed record Shown(
        Id<Handoff> Id, int Version, HandoffKind Kind, HandoffState State, HandoffSide Side, HandoffSide NextToAct, int Days, int ReceiverDays,
        Id<Organisation> Sender, Id<Organisation>? Receiver, OutsideReceiver? Outside, Envelope Envelope, IReadOnlyList<Enclosed> Enclosures,
        CriteriaSheet? SenderCriteria, CriteriaSheet? Judgement, IReadOnlyList<Question> Questions, HandoffReturn? Return, string? Advice,
        int Bounces, bool MustTell, Id<Case>? OwnCase, Id<Handoff>? Earlier, IReadOnlyList<Id<Handoff>> Later,
        IReadOnlyList<HandoffAct> Acts, IReadOnlyList<Step> Steps, Deciding? Decision);
    public sealed record Deciding(Id<Decision> Id, DecisionState State, string? NextRole);
    public sealed record Judging(CriteriaInput? Criteria);
    public sealed record Asking(IReadOnlyList<string>? Questions);
    public sealed record Answering(IReadOnlyDictionary<int, string>? Answers);
    public sealed record Accepting(Id<Organisation>? Hub);
    public sealed record Returning(string? WhatToDo);
    public sealed record Reasoned(string? Reason);
    public sealed record Advising(string? Advice);
    public sealed record Attempting(string? Method, string? Result, DateTimeOffset? At);
    public sealed record Confirming(string? Name, string? Method, DateTimeOffset? At);
    public sealed record Releasing(EnclosedPart Part, string? LegalBasis, string? BasisReason);
    public sealed record Telling(bool Told, DateOnly? On, string? How);
    public sealed record Bouncing(HandoffKind Kind, HandoffState State, DateTimeOffset StateSince, DateTimeOffset ChainSince, int Bounces, Id<Organisation> Sender, Id<Organisation>? Receiver);
    public sealed record Queue(Id<Organisation> Organisation, int Waiting, DateTimeOffset Oldest);
    public sealed record Bounces(IReadOnlyList<Bouncing> Items, IReadOnlyList<Queue> Queues);

    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup("/handoffs");
        all.MapGet("/", ListAsync).Permit(Permission.ListHandoffs).Produces<RowPage>();
        all.MapGet("/bounces", BouncesAsync).Permit(Permission.SeeBounces).Produces<Bounces>();
        all.MapPost("/", (HandoffInput input, ComposeHandoff compose, bool? send, CancellationToken ct) => WriteAsync(input, compose, send ?? false, ct))
            .Permit(Permission.WriteHandoff).Produces<Identified>(StatusCodes.Status201Created);
        var one = all.MapGroup("/{id}");
        one.MapGet("/", ShowAsync).Permit(Permission.SeeHandoff).Produces<Shown>();
        one.MapPut("/", async (Id<Handoff> id, HandoffInput input, ComposeHandoff compose, HttpContext http, ShowHandoff show, CancellationToken ct) =>
            await AfterAsync(await compose.ReviseAsync(id, input, send: false, ct, IfMatch.Of(http.Request)), id, show, ct)).Permit(Permission.ActOnHandoff).Produces<Shown>();
        Act<object>(one, "send", (id, _, compose, _, version, ct) => compose.SendAsync(id, version, ct));
        Act<Judging>(one, "judgement", (id, input, _, act, version, ct) =>
            act.JudgeAsync(id, version, input?.Criteria?.ToSheet() is { } sheet ? sheet : new Refusal(RefusalCode.Required, "Criteria"), ct));
        Act<Asking>(one, "questions", (id, input, _, act, version, ct) => act.AskAsync(id, version, input?.Questions ?? [], ct));
        Act<Answering>(one, "answers", (id, input, _, act, version, ct) => act.AnswerAsync(id, version, input?.Answers ?? new Dictionary<int, string>(), ct));
        one.MapPost("/questions/{number:int}/take-back", async (Id<Handoff> id, int number, ActOnHandoff act, ShowHandoff show, HttpContext http, CancellationToken ct) =>
            await AfterAsync(await act.TakeBackQuestionAsync(id, IfMatch.Of(http.Request), number, ct), id, show, ct)).Permit(Permission.ActOnHandoff).Produces<Shown>();
        Act<Accepting>(one, "acceptance", (id, input, _, act, version, ct) => act.AcceptAsync(id, version, input?.Hub, ct));
        Act<object>(one, "joint-acceptance", (id, _, _, act, version, ct) => act.AcceptJointlyAsync(id, version, ct));
        Act<Returning>(one, "return", (id, input, _, act, version, ct) => act.ReturnAsync(id, version, input?.WhatToDo, ct));
        Act<object>(one, "return-acknowledgement", (id, _, _, act, version, ct) => act.AcknowledgeReturnAsync(id, version, ct));
        Act<object>(one, "approval", (id, _, _, act, version, ct) => act.ApproveAsync(id, version, ct), Permission.DecideHandoff);
        Act<Reasoned>(one, "proposal-withdrawal", (id, input, _, act, version, ct) => act.DropProposalAsync(id, version, input?.Reason, ct));
        Act<RedirectInput>(one, "redirect", (id, input, _, act, version, ct) => act.RedirectAsync(id, version, input ?? new(null, null, null, null), ct));
        Act<Advising>(one, "advice", (id, input, _, act, version, ct) => act.AdviseAsync(id, version, input?.Advice, ct));
        Act<object>(one, "advice-acknowledgement", (id, _, _, act, version, ct) => act.AcknowledgeAdviceAsync(id, version, ct));
        Act<Reasoned>(one, "withdrawal", (id, input, _, act, version, ct) => act.WithdrawAsync(id, version, input?.Reason, ct));
        Act<Attempting>(one, "attempts", (id, input, _, act, version, ct) => act.LogAttemptAsync(id, version, input?.Method, input?.Result, input?.At, ct));
        Act<Confirming>(one, "confirmation", (id, input, _, act, version, ct) => act.ConfirmOutsideAsync(id, version, input?.Name, input?.Method, input?.At, ct));
        Act<Releasing>(one, "released-enclosures", (id, input, _, act, version, ct) => input is null
            ? Task.FromResult(Outcome.Refused(RefusalCode.Required, "Part"))
            : act.ReleaseEnclosureAsync(id, version, input.Part, input.LegalBasis, input.BasisReason, ct));
        Act<Telling>(one, "told", (id, input, _, act, version, ct) => input is null
            ? Task.FromResult(Outcome.Refused(RefusalCode.Required, "Told"))
            : act.RecordToldAsync(id, version, input.Told, input.On, input.How, ct));
    }

    private delegate Task<Outcome> Doing<TInput>(Id<Handoff> id, TInput? input, ComposeHandoff compose, ActOnHandoff act, SeenVersion version, CancellationToken ct);

    /// <summary>Every act answers with the handoff as it then is.</summary>
    private static void Act<TInput>(RouteGroupBuilder one, string path, Doing<TInput> doing, Permission permission = Permission.ActOnHandoff) where TInput : class =>
        one.MapPost($"/{path}", async (Id<Handoff> id, TInput? input, ComposeHandoff compose, ActOnHandoff act, ShowHandoff show, HttpContext http, CancellationToken ct) =>
            await AfterAsync(await doing(id, input, compose, act, IfMatch.Of(http.Request), ct), id, show, ct)).Permit(permission).Produces<Shown>();

    private static async Task<ApiAnswer> WriteAsync(HandoffInput input, ComposeHandoff compose, bool send, CancellationToken ct)
    {
        var outcome = send ? await compose.SendAsync(input, ct) : await compose.DraftAsync(input, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/handoffs/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> ListAsync(ListHandoffs list, CancellationToken ct, string? side = null, string? show = null, string? kind = null, string? after = null)
    {
        if (!TryRead<HandoffShow>(show, out var which)) return ApiAnswer.Refused([new(RefusalCode.UnknownCode, "Show")]);
        if (!TryRead<HandoffKind>(kind, out var one)) return ApiAnswer.Refused([new(RefusalCode.UnknownCode, "Kind")]);
        var page = await list.RunAsync(new(side == "sent", which ?? HandoffShow.Open, one, after), ct);
        return ApiAnswer.Ok(new RowPage(
            [.. page.Rows.Select(r => new Row(r.Id, r.Kind, r.State, r.StateSince, r.Days, r.Sender, r.Receiver, r.Outside, r.Asked, r.Urgency, r.District, r.OursToAct, r.MustTell, r.IsLate))],
            page.Total, page.Next));
    }

    /// <summary>A value of a query string, in the spelling of the API's JSON; nothing is no value.</summary>
    private static bool TryRead<T>(string? text, out T? value) where T : struct, Enum
    {
        value = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (!Enum.TryParse<T>(text, ignoreCase: true, out var read) || !Enum.IsDefined(read)) return false;
        value = read;
        return true;
    }

    private static async Task<ApiAnswer> BouncesAsync(SeeBounces see, CancellationToken ct)
    {
        var sight = await see.RunAsync(ct);
        return ApiAnswer.Ok(new Bounces(
            [.. sight.Bouncing.Select(b => new Bouncing(b.Kind, b.State, b.StateSince, b.ChainSince, b.Bounces, b.Sender, b.Receiver))],
            [.. sight.Queues.Select(q => new Queue(q.Organisation, q.Waiting, q.Oldest))]));
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Handoff> id, ShowHandoff show, CancellationToken ct)
    {
        var found = await show.RunAsync(id, ct);
        return ApiAnswer.Of(found, () => ApiAnswer.Ok(ToShown(found.Value)));
    }

    private static async Task<ApiAnswer> AfterAsync(Outcome outcome, Id<Handoff> id, ShowHandoff show, CancellationToken ct) =>
        outcome.IsDone ? await ShowAsync(id, show, ct) : ApiAnswer.Refused(outcome.Refusals);

    private static Shown ToShown(HandoffSight sight)
    {
        var h = sight.Handoff;
        var e = h.Envelope;
        return new(
            h.Id, h.Version, h.Kind, h.State, sight.Side, h.WhoActsNext, sight.Days, sight.ReceiverDays, h.SenderId, h.ReceiverId, h.Outside,
            new(e.Asked, e.Topics, e.MainTopic, e.Urgency, e.District, e.Dangers, e.DeskContact),
            [.. sight.Open.Select(o => new Enclosed(o.Part, EnclosedText.Read(o), o.LegalBasis, o.Opens, o.IsHeldBack))],
            h.SenderCriteria, h.Judgement?.Sheet,
            [.. h.Questions.Select(q => new Question(q.Number, q.Text, q.AskedAt, q.Answer, q.ClosedAt))],
            h.ReturnedWith, h.Advice, h.ChainBounces, h.MustTellPerson, sight.OwnCase, sight.Earlier, sight.Later, sight.Acts,
            [.. h.Steps.Select(s => new Step(s.State, s.At, s.For, s.Reason))],
            sight.Return is { } decision ? new(decision.Id, decision.State, decision.NextRole) : null);
    }
}
