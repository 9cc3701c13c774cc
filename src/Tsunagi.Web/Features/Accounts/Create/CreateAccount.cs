using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>What a new account needs.</summary>
public sealed record NewAccount
{
    public string? Login { get; init; }
    public string? Name { get; init; }
    public string? Password { get; init; }
    public Id<Organisation>? Organisation { get; init; }
    public Role? Role { get; init; }
}

/// <summary>利用者を登録する.</summary>
public sealed class CreateAccount(AppDb db, Work work, IPasswordHasher<Account> hasher)
{
    /// <summary>Registers somebody who signs in, and changes the password they were given before anything else.</summary>
    public Task<Outcome<Id<Account>>> RunAsync(NewAccount input, CancellationToken ct) => RunAsync(input, signsIn: true, ct);

    /// <summary>Registers a program, which calls the API by a token and has no password to sign in with.</summary>
    public Task<Outcome<Id<Account>>> ForProgramAsync(NewAccount input, CancellationToken ct) => RunAsync(input, signsIn: false, ct);

    private async Task<Outcome<Id<Account>>> RunAsync(NewAccount input, bool signsIn, CancellationToken ct)
    {
        var refusals = Check(input, signsIn);
        var login = Account.NormaliseLogin(input.Login ?? "");
        if (await db.Accounts.AnyAsync(a => a.Login == login, ct)) refusals.Add(new(RefusalCode.AlreadyTaken, nameof(input.Login)));
        if (input.Organisation is { } known && !await db.Organisations.AnyAsync(o => o.Id == known, ct))
            refusals.Add(new(RefusalCode.UnknownCode, nameof(input.Organisation)));
        if (refusals.Count > 0)
            return Outcome<Id<Account>>.Carry(await work.FinishAsync(Outcome.Refused(refusals), Permission.ManageAccounts, RootRef.System, ct));

        var account = new Account(work.NewId<Account>(), login, input.Name!.Trim()) { SecurityStamp = work.NewId<Account>().ToString(), MustChangePassword = signsIn };
        if (signsIn)
        {
            account.PasswordHash = hasher.HashPassword(account, input.Password!);
            account.PasswordChanged();
        }
        account.Join(work.NewId<Membership>(), input.Organisation!.Value, input.Role!.Value, work.Today);
        db.Accounts.Add(account);
        var outcome = await work.FinishAsync(Outcome.Done, Permission.ManageAccounts, account.Root, ct);
        return outcome.IsDone ? account.Id : Outcome<Id<Account>>.Carry(outcome);
    }

    private static List<Refusal> Check(NewAccount input, bool signsIn)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(input.Login)) refusals.Add(new(RefusalCode.Required, nameof(input.Login)));
        else if (input.Login.Length > 64) refusals.Add(new(RefusalCode.TooLong, nameof(input.Login)));
        if (string.IsNullOrWhiteSpace(input.Name)) refusals.Add(new(RefusalCode.Required, nameof(input.Name)));
        else if (input.Name.Length > 100) refusals.Add(new(RefusalCode.TooLong, nameof(input.Name)));
        if (signsIn && PasswordRule.Problem(input.Password ?? "", input.Login ?? "") is not null) refusals.Add(new(RefusalCode.WeakPassword, nameof(input.Password)));
        if (input.Organisation is null) refusals.Add(new(RefusalCode.Required, nameof(input.Organisation)));
        if (input.Role is null || !Enum.IsDefined(input.Role.Value)) refusals.Add(new(RefusalCode.Required, nameof(input.Role)));
        return refusals;
    }
}
