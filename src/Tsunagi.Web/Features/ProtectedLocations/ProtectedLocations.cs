using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.ProtectedLocations;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>One version of a protected location, readable.</summary>
public sealed record OpenedLocation(ProtectedPlace Place, DateTimeOffset WrittenAt, Id<Account> WrittenBy);

/// <summary>
/// 保護された居場所: the only code that seals and opens protected locations. AES-256-GCM; the person's id is
/// authenticated with the text, so that a row moved to another person does not open.
/// </summary>
public sealed class ProtectedLocations(SealedLocations store, LocationKey key, AppDb db, Work work)
{
    /// <summary>The kind of the audit line that a writing leaves.</summary>
    public const string Written = "ProtectedLocationWritten";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Adds a version, in the running transaction.</summary>
    public async Task StoreAsync(Id<Person> person, ProtectedPlace place, Permission permission, CancellationToken ct)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(place, Json);
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var ciphertext = new byte[text.Length + AesGcm.TagByteSizes.MaxSize];
        using (var aes = new AesGcm(key.Bytes, AesGcm.TagByteSizes.MaxSize))
            aes.Encrypt(nonce, text, ciphertext.AsSpan(0, text.Length), ciphertext.AsSpan(text.Length), Authenticated(person));
        await store.AddAsync(person, new(key.Id, nonce, ciphertext, work.Now, work.Actor.Account.Value), ct);
        db.Note(work.Context(permission), Written, RootRef.Of(RootKind.Person, person));
    }

    /// <summary>Every version, newest first. The look was written down before: otherwise the database shows nothing.</summary>
    public async Task<IReadOnlyList<OpenedLocation>> OpenAsync(LocationRead read, CancellationToken ct) =>
        [.. (await store.OfAsync(read.PersonId, ct)).Select(s => new OpenedLocation(Open(read.PersonId, s), s.WrittenAt, new(s.WrittenBy)))];

    private ProtectedPlace Open(Id<Person> person, SealedLocation location)
    {
        if (location.KeyId != key.Id) throw new InvalidOperationException($"The location was sealed with the key {location.KeyId}, which is not here: restore keys/location.key.");
        var text = new byte[location.Ciphertext.Length - AesGcm.TagByteSizes.MaxSize];
        using (var aes = new AesGcm(key.Bytes, AesGcm.TagByteSizes.MaxSize))
            aes.Decrypt(location.Nonce, location.Ciphertext.AsSpan(0, text.Length), location.Ciphertext.AsSpan(text.Length), text, Authenticated(person));
        return JsonSerializer.Deserialize<ProtectedPlace>(text, Json)!;
    }

    private static byte[] Authenticated(Id<Person> person) => Encoding.ASCII.GetBytes($"person:{person}");
}
