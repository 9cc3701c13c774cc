using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁: what waits for my post, then everything of my organisation.</summary>
[Permit(Permission.ListDecisions)]
public sealed class ListModel(AppDb db) : TsunagiPage
{
    public IReadOnlyList<Decision> Mine { get; private set; } = [];
    public IReadOnlyList<Decision> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Work.Saw(Permission.ListDecisions, RootRef.System);
        var own = Work.Actor.Organisation;
        var all = await db.Decisions.AsNoTracking().Where(d => d.OrganisationId == own).OrderByDescending(d => d.Id).Take(200).ToListAsync(ct);
        Mine = all.FindAll(d => DecisionTurn.IsMine(d, Work.Actor));
        Others = all.FindAll(d => !DecisionTurn.IsMine(d, Work.Actor));
    }
}

/// <summary>Whose turn it is.</summary>
static class DecisionTurn
{
    public static bool IsMine(Decision decision, Actor actor) =>
        decision.State == DecisionState.SentBack ? decision.AuthorId == actor.Account
        : Enum.TryParse<Role>(decision.NextRole, out var role) && actor.Is(role) && decision.AuthorId != actor.Account;
}
