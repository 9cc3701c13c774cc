using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Mappings.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>利用者の役割・パスワード・利用を変える. Whatever narrows an account's rights ends its sign-ins at once.</summary>
public sealed class ChangeAccount(AppDb db, Work work, IPasswordHasher<Account> hasher)
{
    public Task<Outcome> GiveRoleAsync(Id<Account> id, Id<Organisation>? organisation, Role? role, CancellationToken ct) => ChangeAsync(id, async account =>
    {
        if (organisation is null || !await db.Organisations.AnyAsync(o => o.Id == organisation, ct)) return Outcome.Refused(RefusalCode.Required, "Organisation");
        return role is null || !Enum.IsDefined(role.Value)
            ? Outcome.Refused(RefusalCode.Required, "Role")
            : account.Join(work.NewId<Membership>(), organisation.Value, role.Value, work.Today);
    }, ct);

    public Task<Outcome> TakeRoleAsync(Id<Account> id, Id<Membership> membership, DateOnly until, CancellationToken ct) =>
        ChangeAsync(id, account => Task.FromResult(account.Leave(membership, until)), ct);

    public Task<Outcome> SetPasswordAsync(Id<Account> id, string? password, CancellationToken ct) => ChangeAsync(id, account =>
    {
        if (PasswordRule.Problem(password ?? "", account.Login) is not null) return Task.FromResult(Outcome.Refused(RefusalCode.WeakPassword, "Password"));
        account.PasswordHash = hasher.HashPassword(account, password!);
        account.MustChangePassword = account.Id != work.Actor.Account;
        account.PasswordChanged();
        EndSignIns(account);
        return Task.FromResult(Outcome.Done);
    }, ct);

    public Task<Outcome> SetActiveAsync(Id<Account> id, bool active, CancellationToken ct) => ChangeAsync(id, account =>
    {
        if (account.Id == work.Actor.Account) return Task.FromResult(Outcome.Refused(RefusalCode.NotAllowed));
        account.SetActive(active);
        EndSignIns(account);
        return Task.FromResult(Outcome.Done);
    }, ct);

    /// <summary>A bearer token for the API; shown once, kept as a hash.</summary>
    public async Task<Outcome<string>> IssueTokenAsync(Id<Account> id, Id<Organisation> organisation, string name, CancellationToken ct)
    {
        var token = "tsn_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var outcome = await ChangeAsync(id, account =>
        {
            if (!account.Memberships.Any(m => m.OrganisationId == organisation && m.HoldsOn(work.Today))) return Task.FromResult(Outcome.Refused(RefusalCode.UnknownCode, "Organisation"));
            db.ApiTokens.Add(new ApiToken { Hash = BearerHandler.HashOf(token), AccountId = id, OrganisationId = organisation, Name = name, CreatedAt = work.Now, ExpiresAt = work.Now.AddDays(365) });
            return Task.FromResult(Outcome.Done);
        }, ct);
        return outcome.IsDone ? token : Outcome<string>.Carry(outcome);
    }

    private async Task<Outcome> ChangeAsync(Id<Account> id, Func<Account, Task<Outcome>> change, CancellationToken ct)
    {
        var account = await db.Accounts.Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Id == id, ct);
        var outcome = account is null ? Outcome.Refused(RefusalCode.NotFound) : await change(account);
        var permission = id == work.Actor.Account ? Permission.ChangeOwnPassword : Permission.ManageAccounts;
        return await work.FinishAsync(outcome, permission, RootRef.Of(RootKind.Account, id), ct);
    }

    private void EndSignIns(Account account) => account.SecurityStamp = work.NewId<Account>().ToString();
}
