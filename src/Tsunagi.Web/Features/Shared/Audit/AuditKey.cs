using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>
/// Where a page of audit lines ended. The lines of the whole audit are numbered in one row, so that two numbers tell how much was
/// done elsewhere in between: the number stands in an address sealed, for one reader and one list.
/// </summary>
public sealed class AuditKey(IDataProtectionProvider protection)
{
    private const int Size = 2 * sizeof(long);

    /// <summary>Where a line stands.</summary>
    /// <param name="At">Its instant.</param>
    /// <param name="Sequence">Its number.</param>
    public readonly record struct Place(DateTimeOffset At, long Sequence);

    /// <summary>As it stands in an address.</summary>
    /// <param name="last">The last line of the page.</param>
    /// <param name="list">Which list: the id of a case, or the name of another.</param>
    /// <param name="reader">For whom.</param>
    public string Seal(AuditEntry last, string list, Id<Account> reader)
    {
        var place = new byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(place, last.At.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(sizeof(long)), last.Sequence);
        return WebEncoders.Base64UrlEncode(Of(list, reader).Protect(place));
    }

    /// <summary>Null for anything that was not sealed here, and the list begins anew.</summary>
    public Place? Open(string? key, string list, Id<Account> reader)
    {
        if (string.IsNullOrEmpty(key)) return null;
        try
        {
            ReadOnlySpan<byte> place = Of(list, reader).Unprotect(WebEncoders.Base64UrlDecode(key));
            return new(new(BinaryPrimitives.ReadInt64BigEndian(place), TimeSpan.Zero), BinaryPrimitives.ReadInt64BigEndian(place[sizeof(long)..]));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Of(string list, Id<Account> reader) => protection.CreateProtector(nameof(AuditKey), list, reader.ToString());
}

/// <summary>Lines of the audit in the order they are read in.</summary>
static class AuditOrder
{
    /// <summary>Newest first, behind where the page before ended.</summary>
    public static IQueryable<AuditEntry> NewestBehind(this IQueryable<AuditEntry> entries, AuditKey.Place? last) =>
        // The first condition is the one an index begins at; the second leaves out the rest of that instant.
        (last is { } place ? entries.Where(e => e.At <= place.At && (e.At < place.At || e.Sequence < place.Sequence)) : entries)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence);
}
