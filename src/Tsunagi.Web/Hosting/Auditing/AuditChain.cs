using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Tsunagi.Web.Hosting.Auditing;

/// <summary>What a check of the audit found.</summary>
/// <param name="Checked">Sealed lines that were read.</param>
/// <param name="Unsealed">Lines not sealed yet (the last second or so).</param>
/// <param name="BrokenAt">The first line that is not as it was sealed; null when all are.</param>
public sealed record AuditFinding(long Checked, long Unsealed, long? BrokenAt);

/// <summary>
/// Checks the hash chain by code of its own: it recomputes every hash from the stored lines and compares. It reads as the
/// owner, since lines of sealed matters are hidden from the program.
/// </summary>
public static class AuditChain
{
    private const string Sql = """
        select s.position, s.hash, s.sequence, e.sequence is not null and e.at >= @since, audit_text(e)
        from audit_seal s left join audit_entry e using (sequence) order by s.position
        """;

    /// <summary>Reads the chain from its beginning; lines written before <paramref name="since"/> are hashed but not counted.</summary>
    public static async Task<AuditFinding> VerifyAsync(NpgsqlConnection owner, DateTimeOffset since, CancellationToken ct)
    {
        long counted = 0, expected = 0;
        byte[] last = [];
        long? broken = null;
        await using (var command = new NpgsqlCommand(Sql, owner))
        {
            command.Parameters.AddWithValue("since", since.UtcDateTime);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (broken is null && await reader.ReadAsync(ct))
            {
                expected++;
                var text = await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4);
                var hash = text is null ? [] : SHA256.HashData([.. last, .. Encoding.UTF8.GetBytes(text)]);
                last = reader.GetFieldValue<byte[]>(1);
                if (reader.GetInt64(0) != expected || !hash.AsSpan().SequenceEqual(last)) broken = reader.GetInt64(2);
                else if (reader.GetBoolean(3)) counted++;
            }
        }
        return new(counted, await UnsealedAsync(owner, ct), broken);
    }

    private static async Task<long> UnsealedAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select (select count(*) from audit_entry) - (select count(*) from audit_seal)", owner);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
