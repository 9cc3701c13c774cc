using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Mappings.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>A token as it is listed: never the token itself, which nobody keeps.</summary>
public sealed record ApiTokenRow(string Hash, string Name, string Organisation, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>
/// APIの鍵: who holds one acts as its account, so the account alone issues it – or the operator at the machine, who acts as the
/// program. Whoever administers accounts can revoke one.
/// </summary>
public sealed class ApiTokens(AppDb db, Work work)
{
    private const int Days = 365;

    /// <summary>Issues a token; shown once, kept as a hash.</summary>
    public async Task<Outcome<string>> IssueAsync(Id<Account> id, Id<Organisation>? organisation, string? name, CancellationToken ct)
    {
        await work.TakeTurnAsync(id, ct);
        var account = await db.Accounts.Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Id == id, ct);
        var outcome = account is null ? Outcome.Refused(RefusalCode.NotFound)
            : !IsOwn(id) && !work.Actor.Account.IsNone ? Outcome.Refused(RefusalCode.OthersToken)
            : account.IssueToken(organisation, name, work.Today);
        var token = "tsn_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (outcome.IsDone)
            db.ApiTokens.Add(new ApiToken
            {
                Hash = BearerHandler.HashOf(token),
                AccountId = id,
                OrganisationId = organisation!.Value,
                Name = TypedText.Field(name)!,
                CreatedAt = work.Now,
                ExpiresAt = work.Now.AddDays(Days),
            });
        outcome = await work.FinishAsync(outcome, PermissionOn(id), RootRef.Of(RootKind.Account, id), ct);
        return outcome.IsDone ? token : Outcome<string>.Carry(outcome);
    }

    /// <summary>失効させる: from the next call on it opens nothing.</summary>
    public async Task<Outcome> RevokeAsync(Id<Account> id, string? hash, CancellationToken ct)
    {
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct);
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.AccountId == id && t.Hash == hash, ct);
        var outcome = account is null ? Outcome.Refused(RefusalCode.NotFound) : token is null ? Outcome.Refused(RefusalCode.UnknownCode) : Outcome.Done;
        if (outcome.IsDone)
        {
            account!.RevokeToken(token!.OrganisationId);
            db.ApiTokens.Remove(token);
        }
        return await work.FinishAsync(outcome, PermissionOn(id), RootRef.Of(RootKind.Account, id), ct);
    }

    /// <summary>The tokens of an account, the newest on top.</summary>
    public async Task<IReadOnlyList<ApiTokenRow>> OfAsync(Id<Account> id, CancellationToken ct) =>
        await db.ApiTokens.AsNoTracking().Where(t => t.AccountId == id).OrderByDescending(t => t.CreatedAt).ThenBy(t => t.Hash)
            .Select(t => new ApiTokenRow(t.Hash, t.Name, db.Organisations.Single(o => o.Id == t.OrganisationId).Name, t.CreatedAt, t.ExpiresAt)).ToListAsync(ct);

    private bool IsOwn(Id<Account> id) => id == work.Actor.Account;

    private Permission PermissionOn(Id<Account> id) => IsOwn(id) ? Permission.ManageOwnTokens : Permission.ManageAccounts;
}
