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

/// <summary>世帯, on any day: who belongs to it, its genogram and its ecomap.</summary>
[Permit(Permission.SeeHousehold)]
public sealed class HouseholdDetailModel(SeeFamily see, ChangeHousehold change, RecordBirth birth, PartHousehold part, CurrentWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Household> Id { get; set; }

    /// <summary>The day to show, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>Of the household as it was read when the form was opened.</summary>
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public MemberChange Input { get; set; } = new();

    [BindProperty]
    public BirthInput Birth { get; set; } = new();

    [BindProperty]
    public ReferenceChange Reference { get; set; } = new();

    [BindProperty]
    public PartInput Parting { get; set; } = new();

    [BindProperty]
    public MoveInput Move { get; set; } = new();

    public FamilyView Family { get; private set; } = null!;
    public HouseholdView Household => Family.Household;
    public string Holder { get; private set; } = "";

    /// <summary>What was typed as a day could not be read; today is shown.</summary>
    public bool IsDayUnread { get; private set; }

    public IReadOnlyList<SelectListItem> Livings { get; } = [.. Enum.GetValues<LivingTogether>().Select(l => new SelectListItem(PersonWords.Of(l), l.ToString()))];

    /// <summary>Who belongs to it now: changes are written for them, whatever day is shown.</summary>
    public IReadOnlyList<SelectListItem> Members => [.. Household.Current.Select(m => new SelectListItem(m.Name, m.Person.ToString()))];

    /// <summary>Who could become the one relations are told from.</summary>
    public IReadOnlyList<SelectListItem> Others => [.. Household.Current.Where(m => !m.IsReference).Select(m => new SelectListItem(m.Name, m.Person.ToString()))];

    /// <summary>Somebody was to leave from whom relations are told.</summary>
    public bool NeedsReference { get; private set; }

    /// <summary>The day before the one shown on which something changed.</summary>
    public DateOnly? Earlier => Family.Changes.Where(d => d < Household.On).Select(d => (DateOnly?)d).LastOrDefault();

    /// <summary>The day after the one shown on which something changed.</summary>
    public DateOnly? Later => Family.Changes.Where(d => d > Household.On).Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => Request.Query["handler"] == part;

    /// <summary>The households besides this one that somebody is in now.</summary>
    public IEnumerable<Id<Household>> Elsewhere(Id<Person> person) => Family.Elsewhere.Where(e => e.Person == person).Select(e => e.Id);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct) => await AfterAsync(await change.JoinAsync(Id, Input, Version, ct), "世帯に加えました。", ct);

    public async Task<IActionResult> OnPostBirthAsync(CancellationToken ct) => await AfterAsync(await birth.RunAsync(Id, Birth, Version, ct), "出生を記録しました。", ct, nameof(Birth));

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct) => await AfterAsync(await change.ChangeMemberAsync(Id, Input, Version, ct), "変わったことを記録しました。", ct);

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        var outcome = await change.LeaveAsync(Id, Input, Version, ct);
        NeedsReference = outcome.Refusals.Any(r => r.Code == RefusalCode.ReferencePersonStays);
        return await AfterAsync(outcome, "世帯から出たことを記録しました。", ct);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        await AfterAsync(await change.TakeBackAsync(Id, Input.PersonId ?? default, Input.Reason, Version, ct), "間違えて加えた方を取り消しました。", ct);

    public async Task<IActionResult> OnPostReferenceAsync(CancellationToken ct) =>
        await AfterAsync(await change.NameReferenceAsync(Id, Reference, Version, ct), "続柄の基準を変えました。", ct, nameof(Reference));

    public async Task<IActionResult> OnPostPartAsync(CancellationToken ct)
    {
        var outcome = await part.PartAsync(Id, Parting, Version, ct);
        return await AfterAsync(outcome, "世帯を分けました。これは新しい世帯です。", ct, nameof(Parting), outcome.IsDone ? outcome.Value : Id);
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken ct) => await AfterAsync(await part.MoveAsync(Id, Move, Version, ct), "転居を記録しました。", ct, nameof(Move));

    private async Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct, string prefix = nameof(Input), Id<Household>? next = null) => await AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(HouseholdLinks.Detail(next ?? Id));
    }, () => LoadAsync(ct), prefix);

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        DateOnly? day = JapaneseDate.TryParse(On, out var read, out _) ? read : null;
        IsDayUnread = day is null && !string.IsNullOrWhiteSpace(On);
        var seen = await see.RunAsync(Id, day, ct);
        if (!seen.IsDone) return Absent();
        (Family, Holder) = (seen.Value, ward.NameOf(seen.Value.Household.Holder));
        return Page();
    }
}
