using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>Accounts through the API, by the same handlers as the pages.</summary>
static class AccountsApi
{
    public sealed record Membership(Id<Organisation> Organisation, Role Role, DateOnly From, DateOnly? Until);
    public sealed record Account(Id<Domain.Access.Account> Id, string Login, string Name, bool IsActive, IReadOnlyList<Membership> Memberships);
    public sealed record Identified(Id<Domain.Access.Account> Id);
    public sealed record Me(Id<Domain.Access.Account> Account, Id<Organisation> Organisation, IReadOnlyList<Role> Roles);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", (Work work) => ApiAnswer.Ok(new Me(work.Actor.Account, work.Actor.Organisation, [.. work.Actor.Roles])))
            .Permit(Permission.SeeToday).Produces<Me>();
        api.MapPost("/accounts", CreateAsync).Permit(Permission.ManageAccounts).Produces<Identified>(StatusCodes.Status201Created);
        api.MapGet("/accounts/{id}", ShowAsync).Permit(Permission.ManageAccounts).Produces<Account>();
    }

    private static async Task<ApiAnswer> CreateAsync(NewAccount input, CreateAccount create, CancellationToken ct)
    {
        var outcome = await create.RunAsync(input, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Created($"/api/v1/accounts/{outcome.Value}", new Identified(outcome.Value)));
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Domain.Access.Account> id, AppDb db, Work work, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is null) return ApiAnswer.Refused([new(RefusalCode.NotFound)]);
        work.Saw(Permission.ManageAccounts, account.Root);
        return ApiAnswer.Ok(new Account(account.Id, account.Login, account.Name, account.IsActive,
            [.. account.Memberships.Select(m => new Membership(m.OrganisationId, m.Role, m.From, m.Until))]));
    }
}
