using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>Signs people in and out, and lets them choose for whom they act.</summary>
public sealed class SignInOffice(
    AppDb db, UserManager<Account> users, IPasswordHasher<Account> hasher, SignInThrottle throttle, TimeProvider clock)
{
    // Verifying against this when no account is found makes both answers take the same time.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, "nobody signs in with this");

    /// <summary>Signs in by password; false tells nothing about whether the account exists.</summary>
    public async Task<bool> EnterAsync(HttpContext http, string login, string password, CancellationToken ct)
    {
        login = Account.NormaliseLogin(login);
        var begun = await throttle.BeginAsync(login, AddressOf(http), ct);
        var account = await users.FindByNameAsync(login);
        var verified = IsTheirs(account, password);
        if (begun is null || !verified || account is not { IsActive: true, PasswordHash: not null } || FirstOrganisation(account) is not { } organisation) return false;
        await throttle.GiveBackAsync(begun, ct);
        await EnterAsync(http, account, organisation, ct);
        return true;
    }

    /// <summary>Whether somebody who is signed in knows their password; slowed down like signing in.</summary>
    public async Task<bool> KnowsPasswordAsync(HttpContext http, Account account, string password, CancellationToken ct)
    {
        var begun = await throttle.BeginAsync(account.Login, AddressOf(http), ct);
        if (!IsTheirs(account, password) || begun is null) return false;
        await throttle.GiveBackAsync(begun, ct);
        return true;
    }

    /// <summary>Signs an account in for an organisation, with a new session.</summary>
    public async Task EnterAsync(HttpContext http, Account account, Id<Organisation> organisation, CancellationToken ct)
    {
        var identity = new ClaimsIdentity(
            [
                new(TsunagiClaims.Account, account.Id.ToString()),
                new(TsunagiClaims.Organisation, organisation.ToString()),
                new(TsunagiClaims.Stamp, account.SecurityStamp),
                new(TsunagiClaims.Since, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ], TsunagiClaims.CookieScheme);
        await http.SignInAsync(TsunagiClaims.CookieScheme, new ClaimsPrincipal(identity));
        var stamp = new Stamp(account.Id, organisation, clock.GetUtcNow());
        db.Note(new WorkContext(stamp, Permission.SwitchOrganisation), AuditWords.SignedIn, account.Root);
        await db.FlushAuditAsync(ct);
    }

    /// <summary>The organisations an account may act for today, by name.</summary>
    public Task<List<Organisation>> OrganisationsOfAsync(Id<Account> account, CancellationToken ct)
    {
        var today = JapanTime.DateOf(clock.GetUtcNow());
        return db.Organisations.AsNoTracking()
            .Where(o => db.Memberships.Any(m => m.AccountId == account && m.OrganisationId == o.Id && m.From <= today && (m.Until == null || today <= m.Until)))
            .OrderBy(o => o.Code).ToListAsync(ct);
    }

    /// <summary>Where somebody works first: the organisation they joined first of those that hold today.</summary>
    public Id<Organisation>? FirstOrganisation(Account account)
    {
        var today = JapanTime.DateOf(clock.GetUtcNow());
        return account.Memberships.Where(m => m.HoldsOn(today)).OrderBy(m => m.From).ThenBy(m => m.Id).FirstOrDefault()?.OrganisationId;
    }

    private bool IsTheirs(Account? account, string password) =>
        hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash, password) is not PasswordVerificationResult.Failed;

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
