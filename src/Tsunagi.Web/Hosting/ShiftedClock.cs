namespace Tsunagi.Web.Hosting;

/// <summary>The system's clock, moved by an offset that the operator of a demo may change while it runs.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long offset;

    /// <summary>By how much the clock is moved; zero outside a demo.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offset));
        set => Interlocked.Exchange(ref offset, value.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
