using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>つなぐ: writes a handoff, changes its draft, and sends it.</summary>
public sealed class ComposeHandoff(AppDb db, Work work, HandoffGround ground, HandoffOrigin origin)
{
    /// <summary>Saves a new draft; only the sender's organisation sees it.</summary>
    public Task<Outcome<Id<Handoff>>> DraftAsync(HandoffInput input, CancellationToken ct) => WriteAsync(input, send: false, ct);

    /// <summary>Writes and sends in one step: either both happen or neither.</summary>
    public Task<Outcome<Id<Handoff>>> SendAsync(HandoffInput input, CancellationToken ct) => WriteAsync(input, send: true, ct);

    /// <summary>Changes a draft and, if asked, sends it.</summary>
    public async Task<Outcome> ReviseAsync(Id<Handoff> id, HandoffInput input, bool send, CancellationToken ct, SeenVersion seen = default)
    {
        var root = RootRef.Of(RootKind.Handoff, id);
        var may = await work.MayAsync(Permission.ActOnHandoff, root, ct);
        if (!may.IsDone) return may;
        var handoff = await db.Handoffs.Include(h => h.Questions).SingleAsync(h => h.Id == id, ct);
        if ((seen.Any is null ? input.Version : seen).IsStaleAt(handoff.Version))
            return await work.FinishAsync(Outcome.Refused(RefusalCode.Stale), Permission.ActOnHandoff, root, ct);
        // Where a handoff came from is fixed by its first draft.
        var source = new HandoffSource(handoff.SourceCaseId, handoff.SourceConsultationId);
        var checks = Check(input);
        var (sheet, unknown) = await SheetAsync(input, source, ct);
        if (unknown is { } wrong) checks.Add(wrong);
        var outcome = checks.Count > 0 ? Outcome.Refused(checks) : handoff.Revise(ToDraft(input, source, sheet), work.Stamp);
        if (outcome.IsDone && send) outcome = await SendAsync(handoff, ct);
        return await work.FinishAsync(outcome, Permission.ActOnHandoff, root, ct);
    }

    /// <summary>Sends a draft as it is.</summary>
    public async Task<Outcome> SendAsync(Id<Handoff> id, SeenVersion version, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Handoff, id);
        var may = await work.MayAsync(Permission.ActOnHandoff, root, ct);
        if (!may.IsDone) return may;
        var handoff = await db.Handoffs.Include(h => h.Questions).SingleAsync(h => h.Id == id, ct);
        var outcome = version.IsStaleAt(handoff.Version) ? Outcome.Refused(RefusalCode.Stale) : await SendAsync(handoff, ct);
        return await work.FinishAsync(outcome, Permission.ActOnHandoff, root, ct);
    }

    private async Task<Outcome<Id<Handoff>>> WriteAsync(HandoffInput input, bool send, CancellationToken ct)
    {
        var (after, source, refused) = await SourceAsync(input, ct);
        if (refused is not null) return Outcome<Id<Handoff>>.Carry(refused);
        var checks = Check(input);
        var (sheet, unknown) = await SheetAsync(input, source, ct);
        if (unknown is { } wrong) checks.Add(wrong);
        if (checks.Count > 0) return await RefuseAsync(Outcome.Refused(checks), ct);
        var drafted = Handoff.Draft(work.NewId<Handoff>(), ToDraft(input, source, sheet), work.Stamp, after);
        if (!drafted.IsDone) return await RefuseAsync(drafted, ct);
        var handoff = drafted.Value;
        if (send && await SendAsync(handoff, ct) is { IsDone: false } unsent) return await RefuseAsync(unsent, ct);
        db.Handoffs.Add(handoff);
        work.GrantTo(handoff.SenderId, handoff.Root, AccessLevel.Manage, GrantBasis.Handoff).By(handoff.Id.Value, null);
        var outcome = await work.FinishAsync(Outcome.Done, Permission.WriteHandoff, handoff.Root, ct);
        return outcome.IsDone ? handoff.Id : Outcome<Id<Handoff>>.Carry(outcome);
    }

    private async Task<Outcome> SendAsync(Handoff handoff, CancellationToken ct)
    {
        if (handoff.SenderId == work.Actor.Organisation && !await origin.IsAtWorkAsync(new(handoff.SourceCaseId, handoff.SourceConsultationId), ct)) return Outcome.Refused(RefusalCode.SourceHandedOn);
        // Before the measure is asked about: who sees no more than the name learns of none.
        if (handoff.Enclosures.Any(e => e.Part == EnclosedPart.Contact) && !await origin.KnowsPlacesAsync(new(handoff.SourceCaseId, handoff.SourceConsultationId), ct))
            return Outcome.Refused(RefusalCode.PlaceNotHeld, nameof(EnclosedPart.Contact));
        var isProtected = await origin.IsProtectedAsync(new(handoff.SourceCaseId, handoff.SourceConsultationId), ct);
        var stands = await origin.StandOnAsync(handoff, ct);
        if (!stands.IsDone) return stands;
        var outcome = handoff.Send(ground.Terms(isProtected), work.Stamp);
        if (outcome.IsDone) HandoffGrants.ToReceiver(work, handoff);
        return outcome;
    }

    /// <summary>The sender must be at work on what they hand off; the handoff itself will never lead there.</summary>
    private async Task<(Handoff? After, HandoffSource Source, Outcome? Refused)> SourceAsync(HandoffInput input, CancellationToken ct)
    {
        if (input.After is { } earlier)
        {
            var known = await work.MayAsync(Permission.ActOnHandoff, RootRef.Of(RootKind.Handoff, earlier), ct);
            if (!known.IsDone) return (null, default, known);
            var after = await db.Handoffs.SingleAsync(h => h.Id == earlier, ct);
            return (after, new(after.SourceCaseId, after.SourceConsultationId), null);
        }
        foreach (var root in Roots(input))
        {
            var may = await work.MayAsync(Permission.WriteHandoff, root, ct);
            if (!may.IsDone) return (null, default, may);
        }
        return (null, new(input.Case, input.Consultation), null);
    }

    private static IEnumerable<RootRef> Roots(HandoffInput input)
    {
        if (input.Case is { } @case) yield return RootRef.Of(RootKind.Case, @case);
        if (input.Consultation is { } consultation) yield return RootRef.Of(RootKind.Consultation, consultation);
    }

    private async Task<Outcome<Id<Handoff>>> RefuseAsync(Outcome refused, CancellationToken ct) =>
        Outcome<Id<Handoff>>.Carry(await work.FinishAsync(refused, Permission.WriteHandoff, RootRef.System, ct));

    private List<Refusal> Check(HandoffInput input)
    {
        List<Refusal> refusals = [];
        void Known(string list, string? code, string field)
        {
            if (code is { Length: > 0 } && !ground.Items(list).Any(i => i.Code == code)) refusals.Add(new(RefusalCode.UnknownCode, field));
        }
        foreach (var topic in input.Topics) Known(CodeLists.ConsultationTopic, topic, nameof(input.Topics));
        foreach (var danger in input.Dangers) Known(CodeLists.DangerFlag, danger, nameof(input.Dangers));
        Known(CodeLists.Urgency, input.Urgency, nameof(input.Urgency));
        Known(CodeLists.OutsideReceiverKind, input.Outside?.Kind, "OutsideKind");
        if (input.MainTopic is { Length: > 0 } main && !input.Topics.Contains(main)) refusals.Add(new(RefusalCode.UnknownCode, nameof(input.MainTopic)));
        if (input.District is { Length: > 0 } place && !ground.Places.Any(p => p.Code == place)) refusals.Add(new(RefusalCode.UnknownCode, nameof(input.District)));
        if (input.Receiver is { } receiver && !ground.Receivers(input.Kind).Any(r => ground.IdOf(r) == receiver) && receiver != work.Actor.Organisation)
            refusals.Add(new(RefusalCode.UnknownCode, nameof(input.Receiver)));
        if ((input.DeskContact?.Length ?? 0) > Handoff.OneLine) refusals.Add(new(RefusalCode.TooLong, nameof(input.DeskContact)));
        foreach (var enclosure in input.Enclosures.Where(e => (e.Text?.Length ?? 0) > Handoff.LongText))
            refusals.Add(new(RefusalCode.TooLong, enclosure.Part.ToString()));
        refusals.AddRange(Texts(input).Where(t => IndividualNumber.Appears(t.Text)).Select(t => new Refusal(RefusalCode.IndividualNumber, t.Field)));
        foreach (var enclosure in input.Enclosures.Where(e => string.IsNullOrWhiteSpace(e.Text)))
            refusals.Add(new(RefusalCode.Required, enclosure.Part.ToString()));
        if (input.Enclosures.GroupBy(e => e.Part).Any(g => g.Count() > 1)) refusals.Add(new(RefusalCode.WrongState, nameof(input.Enclosures)));
        return refusals;
    }

    // A draft keeps no 個人番号 either.
    private static IEnumerable<(string Field, string? Text)> Texts(HandoffInput input) =>
    [
        (nameof(input.Asked), input.Asked),
        (nameof(input.DeskContact), input.DeskContact),
        ("OutsideName", input.Outside?.Name),
        ("OutsideContact", input.Outside?.Contact),
        (nameof(EnclosedSheetInput.EquivalentDocument), input.Assessment?.EquivalentDocument),
        ("ComplexReason", input.Criteria?.Complex?.Reason),
        ("RolesReason", input.Criteria?.Roles?.Reason),
        ("BeyondMeetingsReason", input.Criteria?.BeyondMeetings?.Reason),
        .. input.Enclosures.Select(e => (e.Part.ToString(), e.Text)),
        .. input.Enclosures.Select(e => ($"{e.Part}.{nameof(e.BasisReason)}", e.BasisReason)),
    ];

    /// <summary>The sheet as the sender's own case has it: what it is and what is blank in it is not for the caller to say.</summary>
    private async Task<(EnclosedAssessment? Sheet, Refusal? Unknown)> SheetAsync(HandoffInput input, HandoffSource source, CancellationToken ct)
    {
        if (input.Kind != HandoffKind.ToHub || input.Assessment is not { } asked) return (null, null);
        var found = await origin.SheetAsync(source.Case, asked.Version, ct);
        if (found is null && asked.Version is > 0) return (null, new(RefusalCode.UnknownCode, nameof(input.Assessment)));
        return ((found?.Enclosed ?? new(null, 0, [])) with { EquivalentDocument = Blank(asked.EquivalentDocument) }, null);
    }

    private static HandoffDraft ToDraft(HandoffInput input, HandoffSource source, EnclosedAssessment? sheet) => new(
        input.Kind,
        source,
        Receiver(input),
        new(input.Asked?.Trim() ?? "", [.. input.Topics], Blank(input.MainTopic), Blank(input.Urgency), Blank(input.District),
            [.. input.Dangers], Blank(input.DeskContact)),
        [.. input.Enclosures.Select(e => new Enclosure(
            e.Part, EnclosedText.Write(e.Text!), e.LegalBasis ?? "", e.Opens, Blank(e.BasisReason)))],
        sheet,
        input.Kind == HandoffKind.ToHub ? input.Criteria?.ToSheet() : null);

    private static HandoffReceiver? Receiver(HandoffInput input) =>
        input.Receiver is { } organisation ? HandoffReceiver.Inside(organisation)
        : input.Outside is { } outside ? HandoffReceiver.Beyond(new(outside.Kind ?? "", outside.Name?.Trim() ?? "", Blank(outside.Contact)))
        : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The JSON of an enclosure that is text: what was ticked, as it was when it was ticked.</summary>
static class EnclosedText
{
    private sealed record Content(string Text);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public static string Write(string text) => JsonSerializer.Serialize(new Content(text.Trim()), Json);

    public static string Read(Enclosure enclosure) => JsonSerializer.Deserialize<Content>(enclosure.Content, Json)?.Text ?? "";
}
