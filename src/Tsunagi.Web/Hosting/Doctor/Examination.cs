using System.Globalization;
using Npgsql;

namespace Tsunagi.Web.Hosting;

enum Health
{
    Good,
    Limited,
    Bad,
}

/// <summary>What one check found. 'Limited' leaves the program usable.</summary>
sealed record Finding(string Subject, Health Health, string Detail)
{
    public Finding(string subject, bool passed, string detail) : this(subject, passed ? Health.Good : Health.Bad, detail)
    {
    }
}

/// <summary>The checks of 'doctor'. A new one is one line in <see cref="All"/>.</summary>
static class Examination
{
    const long LeastFreeBytes = 1L << 30;

    static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(5);

    public static IEnumerable<Func<CancellationToken, Task<Finding>>> All(DirectoryInfo data) =>
    [
        ProgramsAsync,
        ending => DatabaseAsync(data, ending),
        _ => Task.FromResult(Disk(data)),
        _ => Task.FromResult(Clock(TimeProvider.System)),
        FontsAsync,
    ];

    static async Task<Finding> ProgramsAsync(CancellationToken ending)
    {
        if (DatabaseConnection.Outside is not null)
        {
            return new Finding("postgresql", true, $"not needed here: {DatabaseConnection.ProgramVariable} is set");
        }

        var installed = await PostgresBinaries.FindAllAsync(ending);
        return installed.Count > 0
            ? new Finding("postgresql", true, string.Join(", ", installed.Select(b => $"{b.Major} in {b.Folder}")))
            : new Finding("postgresql", false, $"{PostgresBinaries.OldestMajor} or newer is not installed (apt-get install postgresql)");
    }

    static async Task<Finding> DatabaseAsync(DirectoryInfo data, CancellationToken ending)
    {
        try
        {
            await using var database = await DatabaseConnection.OpenAsync(data, DataFolderUse.Share, Progress.OnTerminal, ending);
            await using var source = NpgsqlDataSource.Create(database.ProgramConnectionString);
            await using var connection = await source.OpenConnectionAsync(ending);
            return await LookAsync(connection, database.IsPrivate ? "private" : "outside", ending);
        }
        catch (Exception e) when (e is PrivateClusterException or NpgsqlException)
        {
            return new Finding("database", false, OsCommand.OneLine(e.Message));
        }
    }

    // A database on another machine with another clock would order the audit trail wrongly.
    static async Task<Finding> LookAsync(NpgsqlConnection connection, string kind, CancellationToken ending)
    {
        await using var command = new NpgsqlCommand(
            "select clock_timestamp(), current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off'", connection);
        await using var row = await command.ExecuteReaderAsync(ending);
        await row.ReadAsync(ending);
        var skew = (row.GetFieldValue<DateTimeOffset>(0) - TimeProvider.System.GetUtcNow()).Duration();
        var durable = row.GetBoolean(1);
        var detail = $"{kind}, PostgreSQL {connection.PostgreSqlVersion}"
            + (durable ? "" : "; fsync or synchronous_commit is off: a power cut would lose saved work")
            + (skew <= LargestSkew ? "" : $"; its clock differs from ours by {skew.TotalSeconds:0} s");
        return new Finding("database", durable && skew <= LargestSkew, detail);
    }

    static Finding Disk(DirectoryInfo data)
    {
        var folder = data;
        while (!folder.Exists && folder.Parent is { } parent)
        {
            folder = parent;
        }

        var free = new DriveInfo(folder.FullName).AvailableFreeSpace;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GiB free at {data.FullName}");
        return free >= LeastFreeBytes
            ? new Finding("disk", true, detail)
            : new Finding("disk", false, $"{detail}; at least 1 GiB is needed");
    }

    /// <summary>A clock before the program was built is surely wrong.</summary>
    internal static Finding Clock(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var built = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(Examination).Assembly.Location), TimeSpan.Zero);
        var detail = now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return now >= built.AddDays(-1)
            ? new Finding("clock", true, detail)
            : new Finding("clock", false, $"{detail} lies before the program was built; set the machine's clock");
    }

    static async Task<Finding> FontsAsync(CancellationToken ending)
    {
        const string Remedy = "no Japanese font; printed documents would show boxes (apt-get install fonts-ipaexfont)";
        try
        {
            var answer = await OsCommand.RunAsync("fc-list", [":lang=ja", "family"], null, ending);
            return answer.Output.Length > 0
                ? new Finding("fonts", true, answer.Output.Split('\n')[0])
                : new Finding("fonts", Health.Limited, Remedy);
        }
        catch (PrivateClusterException)
        {
            return new Finding("fonts", Health.Limited, "fontconfig is not installed (apt-get install fontconfig fonts-ipaexfont)");
        }
    }
}
