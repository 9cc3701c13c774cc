using System.Diagnostics;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>The real program, serving in a process of its own.</summary>
sealed class ServingProgram : IDisposable
{
    readonly Process process;

    ServingProgram(Process process) => this.process = process;

    public static async Task<ServingProgram> StartAsync(DirectoryInfo data)
    {
        // A program serves only what was set up: the schema first, then a ward.
        Assert.Equal(0, await Verbs.RunAsync(["migrate", "--data", data.FullName]));
        Assert.Equal(0, await Verbs.RunAsync(["profile", "load", "setagaya", "--data", data.FullName]));
        var program = Path.Combine(AppContext.BaseDirectory, "tsunagi.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--data", data.FullName, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        var serving = new ServingProgram(Process.Start(start)!);
        while (await serving.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Tsunagi is ready:", StringComparison.Ordinal))
            {
                return serving;
            }
        }

        throw new InvalidOperationException("The program ended before it was ready.");
    }

    /// <summary>SIGKILL: the program has no chance to stop its database.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> EndOrderlyAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
