using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>The form of つなぐ, as typed.</summary>
public sealed class ComposeForm
{
    /// <summary>The choice that opens the fields of a receiver outside the system.</summary>
    public const string OutsideChoice = "outside";

    /// <summary>The choice that looks into the whole directory.</summary>
    public const string DirectoryChoice = "directory";

    /// <summary>The choice to open a case for a consultation, beside those the desk is at work on.</summary>
    public const string NewCase = "new";

    public HandoffKind Kind { get; set; }
    public Id<Case>? Case { get; set; }
    public Id<Consultation>? Consultation { get; set; }

    /// <summary>The running case that a consultation goes into, or <see cref="NewCase"/>.</summary>
    public string? FromCase { get; set; }
    public Id<Handoff>? After { get; set; }
    public int? Version { get; set; }
    public string? Asked { get; set; }
    public List<string> Topics { get; set; } = [];
    public string? MainTopic { get; set; }
    public string? Urgency { get; set; }
    public string? District { get; set; }
    public List<string> Dangers { get; set; } = [];
    public string? DeskContact { get; set; }

    /// <summary>The chosen suggestion, <see cref="OutsideChoice"/>, <see cref="DirectoryChoice"/>, or nothing.</summary>
    public string? Receiver { get; set; }

    /// <summary>The choice from the whole directory; it wins over nothing, not over a suggestion.</summary>
    public string? OtherReceiver { get; set; }
    public string? OutsideKind { get; set; }
    public string? OutsideName { get; set; }
    public string? OutsideContact { get; set; }
    public int? AssessmentVersion { get; set; }

    /// <summary>How many questions of that version are blank, to be told; the count that is sent is taken from the sheet itself.</summary>
    public int AssessmentBlanks { get; set; }
    public string? EquivalentDocument { get; set; }
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

/// <summary>One class of information in the form: ticked or not, and what of it.</summary>
public sealed record PartForm(EnclosedPart Part, bool Ticked, string? Text, string? LegalBasis, string? BasisReason, EnclosureOpens Opens);

/// <summary>What the pages for a new handoff and for a draft share.</summary>
public abstract class ComposePage(HandoffGround ground) : TsunagiPage
{
    [BindProperty]
    public ComposeForm Input { get; set; } = new();

    /// <summary>The enclosures as typed, one for every part.</summary>
    public IReadOnlyList<PartForm> Parts { get; protected set; } = [];

    public HandoffGround Ground => ground;

    public IReadOnlyList<ReceiverSuggestion> Suggestions { get; private set; } = [];

    public IReadOnlyList<LegalBasisEntry> Bases { get; private set; } = [];

    public IEnumerable<SelectListItem> Directory { get; private set; } = [];

    public bool IsNew => Input.Version is null;

    /// <summary>Where this form is opened; a refused one leaves its writer there, so that the address can be opened again.</summary>
    protected abstract string Address { get; }

    /// <summary>Where the form is sent.</summary>
    public string SendTo(string handler) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";

    public IEnumerable<SelectListItem> Codes(string list) => ground.Items(list).Select(i => new SelectListItem(i.Name, i.Code));

    public IEnumerable<SelectListItem> Places => ground.Places.Select(p => new SelectListItem(p.Name, p.Code));

    /// <summary>Why an organisation is suggested, in words.</summary>
    public string Why(ReceiverSuggestion suggestion)
    {
        var near = suggestion.Nearness switch
        {
            Nearness.SameDistrict => $"同じ{ground.PlaceWord}",
            Nearness.SameArea => $"同じ{ground.AreaWord}",
            Nearness.WholeWard => "全区を担当",
            Nearness.PlaceUnknown => $"{ground.PlaceWord}が未定",
            Nearness.Elsewhere => $"別の{ground.AreaWord}",
        };
        return suggestion.MatchedTopics.Count == 0
            ? $"{near}・どの相談も受ける"
            : $"{near}・{string.Join("、", suggestion.MatchedTopics.Select(t => ground.Word(CodeLists.ConsultationTopic, t)))}";
    }

    /// <summary>What the receiver will see at once, and after accepting.</summary>
    public IEnumerable<PartForm> Shown(EnclosureOpens opens) => Parts.Where(p => p.Ticked && (opens == EnclosureOpens.OnAcceptance || EffectiveOpens(p) == opens));

    private EnclosureOpens EffectiveOpens(PartForm part) => Input.Kind == HandoffKind.Advice ? EnclosureOpens.OnReceipt : part.Opens;

    /// <summary>担当中のケース the consultation may go into with this つなぎ, the newest first.</summary>
    public IReadOnlyList<RunningCase> Running { get; protected set; } = [];

    /// <summary>The sender's case: the one it is handed off from, or the running one that was chosen.</summary>
    protected Id<Case>? CaseOrRunning => Input.Case ?? (Id<Case>.TryParse(Input.FromCase, null, out var running) ? running : null);

    /// <summary>Fills the lists the form offers.</summary>
    protected virtual Task OfferAsync(CancellationToken ct)
    {
        Bases = ground.LegalBases;
        Suggestions = ground.Suggest(Input.Kind, Input.Topics, Input.District);
        Directory = ground.Receivers(Input.Kind)
            .Select(o => new SelectListItem(o.Name, ground.IdOf(o).ToString()));
        if (Parts.Count == 0)
            Parts = [.. Enum.GetValues<EnclosedPart>().Select(p => new PartForm(p, false, null, null, null, EnclosureOpens.OnAcceptance))];
        return Task.CompletedTask;
    }

    /// <summary>Reads the enclosures as typed: the fields of a part are named after it.</summary>
    protected void ReadParts()
    {
        var form = Request.Form;
        string? Field(EnclosedPart part, string? name = null) => form[$"Input.{part}{(name is null ? "" : "." + name)}"].FirstOrDefault();
        Parts =
        [
            .. Enum.GetValues<EnclosedPart>().Select(p => new PartForm(
                p, Field(p, "On") is "true", Field(p), Field(p, "LegalBasis"), Field(p, "BasisReason"),
                Enum.TryParse<EnclosureOpens>(Field(p, "Opens"), out var opens) ? opens : EnclosureOpens.OnAcceptance)),
        ];
    }

    /// <summary>What is to be saved or sent.</summary>
    protected HandoffInput ToInput()
    {
        var choice = Input.Receiver is { Length: > 0 } chosen && chosen != ComposeForm.DirectoryChoice ? chosen : Input.OtherReceiver;
        var @case = CaseOrRunning;
        return new()
        {
            Kind = Input.Kind,
            Case = @case,
            Consultation = Input.Consultation,
            After = Input.After,
            Version = Input.Version,
            Receiver = Id<Organisation>.TryParse(choice, null, out var organisation) ? organisation : null,
            Outside = choice == ComposeForm.OutsideChoice ? new(Input.OutsideKind, Input.OutsideName, Input.OutsideContact) : null,
            Asked = Input.Asked,
            Topics = Input.Topics,
            MainTopic = Input.MainTopic,
            Urgency = Input.Urgency,
            District = Input.District,
            Dangers = Input.Dangers,
            DeskContact = Input.DeskContact,
            Enclosures = [.. Parts.Where(p => p.Ticked).Select(p => new EnclosureInput(p.Part, p.Text, p.LegalBasis, p.BasisReason, p.Opens))],
            Assessment = new(@case is null ? null : Input.AssessmentVersion, Input.EquivalentDocument),
            Criteria = new(new(Input.Complex, Input.ComplexReason), new(Input.Roles, Input.RolesReason), new(Input.BeyondMeetings, Input.BeyondMeetingsReason)),
        };
    }

    /// <summary>Shows the form again with the reasons beside the fields they concern.</summary>
    protected Task<IActionResult> AnswerFormAsync(Outcome outcome, Func<IActionResult> next) =>
        AnswerAsync(outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.SelectMany(Placed)]), next, async () =>
        {
            await OfferAsync(HttpContext.RequestAborted);
            if (outcome.Refusals.Any(r => r.Code == RefusalCode.Stale)) await SeeTheirsAsync();
            return Page();
        });

    /// <summary>What a colleague made of the draft meanwhile; null unless they were faster.</summary>
    public Handoff? Theirs { get; protected set; }

    /// <summary>Loads it. Sending again then means: I have seen theirs, and mine shall stand.</summary>
    protected virtual Task SeeTheirsAsync() => Task.CompletedTask;

    private IEnumerable<Refusal> Placed(Refusal refusal) => refusal.Field switch
    {
        nameof(Handoff.SenderCriteria) => Enum.GetValues<Criterion>().Where(c => Input[c].Answer is null).Select(c => refusal with { Field = c.ToString() }),
        nameof(Handoff.Assessment) when refusal.Code is RefusalCode.AssessmentNeeded or RefusalCode.UnknownCode => [refusal with { Field = nameof(ComposeForm.EquivalentDocument) }],
        nameof(ComposeForm.Case) => [refusal with { Field = nameof(ComposeForm.FromCase) }],
        nameof(Handoff.Outside) => [refusal with { Field = nameof(ComposeForm.OutsideName) }],
        _ => [refusal],
    };
}
