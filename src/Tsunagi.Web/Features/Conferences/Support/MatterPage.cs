using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>What the pages of one sealed matter share: to who is not named, each of them is absent.</summary>
public abstract class MatterPage(MatterDesk desk) : TsunagiPage
{
    /// <summary>Which matter.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Matter> Id { get; set; }

    public override string? OpenRecord => $"matter={Id}";

    /// <summary>The matter as the reader sees it.</summary>
    public MatterView View { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    /// <summary>Shows the page, or nothing.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var view = await desk.OpenAsync(Id, ct);
        if (!view.IsDone) return Absent();
        View = view.Value;
        return await PrepareAsync(ct) ? Page() : Absent();
    }

    /// <summary>Loads what the page shows besides; false makes it absent.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken ct) => Task.FromResult(true);

    /// <summary>After an act: back to the page with a word, or again with the reasons beside their fields.</summary>
    protected async Task<IActionResult> AfterAsync(Func<Task<Outcome>> act, string done, string form, CancellationToken ct, string? next = null)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(ct);
        }
        return await AnswerAsync(await act(), () =>
        {
            Done = done;
            return LocalRedirect(next ?? Request.Path);
        }, () => ShowAsync(ct), form);
    }

    /// <summary>The same for an act that makes something.</summary>
    protected Task<IActionResult> AfterAsync<T>(Func<Task<Outcome<T>>> act, string done, string form, CancellationToken ct, string? next = null) =>
        AfterAsync(async () => (Outcome)await act(), done, form, ct, next);

    public IReadOnlyList<SelectListItem> People => [.. View.There.Select(ChoiceOf)];

    public IReadOnlyList<SelectListItem> ItemsToChoose => [.. View.Matter.Items.Select(i => new SelectListItem(i.Title, i.Id.ToString()))];

    public IReadOnlyList<SelectListItem> SessionsToChoose => [.. View.Sessions.Select(s => new SelectListItem($"第{s.Number}回", $"{s.Number}"))];

    protected static SelectListItem ChoiceOf(MatterParticipant person) => new($"{person.Name}（{person.Affiliation}）", person.Id.ToString());

    protected static IReadOnlyList<SelectListItem> Choices<T>(Func<T, string> words, params T[] values) where T : struct, Enum =>
        [.. values.Select(v => new SelectListItem(words(v), v.ToString()))];

    public static IReadOnlyList<SelectListItem> Parts => Choices(ConferenceWords.Of, Enum.GetValues<MemberPart>());
    public static IReadOnlyList<SelectListItem> Scopes => Choices(ConferenceWords.Of, Enum.GetValues<ReadingScope>());
    public static IReadOnlyList<SelectListItem> Manners => Choices(ConferenceWords.Of, Enum.GetValues<ExplanationManner>());
    public static IReadOnlyList<SelectListItem> OwnKinds => Choices(ConferenceWords.Of, Enum.GetValues<OwnKnowledgeKind>());
}
