using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Shared;

/// <summary>
/// ケースのページ: what every page under /cases/{id} shares. It shows <c>&lt;partial name="_CaseHeader" model="Model" /&gt;</c> on
/// top, and begins with <see cref="ShowAsync"/>, which asks for the right to see the case and loads its head.
/// </summary>
public abstract class CasePage : TsunagiPage
{
    /// <summary>The case, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Case> Id { get; set; }

    public override string? OpenRecord => $"case={Id}";

    /// <summary>The head of the case.</summary>
    public CaseHeader Header { get; private set; } = null!;

    /// <summary>The tab this page belongs to; see <see cref="CaseTab.Key"/>.</summary>
    public abstract string Tab { get; }

    /// <summary>The way to the pages of the case: no crumb leads where the viewer may not go.</summary>
    public IReadOnlyList<Crumb> Way =>
    [
        new("今日", "/"), new("支援中", AccessPolicy.RoleAllows(Work.Actor, Permission.ListCases) ? "/cases" : null),
        new(Header.Number, Header.MayOpen ? $"/cases/{Id}" : null),
    ];

    /// <summary>Loads the head, then what the page itself shows; absent for those who may not know of the case.</summary>
    /// <param name="load">Loads what the page shows; runs inside the same work.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="permission">What the page serves.</param>
    /// <param name="needs">The field classes the page consists of: without them a viewer whose basis opens less gets nothing of it.</param>
    protected async Task<IActionResult> ShowAsync(
        Func<Task> load, CancellationToken ct, Permission permission = Permission.SeeCase, FieldClasses needs = FieldClasses.Existence)
    {
        var opened = await HttpContext.RequestServices.GetRequiredService<CaseHeaders>().OpenAsync(Id, permission, ct);
        if (!opened.IsDone)
            return opened.Refusals[0].Code == RefusalCode.NotFound ? Absent() : Forbid();
        Header = opened.Value;
        if (!Header.Decision.Shows(needs))
            return Forbid();
        await load();
        return Page();
    }

    /// <summary>After an act: goes on with a sentence that tells it, or shows the page again with the reasons.</summary>
    protected Task<IActionResult> AfterAsync(Outcome outcome, string done, string next, Func<Task<IActionResult>> again, string prefix = "Input") =>
        AnswerAsync(outcome, () =>
        {
            Done = done;
            return LocalRedirect(next);
        }, again, prefix);
}
