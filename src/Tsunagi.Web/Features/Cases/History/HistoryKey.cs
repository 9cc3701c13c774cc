using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>
/// Where a page of a 閲覧履歴 ended. The lines of the whole audit are numbered in one row, so that two numbers tell how much was
/// done elsewhere in between: the number stands in an address sealed, for one reader and one case.
/// </summary>
public sealed class HistoryKey(IDataProtectionProvider protection)
{
    public string Seal(long sequence, Id<Case> @case, Id<Account> reader)
    {
        var number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        return WebEncoders.Base64UrlEncode(Of(@case, reader).Protect(number));
    }

    /// <summary>Null for anything that was not sealed here, and the history begins anew.</summary>
    public long? Open(string? key, Id<Case> @case, Id<Account> reader)
    {
        if (string.IsNullOrEmpty(key)) return null;
        try
        {
            return BinaryPrimitives.ReadInt64BigEndian(Of(@case, reader).Unprotect(WebEncoders.Base64UrlDecode(key)));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Of(Id<Case> @case, Id<Account> reader) => protection.CreateProtector(nameof(HistoryKey), @case.ToString(), reader.ToString());
}
