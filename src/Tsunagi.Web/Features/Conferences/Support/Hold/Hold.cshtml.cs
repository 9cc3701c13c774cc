using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>開催: one screen, the agenda left, the record right, decisions as rows.</summary>
[Permit(Permission.SeeSupportConference)]
public sealed class HoldModel(MatterDesk desk, MatterSessions sessions, MatterRecords records, MatterMembers members) : MatterPage(desk)
{
    /// <summary>The item shown on the right.</summary>
    [BindProperty(SupportsGet = true, Name = "item")]
    public Id<MatterItem>? Shown { get; set; }

    [BindProperty]
    public Holding Holding { get; set; } = new();

    [BindProperty]
    public NewItem NewItem { get; set; } = new();

    [BindProperty]
    public ItemChoice ItemAgain { get; set; } = new();

    [BindProperty]
    public ParticipantChoice LateComer { get; set; } = new();

    [BindProperty]
    public NewItemNaming Naming { get; set; } = new();

    [BindProperty]
    public NewInformation Give { get; set; } = new();

    [BindProperty]
    public NewInformationCorrection Correction { get; set; } = new();

    [BindProperty]
    public NewOwnKnowledge Own { get; set; } = new();

    [BindProperty]
    public DiscussionText Discussion { get; set; } = new();

    [BindProperty]
    public NewDecision Decision { get; set; } = new();

    [BindProperty]
    public DecisionChoice DecisionChoice { get; set; } = new();

    [BindProperty]
    public NewWatch Watch { get; set; } = new();

    [BindProperty]
    public WatchChoice WatchChoice { get; set; } = new();

    [BindProperty]
    public DirectionWriting Agreed { get; set; } = new();

    [BindProperty]
    public MinutesFixing Fixing { get; set; } = new();

    public IReadOnlyList<(AgendaEntry Entry, MatterItem Item)> Agenda { get; private set; } = [];
    public (AgendaEntry Entry, MatterItem Item)? Current { get; private set; }

    /// <summary>見守り役 of the item shown: those of this session, and those that still run from earlier ones.</summary>
    public IReadOnlyList<WatchRole> Watches { get; private set; } = [];

    /// <summary>Somebody else wrote the record meanwhile: both are shown.</summary>
    public bool IsStale => IsConflict && ModelState.HasRefused(nameof(Discussion), nameof(DiscussionText.Text));

    /// <summary>The same of the direction of support.</summary>
    public bool IsDirectionStale => IsConflict && ModelState.HasRefused(nameof(Agreed), nameof(DirectionWriting.Direction));

    /// <summary>The conference decides on the direction of support, and it is not written yet: the minutes cannot be fixed.</summary>
    public bool LacksDirection => View.DecidesDirection && string.IsNullOrEmpty(View.Direction(View.Open!.Number)?.Direction);

    private bool IsConflict => Response.StatusCode == StatusCodes.Status409Conflict;

    /// <summary>Whether to ask if it was held before its day.</summary>
    public bool AsksIfEarly => View.Open!.IsBeforeItsDay(Today) || Holding.Early || ModelState.HasRefused(nameof(Holding), nameof(Holding.Early));

    public IReadOnlyList<SelectListItem> Seated { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Late { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Earlier { get; private set; } = [];

    /// <summary>The requests the reader may answer: the office for everybody, a member for themselves.</summary>
    public IReadOnlyList<SelectListItem> MyRequests { get; private set; } = [];

    public Task<IActionResult> OnPostHoldAsync(CancellationToken ct) => BackAsync(() => sessions.HoldAsync(Id, Holding, ct), "開催しました。", "Holding", ct);

    public Task<IActionResult> OnPostItemAsync(CancellationToken ct) => BackAsync(async () => await sessions.AddItemAsync(Id, NewItem, ct), "議題に載せました。", "NewItem", ct);

    public Task<IActionResult> OnPostAgendaAsync(CancellationToken ct) => BackAsync(() => sessions.PutOnAgendaAsync(Id, ItemAgain, ct), "議題に載せました。", "ItemAgain", ct);

    public Task<IActionResult> OnPostArriveAsync(CancellationToken ct) => BackAsync(() => sessions.ArriveAsync(Id, LateComer, ct), "出席としました。", "LateComer", ct);

    public Task<IActionResult> OnPostNameAsync(CancellationToken ct) => BackAsync(() => members.NameOnItemAsync(Id, Naming, ct), "指名しました。", "Naming", ct, Naming.Item);

    public Task<IActionResult> OnPostGiveAsync(CancellationToken ct) => BackAsync(async () => await records.GiveAsync(Id, Give, ct), "情報を記録しました。", "Give", ct, Give.Item);

    public Task<IActionResult> OnPostCorrectInformationAsync(CancellationToken ct) => BackAsync(async () => await records.CorrectAsync(Id, Correction, ct), "訂正を加えました。", "Correction", ct, Shown);

    public Task<IActionResult> OnPostOwnAsync(CancellationToken ct) => BackAsync(async () => await records.StateOwnAsync(Id, Own, ct), "自機関の情報として記録しました。", "Own", ct, Shown);

    public Task<IActionResult> OnPostWriteAsync(CancellationToken ct) => BackAsync(() => sessions.WriteAsync(Id, Discussion, ct), "記録を保存しました。", "Discussion", ct, Discussion.Item);

    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => BackAsync(async () => await records.DecideAsync(Id, Decision, ct), "決定事項を加えました。", "Decision", ct, Decision.Item);

    public Task<IActionResult> OnPostStrikeAsync(CancellationToken ct) => BackAsync(() => records.StrikeDecisionAsync(Id, DecisionChoice, ct), "書き損じとして消しました。", "DecisionChoice", ct, Shown);

    public Task<IActionResult> OnPostWatchAsync(CancellationToken ct) => BackAsync(async () => await records.AssignWatchAsync(Id, Watch, ct), "見守り役を加えました。", "Watch", ct, Watch.Item);

    public Task<IActionResult> OnPostEndWatchAsync(CancellationToken ct) => BackAsync(() => records.EndWatchAsync(Id, WatchChoice, ct), "見守りを終えました。", "WatchChoice", ct, Shown);

    public Task<IActionResult> OnPostDirectionAsync(CancellationToken ct) => BackAsync(() => sessions.WriteDirectionAsync(Id, Agreed, ct), "支援の方向性を保存しました。", "Agreed", ct, Shown);

    public async Task<IActionResult> OnPostFixAsync(CancellationToken ct)
    {
        var shown = await ShowAsync(ct);
        if (View?.Open is not { } session) return shown;
        return await AfterAsync(() => sessions.FixAsync(Id, Fixing, ct), "会議録を確定しました。座長の確認を待ちます。", "Fixing", ct, SupportLinks.Minutes(Id, session.Number));
    }

    protected override Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (View.Open is not { } session) return Task.FromResult(false);
        Agenda = [.. View.Agenda(session)];
        Current = Agenda.Count == 0 ? null : Agenda.FirstOrDefault(a => a.Item.Id == Shown, Agenda[0]);
        Watches = Current is { } current ? [.. View.EarlierWatches(session.Number, current.Item.Id), .. View.Watches(session.Number, current.Item.Id)] : [];
        Seated = [.. session.Members.Select(m => new SelectListItem(View.NameOf(m.ParticipantId), m.ParticipantId.ToString()))];
        Late = [.. session.Members.Where(m => !m.Attended).Select(m => new SelectListItem(View.NameOf(m.ParticipantId), m.ParticipantId.ToString()))];
        Earlier = [.. View.Matter.Items.Where(i => session.Agenda.All(a => a.ItemId != i.Id)).Select(i => new SelectListItem(i.Title, i.Id.ToString()))];
        MyRequests = [.. View.Requests(session.Number).Where(r => View.IsOffice || r.ParticipantId == View.Reading.Participant)
            .Select(r => new SelectListItem($"{View.NameOf(r.ParticipantId)}：{r.What}", r.Id.ToString()))];
        return Task.FromResult(true);
    }

    private Task<IActionResult> BackAsync(Func<Task<Outcome>> act, string done, string form, CancellationToken ct, Id<MatterItem>? item = null) =>
        AfterAsync(act, done, form, ct, item is { } shown ? $"{SupportLinks.Hold(Id)}?item={shown}" : SupportLinks.Hold(Id));
}
