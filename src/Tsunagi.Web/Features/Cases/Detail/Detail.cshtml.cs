using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>経過: the timeline of a case, with the box to write into on top.</summary>
[Permit(Permission.SeeCase)]
public sealed class DetailModel(CaseTimeline timeline, WriteNote write, CaseCodes codes, CaseChoices choices) : CasePage
{
    /// <summary>The write box: one fact with its source, one judgement, and what comes next.</summary>
    public sealed class Form
    {
        public string? Date { get; set; }
        public TimeOnly? Time { get; set; }
        public string? Channel { get; set; }
        public string? NoteForm { get; set; }
        public bool IsContact { get; set; }
        public string? Partner { get; set; }
        public string? Fact { get; set; }
        public FactSourceKind Source { get; set; } = FactSourceKind.Observation;
        public Id<Person>? SourcePerson { get; set; }
        public Id<Organisation>? SourceOrganisation { get; set; }
        public string? SourceWords { get; set; }
        public string? Judgement { get; set; }
        public List<Id<Person>> NotTold { get; set; } = [];
        public int? MinutesSpent { get; set; }
        public string? NextStep { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    /// <summary>支援経過だけ.</summary>
    [BindProperty(SupportsGet = true, Name = "notes")]
    public bool NotesOnly { get; set; }

    public override string Tab => "course";

    /// <summary>Where the course stands, whole or its notes only, from an instant backwards.</summary>
    public string Href(bool notesOnly, DateTimeOffset? before = null)
    {
        string[] asked = [.. notesOnly ? (string[])["notes=true"] : [], .. before is { } at ? (string[])[$"before={Uri.EscapeDataString(at.ToString("O"))}"] : []];
        return asked.Length == 0 ? CaseLinks.Of(Id) : $"{CaseLinks.Of(Id)}?{string.Join('&', asked)}";
    }

    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];
    public string? OlderHref { get; private set; }
    public bool IsWithheld { get; private set; }
    public IReadOnlyList<SelectListItem> Channels => codes.Channels.Items;
    public IReadOnlyList<SelectListItem> Forms => codes.NoteForms.Items;
    public IReadOnlyList<SelectListItem> Sources { get; } = [.. Enum.GetValues<FactSourceKind>().Select(k => new SelectListItem(CaseWords.Of(k), k.ToString()))];
    public IReadOnlyList<SelectListItem> Persons { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (FormDates.Read(Input.Date, Today) is not { } date)
        {
            ModelState.AddModelError("Input.Date", FormDates.Unreadable);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await LoadAsync(ct);
        }
        var outcome = await write.RunAsync(Id, Of(date), ct);
        return await AfterAsync(Renamed(outcome), "経過を記録しました。", CaseLinks.Of(Id), () => LoadAsync(ct));
    }

    private NoteInput Of(DateOnly date) => new()
    {
        OccurredAt = Input.Time is { } time ? JapanTime.At(date, time) : date == Today ? Work.Now : JapanTime.At(date, new(12, 0)),
        Channel = Input.Channel,
        Form = Input.NoteForm ?? (Forms is [var usual, ..] ? usual.Value : null),
        IsContact = Input.IsContact,
        MinutesSpent = Input.MinutesSpent,
        NextStep = Input.NextStep,
        Partners = string.IsNullOrWhiteSpace(Input.Partner) ? [] : [new PartnerInput { Name = Input.Partner }],
        Paragraphs =
        [
            new ParagraphInput
            {
                Kind = ParagraphKind.Fact, Text = Input.Fact, Source = Input.Source, SourcePerson = Input.SourcePerson,
                SourceOrganisation = Input.SourceOrganisation, SourceWords = Input.SourceWords, NotTold = Input.NotTold,
            },
            new ParagraphInput { Kind = ParagraphKind.Judgement, Text = Input.Judgement, NotTold = Input.NotTold },
        ],
    };

    // The box has one field for the words of a paragraph: what the rules say of paragraphs belongs beside it.
    private static Outcome Renamed(Outcome outcome) => outcome.IsDone ? outcome : Outcome.Refused(
        [.. outcome.Refusals.Select(r => r with { Field = r.Field switch
        {
            "Paragraphs" or "Text" => nameof(Form.Fact),
            "OccurredAt" => nameof(Form.Date),
            "Form" => nameof(Form.NoteForm),
            "Partners" => nameof(Form.Partner),
            var other => other,
        } })]);

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        // A basis that opens less than the narrative shows the head of the case and nothing of its course.
        IsWithheld = !Header.Decision.Shows(FieldClasses.Narrative);
        if (IsWithheld)
            return;
        (Entries, var older) = await timeline.RunAsync(Id, Header.Decision, Before, NotesOnly, ct);
        OlderHref = older is { } at ? Href(NotesOnly, at) : null;
        Persons = [.. Header.Persons.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        Organisations = Header.MayWrite ? choices.Organisations() : [];
    }, ct);
}
