using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.People;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Households;

/// <summary>家族の関係: what the people of a household, and their relatives, are to each other.</summary>
[Permit(Permission.WritePerson)]
public sealed class KinModel(SeeFamily see, WriteKin write) : FamilyPage<Id<KinTie>>(see)
{
    [BindProperty]
    public KinInput Input { get; set; } = new();

    public static IReadOnlyList<SelectListItem> Roles { get; } = [.. Enum.GetValues<KinRole>().Select(r => new SelectListItem(KinWords.Of(r), r.ToString()))];

    public static IReadOnlyList<SelectListItem> Genders { get; } = [new("女", "女"), new("男", "男")];

    /// <summary>Of whom something may be written.</summary>
    public IReadOnlyList<SelectListItem> Writable => [.. Family.Family.Where(r => r.MayWrite).Select(Choice)];

    /// <summary>Who may be the other one.</summary>
    public IReadOnlyList<SelectListItem> Others => [.. Family.Family.Select(Choice)];

    /// <summary>Relations that stand, the latest first.</summary>
    public IEnumerable<KinTie> Standing => Family.Kin.OrderByDescending(t => t.WrittenAt);

    /// <summary>What somebody is to another, in one sentence.</summary>
    public string Sentence(KinTie tie) => Sentence(Who(tie.PersonId).Name, Who(tie.OtherId).Name, tie.Role, Who(tie.OtherId).Gender);

    /// <summary>What somebody is to another, in one sentence.</summary>
    public static string Sentence(string person, string other, KinRole role, string? gender) => $"{other}さんは{person}さんの{KinWords.Of(role, gender)}";

    /// <summary>Since when, and what became of it.</summary>
    public static string Course(KinTie tie) => string.Join("、", new[]
    {
        tie.Since is { } since ? $"{since.Format()}から" : null,
        tie.HasCustody ? "親権・監護" : null,
        tie.SeparatedOn is { } apart ? $"{apart.Format()}から別居" : null,
        tie.EndedOn is { } ended ? $"{ended.Format()}{KinWords.EndOf(tie.Role)}" : null,
    }.OfType<string>());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AfterAsync(await write.RelateAsync(Person ?? default, Input, ct), "家族の関係を書きました。", ct);

    public async Task<IActionResult> OnPostSeparateAsync(CancellationToken ct) => await AfterAsync(await write.SeparateAsync(Person ?? default, Tie, Input, ct), "別居を記録しました。", ct);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) => await AfterAsync(await write.EndAsync(Person ?? default, Tie, Input, ct), "終わったことを記録しました。", ct);

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) => await AfterAsync(await write.TakeBackAsync(Person ?? default, Tie, Input, ct), "書き間違いを取り消しました。", ct);

    private protected override string Next => HouseholdLinks.Kin(Id, Person);

    private static SelectListItem Choice(Relative relative) => new(relative.Birth is null ? relative.Name : $"{relative.Name}（{relative.Birth}）", relative.Person.ToString());
}
