using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Search;

/// <summary>
/// The address of a page of results. What is searched for is somebody's name or telephone number, and addresses stay behind in
/// histories, logs and messages: so it stands there sealed, and opens only for the account that searched (ADR 0036).
/// </summary>
public sealed class SearchAddress(IDataProtectionProvider protection)
{
    private const string Page = "/search", Sealed = "of";

    /// <summary>Where the results of this search are.</summary>
    public string Of(string? query, Id<Account> account) =>
        string.IsNullOrWhiteSpace(query) ? Page : QueryHelpers.AddQueryString(Page, Sealed, WebEncoders.Base64UrlEncode(Seal(account).Protect(Encoding.UTF8.GetBytes(query))));

    /// <summary>What was searched for; null when it was not sealed here, or for somebody else.</summary>
    public string? Open(string of, Id<Account> account)
    {
        try
        {
            return Encoding.UTF8.GetString(Seal(account).Unprotect(WebEncoders.Base64UrlDecode(of)));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Seal(Id<Account> account) => protection.CreateProtector(nameof(SearchAddress), account.ToString());
}
