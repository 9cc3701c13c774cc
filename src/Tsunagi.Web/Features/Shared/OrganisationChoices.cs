using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;

namespace Tsunagi.Web.Features.Shared;

/// <summary>The organisations to choose from.</summary>
static class OrganisationChoices
{
    /// <summary>All of them, in the order of the ward.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> AllAsync(AppDb db, CancellationToken ct) =>
        [.. (await db.Organisations.AsNoTracking().OrderBy(o => o.Code).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
}
