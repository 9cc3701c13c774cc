using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

[Permit(Permission.ActOnHandoff)]
public sealed class EditModel(ComposeHandoff compose, ShowHandoff show, HandoffGround ground) : ComposePage(ground)
{
    [BindProperty(SupportsGet = true)]
    public Id<Handoff> Id { get; set; }

    protected override string Address => HandoffLinks.Edit(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await show.RunAsync(Id, ct);
        if (!found.IsDone) return Absent();
        if (!found.Value.May(HandoffAct.Revise)) return LocalRedirect(HandoffLinks.Detail(Id));
        Fill(found.Value.Handoff);
        await OfferAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSuggestAsync(CancellationToken ct)
    {
        var found = await show.RunAsync(Id, ct);
        if (!found.IsDone) return Absent();
        if (!found.Value.May(HandoffAct.Revise)) return LocalRedirect(HandoffLinks.Detail(Id));
        ReadParts();
        await OfferAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) => SaveAsync(send: false, ct);

    public Task<IActionResult> OnPostSendAsync(CancellationToken ct) => SaveAsync(send: true, ct);

    private async Task<IActionResult> SaveAsync(bool send, CancellationToken ct)
    {
        ReadParts();
        var outcome = await compose.ReviseAsync(Id, ToInput(), send, ct);
        return await AnswerFormAsync(outcome, () =>
        {
            Done = HandoffWords.Done(send ? HandoffAct.Send : HandoffAct.Revise);
            return LocalRedirect(HandoffLinks.Detail(Id));
        });
    }

    protected override async Task SeeTheirsAsync()
    {
        var found = await show.RunAsync(Id, HttpContext.RequestAborted);
        if (!found.IsDone) return;
        Theirs = found.Value.Handoff;
        Input.Version = Theirs.Version;
        ModelState.Remove("Input.Version");
    }

    private void Fill(Handoff draft)
    {
        var (envelope, criteria) = (draft.Envelope, draft.SenderCriteria);
        Input = new()
        {
            Kind = draft.Kind,
            Case = draft.SourceCaseId,
            Consultation = draft.SourceConsultationId,
            Version = draft.Version,
            Asked = envelope.Asked,
            Topics = [.. envelope.Topics],
            MainTopic = envelope.MainTopic,
            Urgency = envelope.Urgency,
            District = envelope.District,
            Dangers = [.. envelope.Dangers],
            DeskContact = envelope.DeskContact,
            Receiver = draft.Outside is not null ? ComposeForm.OutsideChoice : draft.ReceiverId is null ? null : ComposeForm.DirectoryChoice,
            OtherReceiver = draft.ReceiverId?.ToString(),
            OutsideKind = draft.Outside?.Kind,
            OutsideName = draft.Outside?.Name,
            OutsideContact = draft.Outside?.Contact,
            AssessmentVersion = draft.Assessment?.Id is null ? null : draft.Assessment.Version,
            AssessmentBlanks = draft.Assessment?.Blanks.Count ?? 0,
            EquivalentDocument = draft.Assessment?.EquivalentDocument,
            Complex = criteria?.Complex.Answer,
            ComplexReason = criteria?.Complex.Reason,
            Roles = criteria?.Roles.Answer,
            RolesReason = criteria?.Roles.Reason,
            BeyondMeetings = criteria?.BeyondMeetings.Answer,
            BeyondMeetingsReason = criteria?.BeyondMeetings.Reason,
        };
        Parts =
        [
            .. Enum.GetValues<EnclosedPart>().Select(p => draft.Enclosures.FirstOrDefault(e => e.Part == p) is { } e
                ? new PartForm(p, true, EnclosedText.Read(e), e.LegalBasis, e.BasisReason, e.Opens)
                : new PartForm(p, false, null, null, null, EnclosureOpens.OnAcceptance)),
        ];
    }
}
