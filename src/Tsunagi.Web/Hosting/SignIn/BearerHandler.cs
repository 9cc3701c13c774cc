using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tsunagi.Data;
using Tsunagi.Data.Mappings.Access;

namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>Signs API calls in by a bearer token, which the database knows by its hash alone.</summary>
sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AppDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Bearer";
    private const string Prefix = "Bearer ";

    private static readonly Func<AppDb, string, DateTimeOffset, CancellationToken, Task<ApiToken?>> FindAsync = EF.CompileAsyncQuery(
        (AppDb db, string hash, DateTimeOffset now, CancellationToken _) => db.ApiTokens.AsNoTracking().SingleOrDefault(t => t.Hash == hash && t.ExpiresAt > now));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.Ordinal)) return AuthenticateResult.NoResult();
        var hash = HashOf(header[Prefix.Length..].Trim());
        var now = clock.GetUtcNow();
        var token = await FindAsync(db, hash, now, Context.RequestAborted);
        if (token is null) return AuthenticateResult.Fail("Unknown or expired token.");
        var identity = new ClaimsIdentity(
            [new(TsunagiClaims.Account, token.AccountId.ToString()), new(TsunagiClaims.Organisation, token.OrganisationId.ToString())], Scheme);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Scheme;
        return base.HandleChallengeAsync(properties);
    }

    /// <summary>The form in which a token is stored.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
