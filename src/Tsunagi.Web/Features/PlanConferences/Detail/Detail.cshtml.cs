using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>一つの重層的支援会議: before – who comes and whose consent is missing; during – record, voices, conclusion; after – minutes.</summary>
[Permit(Permission.SeePlanConference)]
public sealed class DetailModel(AppDb db, PlanWard ward, NameBook names, PreparePlanConference prepare, HoldPlanConference hold, Withholding withholding, PlanSight sight) : TsunagiPage
{
    public sealed class Form
    {
        public Dictionary<ConferenceContent, string?> Entries { get; set; } = [];
        /// <summary>What each attendee says, by their number.</summary>
        public Dictionary<int, VoiceInput> Voices { get; set; } = [];
        public string? Who { get; set; }
        public string? What { get; set; }
        public string? Until { get; set; }
        public string? Kind { get; set; }
        public string? Text { get; set; }
        public string? Reason { get; set; }
        public PlanConferenceDecision? Decision { get; set; }
        public string? NextOn { get; set; }
        public string? Minutes { get; set; }
    }

    public sealed record GapRow(string Subject, string Category, string Reason);

    [BindProperty(SupportsGet = true)]
    public Id<PlanConference> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public InviteInput Invite { get; set; } = new();

    [BindProperty]
    public ItemInput Item { get; set; } = new();

    [BindProperty]
    public ScheduleInput Schedule { get; set; } = new();

    [BindProperty]
    public HoldInput Opening { get; set; } = new();

    public PlanConference Conference { get; private set; } = null!;
    public AccessDecision Access { get; private set; } = null!;
    public IReadOnlyList<GapRow> Gaps { get; private set; } = [];
    public bool MayRun { get; private set; }

    /// <summary>Whether the version of the plan that the conference is about is there for this reader.</summary>
    public bool SeesPlan { get; private set; }

    /// <summary>Whether another day or place was just given, and was refused.</summary>
    public bool IsRescheduling => Request.Query["handler"] == nameof(Schedule);

    /// <summary>The day it was called for has gone by: when it was held is offered as it was planned.</summary>
    public bool IsPast => JapanTime.DateOf(Conference.ScheduledAt) < Today;

    /// <summary>Whether to ask if it was held before its day.</summary>
    public bool AsksIfEarly => JapanTime.DateOf(Conference.ScheduledAt) > Today || Opening.Early || ModelState.HasRefused(nameof(Opening), nameof(HoldInput.Early));

    public bool ShowsWords => Access.Shows(FieldClasses.Narrative);
    public string ConferenceName => ward.ConferenceName;
    public IReadOnlyList<SelectListItem> Organisations => ward.Organisations;
    public IReadOnlyList<SelectListItem> Categories => ward.Choices(CodeLists.RecipientCategory);
    public IReadOnlyList<SelectListItem> FieldClassChoices => ward.ConsentFields;
    public IReadOnlyList<SelectListItem> GapKinds => ward.Choices(CodeLists.GapKind);
    public IReadOnlyList<SelectListItem> Origins { get; } = [.. Enum.GetValues<ConferenceItemOrigin>().Select(o => new SelectListItem(PlanWords.Of(o), o.ToString()))];
    public IReadOnlyList<SelectListItem> VoiceChoices { get; } = [.. Enum.GetValues<ConferenceVoice>().Select(v => new SelectListItem(PlanWords.Of(v), v.ToString()))];
    public IReadOnlyList<SelectListItem> Persons { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Conclusions { get; private set; } = [];

    public string? EntryOf(ConferenceContent content) => Conference.Entries.LastOrDefault(e => e.Content == content)?.Text;

    /// <summary>What to warn of beside a text: which of those the plan is for, who sit at the table, it must not reach.</summary>
    public string? WarningOf(string? text) => withholding.WarningOf(text, Conference.SubjectIds);

    public string CategoryOf(string code) => ward.NameOf(CodeLists.RecipientCategory, code);
    public string GapKindOf(string code) => ward.NameOf(CodeLists.GapKind, code);
    public string NameOf(Id<Domain.People.Person> person) => names.Of(person);
    public string Called(Id<Domain.People.Person> person) => names.Called(person);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct) => await AfterAsync(await prepare.InviteAsync(Id, Invite, ct), "出席者を加えました。", ct, nameof(Invite));
    public async Task<IActionResult> OnPostUninviteAsync(int number, CancellationToken ct) => await AfterAsync(await prepare.UninviteAsync(Id, number, ct), "出席者から外しました。", ct);
    public async Task<IActionResult> OnPostItemAsync(CancellationToken ct) => await AfterAsync(await prepare.AddItemAsync(Id, Item, ct), "議題・情報を加えました。", ct, nameof(Item));
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => await AfterAsync(await prepare.CheckConsentAsync(Id, ct), "全員の同意がそろっています。開会できます。", ct);
    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct) => await AfterAsync(await hold.HoldAsync(Id, Opening, ct), "開会しました。", ct, nameof(Opening));
    public async Task<IActionResult> OnPostWriteAsync(CancellationToken ct) => await AfterAsync(await hold.WriteAllAsync(Id, Input.Entries, ct), "記録を保存しました。", ct);
    public async Task<IActionResult> OnPostTaskAsync(CancellationToken ct) => await AfterAsync(await hold.AddTaskAsync(Id, Input.Who, Input.What, Input.Until, ct), "決定事項を加えました。", ct);
    public async Task<IActionResult> OnPostGapAsync(CancellationToken ct) => await AfterAsync(await hold.NoteGapAsync(Id, Input.Kind, Input.Text, ct), "資源の不足を記録しました。", ct);
    public async Task<IActionResult> OnPostVoiceAsync(int number, CancellationToken ct) => await AfterAsync(await hold.SpeakAsync(Id, number, Input.Voices.GetValueOrDefault(number) ?? new(), ct), "意見を記録しました。", ct, $"{nameof(Input)}.{nameof(Form.Voices)}[{number}]");
    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => await AfterAsync(await hold.DecideAsync(Id, Input.Decision, Input.NextOn, ct), Input.Decision is PlanConferenceDecision.Terminate && ward.Plans.TerminationNeedsDecision || Input.Decision is PlanConferenceDecision.Interrupt && ward.Plans.InterruptionNeedsDecision
        ? "結論を記録しました。プランの画面から決裁へ起案してください。" : "結論を記録しました。プランに反映しました。", ct);
    public async Task<IActionResult> OnPostMinutesAsync(CancellationToken ct) => await AfterAsync(await hold.FixMinutesAsync(Id, Input.Minutes, ct), "会議録を確定しました。", ct);
    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken ct) => await AfterAsync(await hold.CorrectAsync(Id, Input.Text, Input.Reason, ct), "訂正を追記しました。", ct);
    public async Task<IActionResult> OnPostScheduleAsync(CancellationToken ct) =>
        await AfterAsync(await prepare.RescheduleAsync(Id, Schedule, ct), "日時・場所を変更しました。同意をもう一度確認してください。", ct, nameof(Schedule));
    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct) => await AfterAsync(await prepare.CancelAsync(Id, Input.Reason, ct), "会議を中止しました。", ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct, string prefix = "Input") => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(PlanConferenceLinks.Detail(Id));
    }, () => LoadAsync(ct), prefix);

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        if (await db.PlanConferences.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } conference) return Absent();
        var may = await Work.MayAsync(db, Permission.SeePlanConference, conference.Root, conference.CaseId, ct);
        if (!may.IsDone) return Absent();
        (Conference, Access, MayRun) = (conference, may.Value, AccessPolicy.Allows(Work.Actor, may.Value, Permission.RunPlanConference));
        SeesPlan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == conference.PlanId, ct) is { } plan
            && (await sight.OfAsync(plan, ward.Plans.Need, ct)).Numbered(conference.PlanVersion) is not null;
        await names.ForAsync([], conference.SubjectIds, ct);
        Subjects = [.. conference.SubjectIds.Select(s => new SelectListItem(names.Of(s), s.ToString()))];
        Persons = Subjects;
        Agencies = [.. conference.Attendees.Where(a => a.Invitation.IsAgency).Select(a => new SelectListItem(a.Invitation.AgencyName, a.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
        Conclusions = [.. conference.Purpose.Decisions().Select(d => new SelectListItem(PlanWords.Of(d), d.ToString()))];
        await withholding.OfAsync(conference.CaseId, ct);
        if (MayRun) await LoadForRunningAsync(ct);
        return Page();
    }

    private async Task LoadForRunningAsync(CancellationToken ct)
    {
        var members = await db.Cases.Where(c => c.Id == Conference.CaseId).SelectMany(c => c.Persons).Where(p => p.LeftAt == null).Select(p => p.PersonId).ToListAsync(ct);
        await names.ForAsync([], members, ct);
        Persons = [.. members.Select(p => new SelectListItem(names.Of(p), p.ToString()))];
        if (Conference.State is not (PlanConferenceState.Planned or PlanConferenceState.ConsentChecked)) return;
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == Conference.CaseId).ToListAsync(ct);
        Gaps = [.. Conference.ConsentGaps(consents, ward.Conferences, Work.Now)
            .Select(g => new GapRow(names.Of(g.Subject), CategoryOf(g.RecipientCategory), RefusalWords.Of(g.Reason)))];
    }
}
