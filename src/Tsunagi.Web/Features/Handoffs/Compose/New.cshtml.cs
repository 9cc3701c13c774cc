using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

[Permit(Permission.WriteHandoff)]
public sealed class NewModel(ComposeHandoff compose, ShowHandoff show, HandoffGround ground, HandoffOrigin origin, HandoffOffer offer) : ComposePage(ground)
{
    /// <summary>The returned handoff that this one follows, with what it asked for.</summary>
    public HandoffSight? Earlier { get; private set; }

    protected override string Address => HandoffLinks.New(Input.Kind, Input.Case, Input.Consultation, Input.After, Input.AssessmentVersion);

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "case")] Id<Case>? @case, Id<Consultation>? consultation, HandoffKind? kind, Id<Handoff>? after, int? version, CancellationToken ct)
    {
        var own = Ground.EntryOf(Work.Actor.Organisation);
        Input = new()
        {
            Kind = kind ?? HandoffKind.ToDesk,
            Case = @case,
            Consultation = consultation,
            After = after,
            District = Ground.PlaceOf(Work.Actor.Organisation),
            DeskContact = own is null ? null : string.Join(' ', new[] { own.ShortName, own.Phone }.OfType<string>()),
            AssessmentVersion = version,
        };
        if (after is { } earlier)
        {
            var found = await show.RunAsync(earlier, ct);
            if (!found.IsDone) return Absent();
            if (found.Value.Side != HandoffSide.Sender) return Forbid();
            Earlier = found.Value;
            Take(found.Value.Handoff);
        }
        if (Input.Case is null && Input.Consultation is null && Input.After is null) return Absent();
        if (!await IsAtWorkAsync(ct)) return Absent();
        if (Input.After is null && await offer.EnvelopeOfAsync(new(Input.Case, Input.Consultation), ct) is { } told) Take(told);
        await OfferAsync(ct);
        Input.FromCase = Running is [var only] ? only.Id.ToString() : ComposeForm.NewCase;
        await OfferOwnAsync(ct);
        if (Ground.OnlyReceiver(Input.Kind) is { } hub) Input.Receiver = Ground.IdOf(hub).ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostSuggestAsync(CancellationToken ct)
    {
        ReadParts();
        await OfferAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) => SaveAsync(send: false, ct);

    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) => SaveAsync(send: true, ct);

    private async Task<IActionResult> SaveAsync(bool send, CancellationToken ct)
    {
        ReadParts();
        var outcome = send ? await compose.SendAsync(ToInput(), ct) : await compose.DraftAsync(ToInput(), ct);
        return await AnswerFormAsync(outcome, () =>
        {
            Done = HandoffWords.Done(send ? HandoffAct.Send : HandoffAct.Revise);
            return LocalRedirect(HandoffLinks.Detail(outcome.Value));
        });
    }

    protected override async Task OfferAsync(CancellationToken ct)
    {
        await base.OfferAsync(ct);
        // Advice moves nothing and opens nothing, and what follows an earlier つなぎ comes from where that came from.
        if (Input is { Kind: not HandoffKind.Advice, After: null, Consultation: { } told }) Running = await origin.CasesForAsync(told, ct);
    }

    /// <summary>Whether the sender is at work on what is handed off; otherwise it looks absent.</summary>
    private async Task<bool> IsAtWorkAsync(CancellationToken ct)
    {
        foreach (var root in new RootRef?[] { Input.Case is { } c ? RootRef.Of(RootKind.Case, c) : null, Input.Consultation is { } k ? RootRef.Of(RootKind.Consultation, k) : null })
            if (root is { } own && !(await Work.MayAsync(Permission.WriteHandoff, own, ct)).IsDone) return false;
        return true;
    }

    /// <summary>Fills in what the sender's own records know.</summary>
    private async Task OfferOwnAsync(CancellationToken ct)
    {
        var source = new HandoffSource(CaseOrRunning, Input.Consultation);
        var known = await offer.OfAsync(source, Input.AssessmentVersion, ct);
        Parts = [.. Enum.GetValues<EnclosedPart>().Select(p => new PartForm(p, false, known.GetValueOrDefault(p), null, null, EnclosureOpens.OnAcceptance))];
        if (await origin.SheetAsync(CaseOrRunning, Input.AssessmentVersion, ct) is { } sheet)
            (Input.AssessmentVersion, Input.AssessmentBlanks) = (sheet.Enclosed.Version, sheet.Enclosed.Blanks.Count);
    }

    private void Take(Handoff earlier)
    {
        var envelope = earlier.Envelope;
        (Input.Kind, Input.Asked, Input.DeskContact) = (earlier.Kind, envelope.Asked, envelope.DeskContact ?? Input.DeskContact);
        Take(envelope);
    }

    private void Take(HandoffEnvelope told) => (Input.Topics, Input.MainTopic, Input.Urgency, Input.District, Input.Dangers) =
        ([.. told.Topics], told.MainTopic, told.Urgency, told.District, [.. told.Dangers]);
}
