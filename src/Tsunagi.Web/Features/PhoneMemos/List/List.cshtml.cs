using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>電話メモの一覧, with the calls that wait.</summary>
[Permit(Permission.ListPhoneMemos)]
public sealed class PhoneMemosModel(PhoneMemoList list, ChangePhoneMemo change) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool CallBack { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PhoneMemoPage Found { get; private set; } = new([], null);

    public string Href(string? after = null) => $"{PhoneMemoLinks.List}?all={All}&mine={Mine}&callBack={CallBack}{(after is null ? "" : $"&after={after}")}";

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>済みにする, without leaving the list.</summary>
    public async Task<IActionResult> OnPostFinishAsync(Id<PhoneMemo> memo, CancellationToken ct) => await AnswerAsync(await change.FinishAsync(memo, ct), () =>
    {
        Done = "済みにしました。";
        return LocalRedirect(Href());
    }, async () =>
    {
        await LoadAsync(ct);
        return Page();
    });

    private async Task LoadAsync(CancellationToken ct) => Found = await list.RunAsync(new() { All = All, Mine = Mine, CallBack = CallBack, After = After }, ct);
}
