using System.Security.Cryptography;
using System.Text;

namespace Tsunagi.Domain.Shared;

/// <summary>
/// Makes ids from a clock and a random source, so that a seed and a date reproduce a whole town.
/// </summary>
/// <remarks>Safe for use by several threads when the random source is; the one made by <see cref="Secure"/> is.</remarks>
public sealed class IdSource
{
    private readonly TimeProvider clock;
    private readonly Action<Span<byte>> fill;

    private IdSource(TimeProvider clock, Action<Span<byte>> fill) => (this.clock, this.fill) = (clock, fill);

    /// <summary>Ids that cannot be guessed, for real work.</summary>
    public static IdSource Secure(TimeProvider clock) => new(clock, RandomNumberGenerator.Fill);

    /// <summary>Ids that a seed reproduces, for generated data and tests. Not for secrets; one thread at a time.</summary>
    public static IdSource Seeded(TimeProvider clock, Random random) => new(clock, random.NextBytes);

    /// <summary>A new id: 48 bits of Unix milliseconds, then 74 random bits (RFC 9562 version 7).</summary>
    public Id<T> Next<T>()
    {
        Span<byte> bytes = stackalloc byte[16];
        fill(bytes);
        var milliseconds = clock.GetUtcNow().ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--)
        {
            bytes[i] = (byte)milliseconds;
            milliseconds >>= 8;
        }
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(new Guid(bytes, bigEndian: true));
    }

    /// <summary>
    /// The id of something whose name is its identity (an organisation of a profile): the same name gives the same id
    /// on every machine (RFC 9562 version 8, SHA-256).
    /// </summary>
    public static Id<T> Named<T>(string name)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(T).Name}:{name}"), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(new Guid(bytes[..16], bigEndian: true));
    }
}
