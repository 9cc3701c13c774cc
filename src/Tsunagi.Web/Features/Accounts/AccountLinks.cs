using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>Where the account pages are.</summary>
public static class AccountLinks
{
    public const string List = "/accounts";
    public const string Create = "/accounts/new";

    public const string Own = "/account";
    public const string Tokens = "/account/tokens";
    public const string Password = "/password";

    public static string Detail(Id<Account> account) => $"/accounts/{account}";
}
