using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>職員 as a form offers them.</summary>
static class WorkerChoices
{
    /// <summary>By name, with <paramref name="chosen"/> marked.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ToChoicesAsync(this IQueryable<Account> workers, CancellationToken ct, Id<Account>? chosen = null)
    {
        var found = await workers.OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        return [.. found.Select(a => new SelectListItem(a.Name, a.Id.ToString(), a.Id == chosen))];
    }
}
