using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>The session: ends after an hour without a click, and after a working day in any case.</summary>
static class SessionCookie
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Day = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "tsunagi";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/error/403";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = Idle;
        cookie.SlidingExpiration = true;
        // Wall time, also where the program's clock is a demonstration's: moving it signs nobody out.
        cookie.TimeProvider = TimeProvider.System;
        cookie.Events.OnValidatePrincipal = EndOfDayAsync;
        cookie.Events.OnRedirectToLogin = context =>
        {
            // By its path alone: what stands before it is what the caller claims the host to be.
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task EndOfDayAsync(CookieValidatePrincipalContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<ShiftedClock>();
        // Session age is wall time: moving a demo's clock signs nobody out.
        var now = (clock.GetUtcNow() - clock.Offset).ToUnixTimeSeconds();
        var since = context.Principal?.FindFirstValue(TsunagiClaims.Since);
        if (!long.TryParse(since, CultureInfo.InvariantCulture, out var start) || now - start > Day.TotalSeconds) context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
