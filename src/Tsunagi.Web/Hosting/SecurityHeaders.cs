namespace Tsunagi.Web.Hosting;

/// <summary>Headers of every answer: no foreign script, frame, cache or referrer. Nothing inline, nothing from elsewhere.</summary>
static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] OfEveryAnswer =
    [
        ("Content-Security-Policy", Policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
        ("Cache-Control", "no-cache, no-store"),
        ("Pragma", "no-cache"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: when a request fails, everything that was set before is cleared.
        context.Response.OnStarting(() =>
        {
            foreach (var (name, value) in OfEveryAnswer) context.Response.Headers.TryAdd(name, value);
            return Task.CompletedTask;
        });
        return next();
    });
}
