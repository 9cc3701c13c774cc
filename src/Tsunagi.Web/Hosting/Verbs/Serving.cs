namespace Tsunagi.Web.Hosting;

/// <summary>Runs the host on its database until told to end: the host first, then the cluster.</summary>
static class Serving
{
    /// <param name="data">The data folder.</param>
    /// <param name="prepare">Makes the database ready and says how to serve.</param>
    /// <param name="ready">What more to tell once it listens.</param>
    /// <param name="ending">Ends it.</param>
    public static async Task<int> RunAsync(
        DirectoryInfo data, Func<DatabaseConnection, CancellationToken, Task<ServeOptions>> prepare, Action<ServeOptions>? ready, CancellationToken ending)
    {
        await using var database = await DatabaseConnection.OpenAsync(data, DataFolderUse.Own, Progress.OnTerminal, ending);
        var options = await prepare(database, ending);
        await using var app = TsunagiHost.Build(options);
        await StartAsync(app, ending);
        foreach (var url in app.Urls)
        {
            Console.WriteLine($"Tsunagi is ready: {url}");
        }

        ready?.Invoke(options);
        await UntilEndingAsync(app, ending);
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    static async Task StartAsync(WebApplication app, CancellationToken ending)
    {
        try
        {
            await app.StartAsync(ending);
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException)
        {
            throw new VerbException($"Cannot listen: {OsCommand.OneLine(e.Message)} Choose another address with --urls.", e);
        }
    }

    // The host hears of signals as well; whoever is first ends the wait.
    static async Task UntilEndingAsync(WebApplication app, CancellationToken ending)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ending, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
