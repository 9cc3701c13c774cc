using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Households;

/// <summary>世帯, on any day.</summary>
[Permit(Permission.SeeHousehold)]
public sealed class HouseholdDetailModel(SeeHousehold see, ChangeHousehold change, CurrentWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Household> Id { get; set; }

    /// <summary>The day to show, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty]
    public MemberChange Input { get; set; } = new();

    [BindProperty]
    public ReferenceChange Reference { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;
    public string Holder { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Livings { get; } = [.. Enum.GetValues<LivingTogether>().Select(l => new SelectListItem(PersonWords.Of(l), l.ToString()))];
    public IReadOnlyList<SelectListItem> Members => [.. Household.Members.Select(m => new SelectListItem(m.Name, m.Person.ToString()))];

    /// <summary>Who could become the one relations are told from.</summary>
    public IReadOnlyList<SelectListItem> Others => [.. Household.Current.Where(m => !m.IsReference).Select(m => new SelectListItem(m.Name, m.Person.ToString()))];

    /// <summary>Somebody was to leave from whom relations are told.</summary>
    public bool NeedsReference { get; private set; }

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => Request.Query["handler"] == part;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct) => await AfterAsync(await change.JoinAsync(Id, Input, ct), "世帯に加えました。", ct);

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct) => await AfterAsync(await change.ChangeMemberAsync(Id, Input, ct), "変わったことを記録しました。", ct);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        var outcome = await change.LeaveAsync(Id, Input, ct);
        NeedsReference = outcome.Refusals.Any(r => r.Code == RefusalCode.ReferencePersonStays);
        return await AfterAsync(outcome, "世帯から出たことを記録しました。", ct);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        await AfterAsync(await change.TakeBackAsync(Id, Input.PersonId ?? default, Input.Reason, ct), "間違えて加えた方を取り消しました。", ct);

    public async Task<IActionResult> OnPostReferenceAsync(CancellationToken ct) =>
        await AfterAsync(await change.NameReferenceAsync(Id, Reference, ct), "続柄の基準を変えました。", ct, nameof(Reference));

    private async Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct, string prefix = nameof(Input)) => await AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(HouseholdLinks.Detail(Id));
    }, () => LoadAsync(ct), prefix);

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await see.RunAsync(Id, JapaneseDate.TryParse(On, out var day, out _) ? day : null, ct);
        if (!seen.IsDone) return Absent();
        (Household, Holder) = (seen.Value, ward.NameOf(seen.Value.Holder));
        return Page();
    }
}
