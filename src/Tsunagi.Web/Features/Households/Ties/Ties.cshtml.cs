using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Web.Features.People;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Households;

/// <summary>つながり: to whom and what the people of a household are tied, and how that changed.</summary>
[Permit(Permission.WritePerson)]
public sealed class TiesModel(SeeFamily see, WriteTies write, CurrentWard ward) : FamilyPage<int>(see)
{
    [BindProperty]
    public TieInput Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ContactKind>().Select(k => new SelectListItem(KinWords.Of(k), k.ToString()))];
    public static IReadOnlyList<SelectListItem> Strengths { get; } = [.. Enum.GetValues<TieStrength>().Select(s => new SelectListItem(KinWords.Of(s), s.ToString()))];
    public static IReadOnlyList<SelectListItem> Directions { get; } = [.. Enum.GetValues<TieDirection>().Select(d => new SelectListItem(KinWords.Of(d), d.ToString()))];

    public static IReadOnlyList<SelectListItem> Stress { get; } = [new("ない", "false"), new("ある", "true")];

    /// <summary>Members of the household of whom something may be written.</summary>
    public IReadOnlyList<SelectListItem> Writable => [.. Family.Household.Current.Where(m => Family.Family.Any(r => r.Person == m.Person && r.MayWrite)).Select(m => new SelectListItem(m.Name, m.Person.ToString()))];

    /// <summary>Names to choose from: whom the household is tied to already, and the ward's own organisations.</summary>
    public IEnumerable<string> Contacts => Family.Ties.Where(t => t.Stands).Select(t => t.Contact).Concat(ward.Profile.OrganisationsAsOf(Today).Select(o => o.Name)).Distinct();

    /// <summary>Those that stand: what lasts first, the latest first.</summary>
    public IEnumerable<SupportTie> Standing => Family.Ties.Where(t => t.Stands).OrderBy(t => t.Until is not null).ThenByDescending(t => t.WrittenAt);

    public IEnumerable<SupportTie> TakenBack => Family.Ties.Where(t => t.TakenBackBecause is not null);

    /// <summary>How it is or was.</summary>
    public static string Course(SupportTie tie) => string.Join("、", new[]
    {
        tie.Strength switch { TieStrength.Strong => "強いつながり", TieStrength.Weak => "弱いつながり", TieStrength.Ordinary => null },
        tie.IsStressful ? "葛藤がある" : null,
        tie.Direction == TieDirection.None ? null : KinWords.Of(tie.Direction),
        tie.What,
        tie.From is null && tie.Until is null ? null : $"{(tie.From is { } from ? DateWords.Short(from) : "")}～{(tie.Until is { } until ? DateWords.Short(until) : "")}",
    }.OfType<string>());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AfterAsync(await write.TieAsync(Person ?? default, Input, ct), "つながりを書きました。", ct);

    public async Task<IActionResult> OnPostChangeAsync(CancellationToken ct) => await AfterAsync(await write.ChangeAsync(Person ?? default, Tie, Input, ct), "つながりの変化を記録しました。", ct);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) => await AfterAsync(await write.EndAsync(Person ?? default, Tie, Input, ct), "終わったことを記録しました。", ct);

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) => await AfterAsync(await write.TakeBackAsync(Person ?? default, Tie, Input, ct), "書き間違いを取り消しました。", ct);

    private protected override string Next => HouseholdLinks.Ties(Id, Person);
}
