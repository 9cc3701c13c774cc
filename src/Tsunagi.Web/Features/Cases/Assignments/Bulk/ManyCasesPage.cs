using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>What the pages share on which the supervisor chooses several cases: whose, which, and what came of it.</summary>
public abstract class ManyCasesPage(CasesToAssign list, CaseChoices choices) : TsunagiPage
{
    /// <summary>Whose cases to show; everybody's when not said.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Account>? Of { get; set; }

    /// <summary>Whether all are chosen to begin with.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<CaseToAssign> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public bool IsCut => Rows.Count == CasesToAssign.Most;

    /// <summary>This page's address.</summary>
    public abstract string Path { get; }

    /// <summary>What was chosen and sent.</summary>
    public abstract IReadOnlyList<Id<Case>> Sent { get; }

    public bool IsChosen(CaseToAssign row) => HttpMethods.IsGet(Request.Method) ? All : Sent.Contains(row.Id);

    public string Href(bool all) => $"{Path}?of={Of}{(all ? "&all=true" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    /// <summary>How many cases were chosen.</summary>
    protected int Chosen => Sent.Distinct().Count();

    protected async Task<IActionResult> ActAsync(Func<Task<Outcome>> act, string done, CancellationToken ct) =>
        Chosen == 0 ? await UnreadableAsync("Cases", "ケースを一つ以上選んでください。", ct) : await AnswerAsync(await act(), () =>
        {
            Done = done;
            return LocalRedirect(Href(all: false));
        }, () => ShowAsync(ct));

    protected Task<IActionResult> UnreadableAsync(string field, string words, CancellationToken ct)
    {
        ModelState.AddModelError($"Input.{field}", words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Rows = await list.RunAsync(Of, ct);
        Colleagues = await choices.ColleaguesAsync(Today, ct);
        return Page();
    }
}

/// <summary>Where the pages of 担当者変更 are.</summary>
public static class AssignmentLinks
{
    public const string List = "/assignments";
    public const string Deputies = "/assignments/deputies";
}
