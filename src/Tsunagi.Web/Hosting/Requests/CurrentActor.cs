using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>
/// Who is at the other end of this request. Read from the database at every request, so that a role taken away, a changed
/// password or a stopped account holds at the next click, on every node.
/// </summary>
public sealed class CurrentActor(AppDb db, TimeProvider clock)
{
    /// <summary>The actor; null when nobody is signed in.</summary>
    public Actor? Actor { get; private set; }

    /// <summary>Their name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name of the organisation they act for.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Whether they work for more than one organisation.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Whether the password must be changed before anything else.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Loads the actor that a signed-in principal stands for; false when the sign-in no longer holds.</summary>
    public async Task<bool> LoadAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!TryRead(principal, out var accountId, out var organisationId)) return false;
        var today = JapanTime.DateOf(clock.GetUtcNow());
        var found = await FindAsync(db, accountId, organisationId, today, ct);
        if (found is null || !StampHolds(principal, found.SecurityStamp)) return false;
        var roles = found.Roles.Where(r => r.OrganisationId == organisationId).Select(r => r.Role).ToHashSet();
        if (roles.Count == 0) return false;
        Actor = new(accountId, organisationId, roles);
        (Name, OrganisationName, MustChangePassword) = (found.Name, found.Organisation ?? "", found.MustChangePassword);
        HasOthers = found.Roles.Exists(r => r.OrganisationId != organisationId);
        return true;
    }

    private sealed record Post(Id<Organisation> OrganisationId, Role Role);

    private sealed record Found(string Name, string SecurityStamp, bool MustChangePassword, List<Post> Roles, string? Organisation);

    private static readonly Func<AppDb, Id<Account>, Id<Organisation>, DateOnly, CancellationToken, Task<Found?>> FindAsync = EF.CompileAsyncQuery(
        (AppDb db, Id<Account> account, Id<Organisation> organisation, DateOnly today, CancellationToken _) => db.Accounts.AsNoTracking()
            .Where(a => a.Id == account && a.IsActive)
            .Select(a => new Found(
                a.Name, a.SecurityStamp, a.MustChangePassword,
                db.Memberships.Where(m => m.AccountId == a.Id && m.From <= today && (m.Until == null || today <= m.Until))
                    .Select(m => new Post(m.OrganisationId, m.Role)).ToList(),
                db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleOrDefault()))
            .SingleOrDefault());

    private static bool TryRead(ClaimsPrincipal principal, out Id<Account> account, out Id<Organisation> organisation)
    {
        organisation = default;
        return Id<Account>.TryParse(principal.FindFirstValue(TsunagiClaims.Account), null, out account)
            && Id<Organisation>.TryParse(principal.FindFirstValue(TsunagiClaims.Organisation), null, out organisation);
    }

    // A bearer token carries no stamp: the database deletes it in the statement that changes the stamp.
    private static bool StampHolds(ClaimsPrincipal principal, string stamp) =>
        principal.FindFirstValue(TsunagiClaims.Stamp) is not { } carried || carried == stamp;
}

/// <summary>Loads the actor of every request that carries a sign-in.</summary>
sealed class ActorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        if (context.User.Identity?.IsAuthenticated == true && current.Actor is null && !await current.LoadAsync(context.User, context.RequestAborted))
        {
            if (context.User.Identity.AuthenticationType != BearerHandler.Scheme) await context.SignOutAsync(TsunagiClaims.CookieScheme);
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next(context);
    }
}
