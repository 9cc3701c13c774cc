using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁: what waits for my post, then everything of my organisation.</summary>
[Permit(Permission.ListDecisions)]
public sealed class ListModel(AppDb db, DecisionMatters matters) : TsunagiPage
{
    public sealed record Row(Decision Decision, string? About);

    public IReadOnlyList<Row> Mine { get; private set; } = [];
    public IReadOnlyList<Row> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Work.Saw(Permission.ListDecisions, RootRef.System);
        var own = Work.Actor.Organisation;
        var all = await db.Decisions.AsNoTracking().Where(d => d.OrganisationId == own).OrderByDescending(d => d.Id).Take(200).ToListAsync(ct);
        var about = await matters.OfAsync(all, ct);
        var rows = all.ToLookup(d => DecisionTurn.IsMine(d, Work.Actor), d => new Row(d, about.GetValueOrDefault(d.RecordId)?.Words));
        (Mine, Others) = ([.. rows[true]], [.. rows[false]]);
    }
}
