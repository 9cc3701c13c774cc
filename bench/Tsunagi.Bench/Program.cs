using System.Diagnostics;
using System.Globalization;
using Tsunagi.Bench;
using Tsunagi.Bench.Linkage;
using Tsunagi.Web.Hosting;

// bench/run counts|instructions|load|search DIR [PERSONS] [SECONDS] [PAGES-PER-SECOND,…]: see docs/performance.md;
// bench/run linkage|linkage-scaling DIR [PERSONS]: see docs/linkage-bench.md.
if (args is not [("town" or "counts" or "instructions" or "load" or "search" or "linkage" or "linkage-scaling") and var what, var folder, .. var rest])
{
    Console.Error.WriteLine("Usage: bench/run town|counts|instructions|load|search|linkage|linkage-scaling DIR [PERSONS] [SECONDS] [PAGES-PER-SECOND,…]");
    return 2;
}
using var ending = new CancellationTokenSource();
var data = new DirectoryInfo(folder);
int Number(int at, int usual) => rest.Length > at ? int.Parse(rest[at], CultureInfo.InvariantCulture) : usual;
var (persons, seconds) = (Number(0, 100_000), Number(1, 60));
if (what == "linkage")
{
    await SideBySide.RunAsync(Directory.CreateDirectory(folder), Number(0, 850_000));
    return 0;
}
if (what == "linkage-scaling")
{
    Scaling.Run(Directory.CreateDirectory(folder));
    return 0;
}
await using (var database = await DatabaseConnection.OpenAsync(data, DataFolderUse.Own, Progress.OnTerminal, ending.Token))
{
    await BenchTown.MakeAsync(database, data, persons, seed: 1, ending.Token);
    if (what == "counts") await Counts.RunAsync(database, data, ending.Token);
    if (what == "instructions") await Instructions.RunAsync(database, data, ending.Token);
}
if (what is "load" or "search") await LoadAsync();
return 0;

// Of load, the server and its database on one core, the generator on the other; of searches, all on both, for what counts is how long one takes.
async Task LoadAsync()
{
    var server = new Uri("http://127.0.0.1:5199");
    using var program = Process.Start(new ProcessStartInfo("taskset",
        ["-c", what == "load" ? "0" : "0,1", "dotnet", Path.Combine(AppContext.BaseDirectory, "tsunagi.dll"), "serve", "--data", data.FullName, "--urls", server.ToString()]))!;
    try
    {
        await ReadyAsync(server);
        await using var database = await DatabaseConnection.OpenAsync(data, DataFolderUse.Share, null, ending.Token);
        List<Visitor> visitors = [.. await BenchTown.VisitorsAsync(database, server, "load.", 3, ending.Token), .. await BenchTown.VisitorsAsync(database, server, "staff.", 60, ending.Token)];
        visitors = [.. visitors.Where(v => v.CasePaths.Count > 0 && v.PersonPaths.Count > 0)];
        if (what == "search")
        {
            await SearchAsync(database, visitors, server);
            return;
        }
        var load = new Load(server, visitors, database.OwnerConnectionString!);
        Load.Head();
        // Compiled and tiered up before anything counts.
        load.Run(20, 90);
        foreach (var rate in rest.Length > 2 ? rest[2].Split(',') : ["45", "135"]) load.Run(double.Parse(rate, CultureInfo.InvariantCulture), seconds);
    }
    finally
    {
        Process.Start("kill", ["-TERM", program.Id.ToString(CultureInfo.InvariantCulture)])!.WaitForExit();
        await program.WaitForExitAsync();
    }
}

// The hard queries one by one, then 20 searches a second beside the usual pages.
async Task SearchAsync(DatabaseConnection database, IReadOnlyList<Visitor> visitors, Uri server)
{
    var searches = new Searches(server, await Searches.OfAsync(database, visitors, ending.Token));
    var load = new Load(server, visitors, database.OwnerConnectionString!, searches);
    load.Run(10, 60, 20);
    searches.Hard();
    Load.Head();
    foreach (var rate in rest.Length > 2 ? rest[2].Split(',') : ["0.01", "20"]) load.Run(double.Parse(rate, CultureInfo.InvariantCulture), seconds, 20);
}

static async Task ReadyAsync(Uri server)
{
    using var http = new HttpClient { BaseAddress = server };
    for (var tries = 0; ; tries++)
    {
        try
        {
            if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) return;
        }
        catch (HttpRequestException) when (tries < 120)
        {
        }
        await Task.Delay(500);
    }
}
