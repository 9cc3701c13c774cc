using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;

namespace Tsunagi.Web.Hosting.Auditing;

/// <summary>
/// Chains the audit lines of finished transactions, once a second. Every node runs one; the database lets one work at a
/// time. Lines that wait for the seal are already stored: a node that dies loses none.
/// </summary>
sealed partial class AuditSealer(IServiceScopeFactory scopes, ILogger<AuditSealer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await every.WaitForNextTickAsync(stoppingToken)) await SealAsync(stoppingToken);
        }
        catch (OperationCanceledException) { }
    }

    private async Task SealAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.Database.SqlQuery<long>($"select seal_audit() as \"Value\"").ToListAsync(ct);
        }
        catch (Exception e) when (DatabaseTrouble.In(e) is not null)
        {
            Unsealed(log, DatabaseTrouble.In(e)!.SqlState);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit could not be sealed just now (SQLSTATE {State}); it is tried again in a second.")]
    private static partial void Unsealed(ILogger log, string? state);
}
