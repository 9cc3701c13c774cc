using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>二つの記録を並べて確かめる.</summary>
[Permit(Permission.JudgeSamePerson)]
public sealed class CompareModel(SeeSamePerson see, JudgeSamePerson judge) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<SamePerson> Id { get; set; }

    [BindProperty]
    public SamePersonInput Input { get; set; } = new();

    public ComparedPersons Pair { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Leaders => [.. new[] { Pair.First, Pair.Second }.Select((p, i) => new SelectListItem($"記録{i + 1}　{p.Details.Name.Display}", p.Id.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await LoadAsync(ct);
        // The older record leads as a rule: more hangs on it.
        if (Pair is not null) Input.Leading = Pair.First.Id;
        return shown;
    }

    /// <summary>まとめる.</summary>
    public async Task<IActionResult> OnPostMergeAsync(CancellationToken ct) =>
        await AfterAsync(await judge.MergeAsync(Id, Input, ct), "同じ人の記録としてまとめました。記録はどちらも元のままです。この画面で取り消せます。", SamePersonLinks.Of(Id), ct);

    /// <summary>別人とする.</summary>
    public async Task<IActionResult> OnPostApartAsync(CancellationToken ct) =>
        await AfterAsync(await judge.TellApartAsync(Id, Input, ct), "別人としました。もうおたずねしません。", SamePersonLinks.List, ct);

    /// <summary>あとで.</summary>
    public async Task<IActionResult> OnPostLaterAsync(CancellationToken ct) =>
        await AfterAsync(await judge.PutOffAsync(Id, Input, ct), $"あとにしました。{SamePerson.LaterDays}日後にまた出ます。", SamePersonLinks.List, ct);

    /// <summary>判断を取り消す.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct) =>
        await AfterAsync(await judge.TakeBackAsync(Id, Input, ct), "判断を取り消しました。判断する前と同じです。", SamePersonLinks.Of(Id), ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, string next, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(next);
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await see.RunAsync(Id, ct);
        if (!seen.IsDone) return Absent();
        Pair = seen.Value;
        return Page();
    }
}
