using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>What all staff pages share: the words of a refusal go beside their field, and absent looks like denied.</summary>
public abstract class TsunagiPage : PageModel
{
    /// <summary>The unit of work this request runs in.</summary>
    protected Work Work => HttpContext.RequestServices.GetRequiredService<Work>();

    /// <summary>The date of this request in Tokyo.</summary>
    public DateOnly Today => Work.Today;

    /// <summary>What is open on this page, as the urgent report card asks for it (<c>case=…</c>); null where nothing is.</summary>
    public virtual string? OpenRecord => null;

    /// <summary>The numbers of the menu, where the page has them at hand: 今日; elsewhere they are asked for once a minute (ADR 0050).</summary>
    public virtual IReadOnlyDictionary<string, MenuCount>? CountsInMenu => null;

    /// <summary>One sentence that tells, on the next page, what was just done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Goes on when an act was done; otherwise shows the page again with the reasons beside their fields.</summary>
    /// <param name="outcome">What came of the act.</param>
    /// <param name="next">Where to go on.</param>
    /// <param name="again">Loads what the page shows again; what was typed stays.</param>
    /// <param name="prefix">The name of the bound input object, when the fields are inside one; empty when they are the page's own.</param>
    protected async Task<IActionResult> AnswerAsync(Outcome outcome, Func<IActionResult> next, Func<Task<IActionResult>> again, string prefix = "Input")
    {
        if (outcome.IsDone) return next();
        if (outcome.Refusals.Any(r => r.Code is RefusalCode.NotFound)) return Absent();
        foreach (var refusal in outcome.Refusals)
            ModelState.AddModelError(refusal.Field is not { } field ? "" : prefix.Length == 0 ? field : $"{prefix}.{field}", RefusalWords.Of(refusal));
        Response.StatusCode = outcome.Refusals.Any(RefusalStatus.IsAboutTheActor) ? StatusCodes.Status403Forbidden
            : outcome.Refusals.Any(r => r.Code is RefusalCode.Stale) ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        return await again();
    }

    /// <summary>The same answer for what does not exist and what the viewer may not know of.</summary>
    protected IActionResult Absent() => NotFound();
}
