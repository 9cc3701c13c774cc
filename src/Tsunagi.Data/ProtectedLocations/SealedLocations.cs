using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.ProtectedLocations;

/// <summary>One version of a protected location as stored: unreadable without the key, which is not in the database.</summary>
/// <param name="KeyId">Which key sealed it.</param>
/// <param name="Nonce">The nonce.</param>
/// <param name="Ciphertext">The text and its tag.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="WrittenBy">By whom.</param>
public sealed record SealedLocation(string KeyId, byte[] Nonce, byte[] Ciphertext, DateTimeOffset WrittenAt, Guid WrittenBy);

/// <summary>
/// 居場所の封: the table of protected locations, which is no part of the model, so that no query can join it. The database
/// shows a row only to a named reader who has written down, in the same transaction, that they look (Sql/40-protected-location.sql).
/// </summary>
public sealed class SealedLocations(AppDb db)
{
    /// <summary>Adds a version; earlier ones stay.</summary>
    public Task AddAsync(Id<Person> person, SealedLocation location, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        insert into protected_location (person_id, key_id, nonce, ciphertext, written_at, written_by)
        values ({person.Value}, {location.KeyId}, {location.Nonce}, {location.Ciphertext}, {location.WrittenAt}, {location.WrittenBy})
        """, ct);

    /// <summary>Every version that the present account may see now, newest first.</summary>
    public Task<List<SealedLocation>> OfAsync(Id<Person> person, CancellationToken ct) => db.Database.SqlQuery<SealedLocation>($"""
        select key_id as "KeyId", nonce as "Nonce", ciphertext as "Ciphertext", written_at as "WrittenAt", written_by as "WrittenBy"
        from protected_location where person_id = {person.Value} order by sequence desc
        """).ToListAsync(ct);
}
