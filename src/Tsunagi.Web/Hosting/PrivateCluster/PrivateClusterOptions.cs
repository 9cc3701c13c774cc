namespace Tsunagi.Web.Hosting;

/// <summary>How a private cluster is made and kept. The defaults are the ones for real data.</summary>
public sealed record PrivateClusterOptions
{
    public static PrivateClusterOptions Durable { get; } = new();

    /// <summary>For tests: quick, unsafe against a power cut, and gone after use.</summary>
    public static PrivateClusterOptions ThrowAway { get; } = new()
    {
        Fsync = false,
        SharedBuffersMegabytes = 64,
        RemoveOnDispose = true,
    };

    /// <summary>Off, an acknowledged save can be lost in a power cut. Never off for real data.</summary>
    public bool Fsync { get; init; } = true;

    /// <summary>What PostgreSQL keeps in memory itself: a quarter of what there is, for what is in none of it takes five times as long (docs/performance.md).</summary>
    public int SharedBuffersMegabytes { get; init; } = (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 >> 20, 128, 2048);

    public int MaxConnections { get; init; } = 120;

    /// <summary>Removes the cluster (not the rest of the data folder) after it was stopped.</summary>
    public bool RemoveOnDispose { get; init; }

    /// <summary>How long a start may take; recovery after a crash replays the journal first.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
