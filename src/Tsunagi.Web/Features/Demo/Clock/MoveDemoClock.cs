using System.Text.Json;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Demo.Clock;

/// <summary>デモの時計を進める: only forward, since what was recorded cannot come to lie in the future.</summary>
public sealed class MoveDemoClock(AppDb db, Work work, ShiftedClock clock)
{
    /// <summary>What the audit calls it.</summary>
    public const string Moved = "DemoClockMoved";

    public async Task<Outcome> RunAsync(TimeSpan by, CancellationToken ct)
    {
        var offset = await DemoClock.ReadAsync(db, ct) + by;
        if (by <= TimeSpan.Zero || offset > DemoClock.Farthest)
            return await work.FinishAsync(Outcome.Refused(RefusalCode.PeriodReversed, "By"), Permission.MoveDemoClock, RootRef.System, ct);
        await DemoClock.SetAsync(db, offset, ct);
        db.Note(work.Context(Permission.MoveDemoClock), Moved, RootRef.System, JsonSerializer.Serialize(new { seconds = (long)by.TotalSeconds }));
        clock.Offset = offset;
        return Outcome.Done;
    }
}
