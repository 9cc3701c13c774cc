using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>
/// 利用者の役割・パスワード・利用を変える: always somebody else's, so that nobody gives themselves what they may see. Whatever
/// narrows an account's rights ends its sign-ins at once, and its tokens with them.
/// </summary>
public sealed class ChangeAccount(AppDb db, Work work, IPasswordHasher<Account> hasher)
{
    public Task<Outcome> GiveRoleAsync(Id<Account> id, Id<Organisation>? organisation, Role? role, CancellationToken ct) => AdministerAsync(id, async account =>
    {
        if (organisation is null || !await db.Organisations.AnyAsync(o => o.Id == organisation, ct)) return Outcome.Refused(RefusalCode.Required, "Organisation");
        return role is null || !Enum.IsDefined(role.Value)
            ? Outcome.Refused(RefusalCode.Required, "Role")
            : account.Join(work.NewId<Membership>(), organisation.Value, role.Value, work.Today);
    }, ct);

    public Task<Outcome> TakeRoleAsync(Id<Account> id, Id<Membership> membership, DateOnly until, CancellationToken ct) =>
        AdministerAsync(id, account => Task.FromResult(account.Leave(membership, until)), ct);

    /// <summary>パスワードを設定し直す: it must be changed before anything else is opened with it.</summary>
    public Task<Outcome> ResetPasswordAsync(Id<Account> id, string? password, CancellationToken ct) =>
        AdministerAsync(id, account => Task.FromResult(SetPassword(account, password, mustChange: true)), ct);

    /// <summary>自分のパスワードを変える.</summary>
    public Task<Outcome> ChangeOwnPasswordAsync(string? password, CancellationToken ct) =>
        ChangeAsync(work.Actor.Account, Permission.ChangeOwnPassword, account => Task.FromResult(SetPassword(account, password, mustChange: false)), ct);

    public Task<Outcome> SetActiveAsync(Id<Account> id, bool active, CancellationToken ct) => AdministerAsync(id, account =>
    {
        account.SetActive(active);
        EndSignIns(account);
        return Task.FromResult(Outcome.Done);
    }, ct);

    private Task<Outcome> AdministerAsync(Id<Account> id, Func<Account, Task<Outcome>> change, CancellationToken ct) => ChangeAsync(id, Permission.ManageAccounts,
        account => account.Id == work.Actor.Account ? Task.FromResult(Outcome.Refused(RefusalCode.OwnAccount)) : change(account), ct);

    private async Task<Outcome> ChangeAsync(Id<Account> id, Permission permission, Func<Account, Task<Outcome>> change, CancellationToken ct)
    {
        // A token that is being issued is there when they end, or waits until they have.
        await work.TakeTurnAsync(id, ct);
        var account = await db.Accounts.Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Id == id, ct);
        var outcome = account is null ? Outcome.Refused(RefusalCode.NotFound) : await change(account);
        return await work.FinishAsync(outcome, permission, RootRef.Of(RootKind.Account, id), ct);
    }

    private Outcome SetPassword(Account account, string? password, bool mustChange)
    {
        if (PasswordRule.Problem(password ?? "", account.Login) is not null) return Outcome.Refused(RefusalCode.WeakPassword, "Password");
        account.PasswordHash = hasher.HashPassword(account, password!);
        account.MustChangePassword = mustChange;
        account.PasswordChanged();
        EndSignIns(account);
        return Outcome.Done;
    }

    private void EndSignIns(Account account) => account.SecurityStamp = work.NewId<Account>().ToString();
}
