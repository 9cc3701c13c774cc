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

    public HouseholdView Household { get; private set; } = null!;
    public string Holder { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Livings { get; } = [.. Enum.GetValues<LivingTogether>().Select(l => new SelectListItem(PersonWords.Of(l), l.ToString()))];
    public IReadOnlyList<SelectListItem> Members => [.. Household.Members.Select(m => new SelectListItem(m.Name, m.Person.ToString()))];

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => Request.Query["handler"] == part;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct) => await AfterAsync(await change.JoinAsync(Id, Input, ct), "世帯に加えました。", ct);

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct) => await AfterAsync(await change.ChangeMemberAsync(Id, Input, ct), "変わったことを記録しました。", ct);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct) => await AfterAsync(await change.LeaveAsync(Id, Input, ct), "世帯から出たことを記録しました。", ct);

    private async Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => await AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(HouseholdLinks.Detail(Id));
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await see.RunAsync(Id, JapaneseDate.TryParse(On, out var day, out _) ? day : null, ct);
        if (!seen.IsDone) return Absent();
        (Household, Holder) = (seen.Value, ward.NameOf(seen.Value.Holder));
        return Page();
    }
}
