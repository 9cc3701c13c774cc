using Tsunagi.Data;

namespace Tsunagi.Web.Hosting;

/// <summary>Answers the load balancer: alive, and able to work.</summary>
static class HealthChecks
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(AppDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct)
            ? Results.Text("ready")
            : Results.Text("database unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
}
