using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Web.Features.Search;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Tests.Support;

/// <summary>
/// The real host on a real port over a database of its own; one per test class (class fixture). Its clock can be moved.
/// </summary>
public class TestApp(TestCluster cluster) : IAsyncLifetime
{
    private WebApplication? app;

    public TestDatabase Database { get; private set; } = null!;
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;
    protected virtual bool Demo => false;

    /// <summary>The ward whose profile it runs on.</summary>
    public virtual string Profile => TestTown.Profile;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await cluster.CloneAsync(Profile);
        app = TsunagiHost.Build(new ServeOptions { ConnectionString = Database.Program, Data = Database.Data, Urls = "http://127.0.0.1:0", Demo = Demo, Profile = Profile }, Change);
        await app.StartAsync();
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>What is put into the host besides, to watch it at work.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    /// <summary>Moves the program's clock on.</summary>
    public void Wait(TimeSpan time) => Services.GetRequiredService<ShiftedClock>().Offset += time;

    /// <summary>A browser nobody is signed in to.</summary>
    public TestBrowser Visit() => new(Address);

    /// <summary>A browser in which somebody of <see cref="TestTown"/> is signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string login)
    {
        var browser = Visit();
        await browser.SignInAsync(login);
        return browser;
    }

    /// <summary>Where somebody of <see cref="TestTown"/> finds the results of a search.</summary>
    public async Task<string> SearchPathAsync(string login, string query)
    {
        await using var db = Database.OpenAsOwner();
        return Services.GetRequiredService<SearchAddress>().Of(query, await db.Accounts.Where(a => a.Login == login).Select(a => a.Id).SingleAsync());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null) await app.DisposeAsync();
    }
}

/// <summary>The same host on the other shipped profile.</summary>
public sealed class BunkyoApp(TestCluster cluster) : TestApp(cluster)
{
    public override string Profile => "bunkyo";
}
