using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>支援措置: its state, readers and looks. The location is on the answer to a post that names its purpose, and nowhere else.</summary>
[Permit(Permission.SeeProtection)]
public sealed class ProtectionModel(
    SeeProtection see, ProtectPerson protect, EndProtection end, AddReader readers, ReadLocation read, WriteLocation write, CurrentWard ward, AppDb db) : TsunagiPage
{
    /// <summary>Every field of the page's forms; each form uses its own.</summary>
    public sealed class Form
    {
        public string? Ground { get; set; }
        public string? CertifiedBy { get; set; }
        public string? From { get; set; }
        public string? ReviewOn { get; set; }
        public Id<Account>? Account { get; set; }
        public Id<Account>? Approver { get; set; }
        public string? Purpose { get; set; }
        public string? Reason { get; set; }
        public string? Until { get; set; }
        public string? Address { get; set; }
        public string? Stay { get; set; }
        public string? Phones { get; set; }
        public string? School { get; set; }
        public string? Clinic { get; set; }
        public string? Workplace { get; set; }
        public string? Note { get; set; }
        public List<HouseholdChoice> Household { get; set; } = [];
    }

    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ProtectionView View { get; private set; } = null!;
    public IReadOnlyList<OpenedLocation> Opened { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public IReadOnlyList<SelectListItem> DutyList { get; private set; } = [];
    public CurrentWard Ward => ward;

    /// <summary>Who of the household is asked about: in the order in which they were, then who has joined it since.</summary>
    public IReadOnlyList<HouseholdPerson> Household { get; private set; } = [];

    /// <summary>Whether 係長・課長 are at their desks: then they name readers on screen, and nobody by telephone.</summary>
    public bool OfficeIsOpen => readers.OfficeIsOpen;

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => Request.Query["handler"] == part;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct)
    {
        await AskAboutTheRestAsync(ct);
        return await AfterAsync(await protect.RunAsync(Id, Measure, ct), Begun, ct);
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => await AfterAsync(await protect.RenewAsync(Id, Measure, ct), "更新しました。", ct);

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct) => await AfterAsync(await readers.RunAsync(Id, Naming, ct), "閲覧者を決めました。", ct);

    public async Task<IActionResult> OnPostTelephoneAsync(CancellationToken ct) =>
        await AfterAsync(await readers.ByTelephoneAsync(Id, Naming, ct), "電話での承認を記録しました。12時間まで閲覧できます。", ct);

    public async Task<IActionResult> OnPostEndReaderAsync(Id<ProtectedLocationReader> reader, CancellationToken ct) =>
        await AfterAsync(await readers.EndAsync(Id, reader, ct), "閲覧を終えました。", ct);

    public async Task<IActionResult> OnPostWriteAsync(CancellationToken ct) => await AfterAsync(await write.RunAsync(Id, new()
    {
        Address = TypedText.Field(Input.Address),
        Stay = TypedText.Field(Input.Stay),
        Phones = TypedText.Field(Input.Phones),
        School = TypedText.Field(Input.School),
        Clinic = TypedText.Field(Input.Clinic),
        Workplace = TypedText.Field(Input.Workplace),
        Note = TypedText.Field(Input.Note),
    }, ct), "封をして保管しました。", ct);

    public async Task<IActionResult> OnPostProposeEndAsync(CancellationToken ct) =>
        await AfterAsync(await end.ProposeAsync(Id, Input.Reason, ct), "終了を申し出ました。別の係長・課長が判断するまで、保護は続きます。", ct);

    public async Task<IActionResult> OnPostDecideEndAsync(bool confirmed, CancellationToken ct) => await AfterAsync(
        await end.DecideAsync(Id, confirmed, Input.Reason, ct), confirmed ? "支援措置を終えました。住所・電話は戻りません。必要なら聞き取って書いてください。" : "終了を認めませんでした。保護は続きます。", ct);

    // Not followed by a redirect: the location is in this one answer, which nobody keeps.
    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        var outcome = await read.RunAsync(Id, Input.Purpose, ct);
        if (outcome.IsDone) Opened = outcome.Value;
        return outcome.IsDone ? await LoadAsync(ct) : await AnswerAsync(outcome, Page, () => LoadAsync(ct));
    }

    private ProtectionInput Measure => new() { Ground = Input.Ground, CertifiedBy = Input.CertifiedBy, From = Input.From, ReviewOn = Input.ReviewOn, Household = Input.Household };

    private string Begun => Input.Household.Count(h => h.Included == true) is var others and > 0
        ? $"支援措置を、同じ世帯の{others}人とあわせて始めました。住所・電話などは人の記録から外し、封をして保管しました。"
        : "支援措置を始めました。住所・電話などは人の記録から外し、封をして保管しました。";

    private ReaderInput Naming => new() { Account = Input.Account, Approver = Input.Approver, Purpose = Input.Purpose, Reason = Input.Reason, Until = Input.Until };

    // A form that lacks somebody leaves them unanswered, beside their own field.
    private async Task AskAboutTheRestAsync(CancellationToken ct)
    {
        var household = await db.HouseholdOfAsync(Id, Work.Actor.Organisation, Today, ct);
        Input.Household.AddRange(household.Where(m => Input.Household.All(h => h.Person != m.Person)).Select(m => new HouseholdChoice { Person = m.Person }));
    }

    private void ShowHousehold()
    {
        var asked = Input.Household.ConvertAll(h => h.Person);
        Household = [.. View.Household.OrderBy(m => asked.IndexOf(m.Person) is >= 0 and var place ? place : int.MaxValue)];
        if (asked.All(a => Household.Any(m => m.Person == a))) return;
        // Somebody is not asked about any more: what was chosen stands beside other names, and is asked for anew.
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.Household", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        ModelState.AddModelError("", "同じ世帯の人が変わりました。一人ずつ選び直してください。");
    }

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(ProtectedLocationLinks.Of(Id));
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await see.RunAsync(Id, ct);
        if (!seen.IsDone) return Absent();
        View = seen.Value;
        ShowHousehold();
        if (View.Measure is not { IsHolding: true } measure) return Page();
        if (View.MayManage) Colleagues = await OthersAsync(db.WorkersOf(measure.HolderId, Today), ct);
        if (View.MayChange) DutyList = await OthersAsync(AddReader.DutyList(db, measure.HolderId, Today), ct);
        return Page();
    }

    private Task<IReadOnlyList<SelectListItem>> OthersAsync(IQueryable<Account> workers, CancellationToken ct) =>
        workers.Where(a => a.Id != Work.Actor.Account).ToChoicesAsync(ct);
}
