using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Notices.Match;

/// <summary>
/// 夜間の見回り: runs <see cref="MatchAtNight"/> once in a night, whichever node is first. A demonstration's day may be over in a moment,
/// so there it runs as soon as the day has changed.
/// </summary>
sealed partial class NightWatch(IServiceScopeFactory scopes, TimeProvider clock, ServeOptions options, ILogger<NightWatch> log) : BackgroundService
{
    /// <summary>When a town is asleep.</summary>
    private static readonly (TimeOnly From, TimeOnly Until) Night = (new(1, 0), new(5, 0));

    private TimeSpan Every => options.Demo ? TimeSpan.FromSeconds(20) : TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var every = new PeriodicTimer(Every);
        try
        {
            while (await every.WaitForNextTickAsync(stoppingToken))
                if (options.Demo || IsNight(clock.GetUtcNow())) await NightAsync(stoppingToken);
        }
        catch (OperationCanceledException) { }
    }

    /// <summary>Whether the matching runs at an instant.</summary>
    internal static bool IsNight(DateTimeOffset now) => TimeOnly.FromDateTime(JapanTime.LocalOf(now)) is var time && Night.From <= time && time < Night.Until;

    /// <summary>One run. Whatever goes wrong ends neither the host nor the watch: it is logged, without the words of the error, and tried again.</summary>
    internal async Task NightAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<Work>();
            await work.BeginAsync(SystemWork.Actor, ct);
            await scope.ServiceProvider.GetRequiredService<MatchAtNight>().RunAsync(again: false, ct);
            await work.CompleteAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotMatched(log, e.GetType().Name, DatabaseTrouble.In(e)?.SqlState);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nightly matching could not be done just now ({Error}, SQLSTATE {State}); it is tried again.")]
    private static partial void NotMatched(ILogger log, string error, string? state);
}
