using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>行き詰まり・孤立・危険の印: how the work on a case stands.</summary>
[Permit(Permission.SeeCase)]
public sealed class CaseConcernsModel(MarkConcerns mark, NameBook names) : CasePage
{
    [BindProperty]
    public List<string> Codes { get; set; } = [];

    [BindProperty]
    public int? Version { get; set; }

    public override string Tab => "concerns";
    public CaseConcerns Concerns { get; private set; } = null!;
    public IReadOnlyList<(string Code, string Name)> Offered => [.. mark.Offered.Select(i => (i.Code, i.Name))];

    public string By(Id<Account> account) => names.Of(account);

    public string Named(IReadOnlyList<string> codes) => codes.Count == 0 ? "印なし" : string.Join("、", codes.Select(mark.NameOf));

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(first: true, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AfterAsync(
        await mark.RunAsync(Id, new() { Codes = Codes }, Version, ct), "印を付け直しました。", NoticeLinks.Concerns(Id), () => LoadAsync(first: false, ct), "");

    private Task<IActionResult> LoadAsync(bool first, CancellationToken ct) => ShowAsync(async () =>
    {
        Concerns = await mark.OfAsync(Id, ct);
        if (first) Codes = [.. Concerns.Codes];
        await names.ForAsync([.. Concerns.Marks.Select(m => (Id<Account>?)m.By)], [], ct);
    }, ct, needs: FieldClasses.Narrative);
}
