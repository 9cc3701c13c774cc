using Npgsql;

namespace Tsunagi.Web.Hosting;

/// <summary>
/// The database with its statements prepared and planned once per connection: pages send the same few hundred statements over and
/// over, and planning one costs more than running it (docs/adr/0034).
/// </summary>
static class PreparedDatabase
{
    /// <summary>The option of a session by which a statement is planned once, whatever values come.</summary>
    public const string PlannedOnce = "-c plan_cache_mode=force_generic_plan";

    private const int Statements = 400;

    /// <summary>Opens it; what the connection string itself says of preparing or options holds.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var options = builder.ConnectionStringBuilder;
        if (options.MaxAutoPrepare == 0) options.MaxAutoPrepare = Statements;
        options.Options ??= PlannedOnce;
        return builder.Build();
    }
}
