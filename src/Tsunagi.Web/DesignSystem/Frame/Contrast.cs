namespace Tsunagi.Web.DesignSystem.Frame;

/// <summary>The choice of high contrast, kept in a cookie of this browser.</summary>
public static class Contrast
{
    public const string Cookie = "tsunagi-contrast";

    const string More = "more";

    public static bool IsMore(HttpRequest request) => request.Cookies[Cookie] == More;

    public static void Keep(HttpContext context, bool more)
    {
        if (more)
            context.Response.Cookies.Append(Cookie, More, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        else
            context.Response.Cookies.Delete(Cookie);
    }
}
