using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>同じ人かもしれない記録.</summary>
[Permit(Permission.ListSamePersons)]
public sealed class DuplicatesModel(ListSamePersons list, FindSamePersons find) : TsunagiPage
{
    [BindProperty(SupportsGet = true, Name = "list")]
    public SamePersonList Shown { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PageOf<SamePersonRow> Found { get; private set; } = new([], 0, null);

    public string Href(string after) => $"{SamePersonLinks.List}?list={Shown}&after={after}";

    public async Task OnGetAsync(CancellationToken ct) => Found = await list.RunAsync(Shown, After, ct);

    /// <summary>調べ直す.</summary>
    public async Task<IActionResult> OnPostSearchAsync(CancellationToken ct)
    {
        var found = await find.RunAsync(ct);
        return await AnswerAsync(found, () =>
        {
            Done = found.Value == 0 ? "調べ直しました。新しく見つかったものはありません。" : $"調べ直しました。新しく{found.Value}組が見つかりました。";
            return LocalRedirect(SamePersonLinks.List);
        }, async () =>
        {
            await OnGetAsync(ct);
            return Page();
        });
    }
}
