using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Demo.Clock;

/// <summary>デモの時計: by how much a demonstration's clock is ahead, kept in the database so that every node agrees.</summary>
public static class DemoClock
{
    /// <summary>The setting: whole seconds.</summary>
    public const string Setting = "demo.clock";

    /// <summary>No farther than this from the real time: what is farther is a slip of the keyboard.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(366 * 20);

    public static async Task<TimeSpan> ReadAsync(AppDb db, CancellationToken ct)
    {
        var text = await db.Settings.AsNoTracking().Where(s => s.Name == Setting).Select(s => s.Value).SingleOrDefaultAsync(ct);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
    }

    public static Task SetAsync(AppDb db, TimeSpan offset, CancellationToken ct)
    {
        var value = ((long)offset.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return db.Database.ExecuteSqlAsync(
            $"insert into setting (name, value) values ({Setting}, {value}) on conflict (name) do update set value = excluded.value", ct);
    }
}

/// <summary>Follows the setting while a demonstration is served, so that the verb demo-clock is felt within a second.</summary>
sealed partial class DemoClockFollower(IServiceScopeFactory scopes, ShiftedClock clock, ILogger<DemoClockFollower> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var every = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            do await FollowAsync(stoppingToken);
            while (await every.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { }
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            clock.Offset = await DemoClock.ReadAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), ct);
        }
        catch (Exception e) when (DatabaseTrouble.In(e) is not null)
        {
            NotFollowed(log, DatabaseTrouble.In(e)!.SqlState);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo clock could not be read just now (SQLSTATE {State}); it is tried again.")]
    private static partial void NotFollowed(ILogger log, string? state);
}
