using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.AuditTrail;

/// <summary>監査記録.</summary>
[Permit(Permission.SeeAudit)]
public sealed class ListModel(ListAudit list, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Deed { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? CaseNumber { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Record { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>What was asked for; null where it could not be read.</summary>
    public AuditPage? Found { get; private set; }
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>Those who work, or worked, for the chosen organisation; none before one is chosen.</summary>
    public IReadOnlyList<SelectListItem> Workers { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Deeds { get; } = [.. Enum.GetValues<AuditDeed>().Select(d => new SelectListItem(AuditWords.Of(d), d.ToString()))];

    /// <summary>Whether anything but the last days is asked for.</summary>
    public bool IsNarrowed => Request.QueryString.HasValue;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var outcome = await list.RunAsync(
            new() { From = From, Until = Until, Organisation = Organisation, Account = Account, Deed = Deed, CaseNumber = CaseNumber, Record = Record, After = After }, ct);
        await OfferAsync(ct);
        if (!outcome.IsDone) return await AnswerAsync(outcome, Page, () => Task.FromResult<IActionResult>(Page()), prefix: "");
        Found = outcome.Value;
        // What was not typed stands in the fields as well, so that they say what is shown.
        From ??= Found.From is { } from ? DateWords.Of(from) : null;
        Until ??= Found.Until is { } until ? DateWords.Of(until) : null;
        return Page();
    }

    /// <summary>The same list, narrowed to one worker or one record, or further on.</summary>
    public string Href(Id<Account>? account = null, Guid? record = null, string? after = null) => QueryHelpers.AddQueryString(AuditTrailLinks.List, new Dictionary<string, string?>
    {
        ["from"] = From,
        ["until"] = Until,
        ["organisation"] = Organisation,
        ["account"] = account?.ToString() ?? Account,
        ["deed"] = Deed,
        ["caseNumber"] = record is null ? CaseNumber : null,
        ["record"] = record?.ToString() ?? Record,
        ["after"] = after,
    }.Where(part => !string.IsNullOrEmpty(part.Value)));

    private async Task OfferAsync(CancellationToken ct)
    {
        Organisations = await OrganisationChoices.AllAsync(db, ct);
        var known = Id<Organisation>.TryParse(Organisation, null, out var chosen);
        var one = Id<Account>.TryParse(Account, null, out var who) ? who : default;
        Workers = await db.Accounts.AsNoTracking().Where(a => a.Id == one || (known && a.Memberships.Any(m => m.OrganisationId == chosen))).ToChoicesAsync(ct);
    }
}
