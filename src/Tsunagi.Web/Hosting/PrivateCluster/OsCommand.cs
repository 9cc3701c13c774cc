using System.ComponentModel;
using System.Diagnostics;

namespace Tsunagi.Web.Hosting;

/// <summary>Runs one command of the operating system or of PostgreSQL, as another user if need be.</summary>
static class OsCommand
{
    public sealed record Result(int ExitCode, string Output, string Error)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Result> RunAsync(
        string file, IEnumerable<string> arguments, string? user, CancellationToken cancellationToken)
    {
        using var process = Launch(Describe(file, arguments, user));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new Result(process.ExitCode, (await output).Trim(), (await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static async Task RequireAsync(
        string file, IEnumerable<string> arguments, string? user, string purpose, CancellationToken cancellationToken)
    {
        var result = await RunAsync(file, arguments, user, cancellationToken);
        if (!result.Succeeded)
        {
            throw new PrivateClusterException($"Could not {purpose}: {OneLine(result.Error)}");
        }
    }

    public static ProcessStartInfo Describe(string file, IEnumerable<string> arguments, string? user)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/", // the caller's folder may be closed to the other user
        };
        if (user is not null)
        {
            start.UserName = user;
        }

        // PGDATA, PGOPTIONS and the like of the caller must not reach our own server.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        return start;
    }

    public static Process Launch(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)
                ?? throw new PrivateClusterException($"Could not start {start.FileName}.");
        }
        catch (Win32Exception e)
        {
            var user = string.IsNullOrEmpty(start.UserName) ? "" : $" as user {start.UserName}";
            throw new PrivateClusterException($"Could not run {start.FileName}{user}: {e.Message}", e);
        }
    }

    public static string OneLine(string text) =>
        string.Join(" | ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
