using Npgsql;

namespace Tsunagi.Web.Hosting;

/// <summary>Builds the web host.</summary>
public static class TsunagiHost
{
    public static WebApplication Build(HostOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton(NpgsqlDataSource.Create(options.ConnectionString));

        var app = builder.Build();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        return app;
    }

    static async Task<IResult> ReadyAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return Results.Text("ready");
        }
        catch (NpgsqlException)
        {
            return Results.Text("database unavailable", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
