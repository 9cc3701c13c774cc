namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>What the sign-in cookie carries: ids, never names or roles, which are read anew at every request.</summary>
static class TsunagiClaims
{
    public const string CookieScheme = "Tsunagi.Cookie";
    public const string EitherScheme = "Tsunagi";
    public const string Account = "account";
    public const string Organisation = "organisation";
    public const string Stamp = "stamp";
    public const string Since = "since";
}
