namespace Tsunagi.Bench.Linkage;

/// <summary>What was kept, so that it can be told to be the same everywhere.</summary>
/// <param name="Kept">How many pairs weigh enough.</param>
/// <param name="Indexes">A sum over the indexes of the pairs.</param>
/// <param name="Bound">A sum over the indexes and the weight of each pair, in 4096ths.</param>
sealed record Checksum(long Kept, long Indexes, long Bound);

/// <summary>Seconds by the clock and of processor time.</summary>
readonly record struct Cost(double Wall, double Processor);

/// <summary>One of those that are set side by side.</summary>
interface ISide
{
    string Name { get; }

    /// <summary>Reads the prepared records.</summary>
    Task<Cost> LoadAsync(string path, int count);

    /// <summary>Brings pairs together, compares, weighs, and keeps what weighs enough.</summary>
    Task<Cost> ScoreAsync();

    /// <summary>How many pairs are brought together.</summary>
    Task<long> PairsAsync();

    /// <summary>What the last scoring kept.</summary>
    Task<Checksum> ChecksumAsync();
}
