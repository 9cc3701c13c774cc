using System.Diagnostics;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>From an empty folder to accounts, and what is refused on the way, by the program itself.</summary>
public sealed class Setting_an_installation_up : IAsyncLifetime
{
    readonly TemporaryData data = new();

    // One server for the class: every verb then joins it instead of starting one.
    PrivateCluster? cluster;

    public async ValueTask InitializeAsync() => cluster = await data.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        await data.DisposeAsync();
    }

    [Fact]
    public async Task Goes_step_by_step_and_says_what_comes_next()
    {
        Refused("tsunagi migrate", await RunAsync("serve --urls http://127.0.0.1:0"));
        Refused("tsunagi migrate", await RunAsync("profile load setagaya"));
        Done("", await RunAsync("migrate"));
        Refused("tsunagi profile load", await RunAsync("serve --urls http://127.0.0.1:0"));
        Refused("no profile", await RunAsync("profile load atlantis"));
        Done("setagaya: loaded", await RunAsync("profile load setagaya"));
        Done("setagaya: loaded", await RunAsync("profile load setagaya"));
        Refused("belongs to the profile 'setagaya'", await RunAsync("profile load bunkyo"));

        const string post = "--organisation elder-care-center.taishido --role DeskWorker";
        var password = Done("", await RunAsync($"user add Yamada --name 架空 {post}"));
        Assert.Equal(20, password.Trim().Length);
        Refused("Login", await RunAsync($"user add yamada --name 架空 {post}"));
        Refused("organisation 'nowhere'", await RunAsync("user add other --name 架空 --organisation nowhere --role DeskWorker"));
        Refused("no account 'nobody'", await RunAsync("user token nobody"));
        Assert.StartsWith("tsn_", Done("", await RunAsync("user token yamada")), StringComparison.Ordinal);
        Assert.Equal("", Done("", await RunAsync($"user add importer --name 架空取込 --program {post}")));
        Assert.StartsWith("tsn_", Done("", await RunAsync("user token importer")), StringComparison.Ordinal);
        Done("DeskWorker@elder-care-center.taishido\nHubOfficer@plat-home\n", await RunAsync("user roles yamada --add HubOfficer@plat-home"));
        Refused("does not hold", await RunAsync("user roles yamada --remove Auditor@plat-home"));

        Refused("demonstration", await RunAsync("demo-clock +1d"));
        Refused("real use", await RunAsync("demo --urls http://127.0.0.1:0"));
        Refused("real use", await RunAsync("demo --reset --urls http://127.0.0.1:0"));
        Done("sealed lines", await RunAsync("audit verify"));
    }

    static string Done(string says, (int Code, string Output, string Error) run)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
        return run.Output;
    }

    static void Refused(string says, (int Code, string Output, string Error) run)
    {
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(says, run.Error, StringComparison.Ordinal);
    }

    async Task<(int Code, string Output, string Error)> RunAsync(string line)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tsunagi.dll"), .. line.Split(' ')])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Tsunagi"] = cluster!.ProgramConnectionString;
        start.Environment["ConnectionStrings__TsunagiOwner"] = cluster.OwnerConnectionString;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
