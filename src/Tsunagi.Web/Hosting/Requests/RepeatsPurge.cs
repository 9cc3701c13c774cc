using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>Forgets what was answered to posts that nobody will send again, once an hour.</summary>
sealed partial class RepeatsPurge(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RepeatsPurge> log) : BackgroundService
{
    /// <summary>A tab may lie open over a long weekend; no client retries for longer.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var every = new PeriodicTimer(TimeSpan.FromHours(1));
        try
        {
            while (await every.WaitForNextTickAsync(stoppingToken)) await PurgeAsync(stoppingToken);
        }
        catch (OperationCanceledException) { }
    }

    internal async Task PurgeAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, until) = (scope.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow() - Kept);
            await db.Database.ExecuteSqlAsync($"delete from idempotency_key where at < {until}", ct);
        }
        catch (Exception e) when (DatabaseTrouble.In(e) is not null)
        {
            NotForgotten(log, DatabaseTrouble.In(e)!.SqlState);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old answers could not be forgotten just now (SQLSTATE {State}); it is tried again in an hour.")]
    private static partial void NotForgotten(ILogger log, string? state);
}
