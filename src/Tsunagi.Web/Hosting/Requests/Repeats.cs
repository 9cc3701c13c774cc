using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>
/// One effect however often the same post arrives: the key is stored in the transaction of the effect, so a repeat waits
/// for the first to end and then answers the same (double click, back button, two tabs, a retry after a lost answer).
/// </summary>
sealed class Repeats(AppDb db, Work work)
{
    /// <summary>Claims a key; returns what was answered before when it is taken.</summary>
    public async Task<IdempotencyKey?> ClaimAsync(string key, string fingerprint, CancellationToken ct)
    {
        var account = work.Actor.Account.Value;
        var claimed = await db.Database.ExecuteSqlAsync($"""
            insert into idempotency_key (account_id, key, fingerprint, at, status) values ({account}, {key}, {fingerprint}, {work.Now}, 0)
            on conflict do nothing
            """, ct);
        return claimed == 1 ? null : await db.IdempotencyKeys.AsNoTracking().SingleAsync(k => k.AccountId == account && k.Key == key, ct);
    }

    /// <summary>Remembers the answer to a claimed key: ids and addresses, never a record, which must be asked for anew.</summary>
    public Task RememberAsync(string key, int status, string? location, string? body, CancellationToken ct)
    {
        var account = work.Actor.Account.Value;
        return db.Database.ExecuteSqlAsync(
            $"update idempotency_key set status = {status}, location = {location}, body = {body} where account_id = {account} and key = {key}", ct);
    }

    /// <summary>Gives a key back: nothing took effect, so the form may be sent again with the same one.</summary>
    public Task ReleaseAsync(string key, CancellationToken ct)
    {
        var account = work.Actor.Account.Value;
        return db.Database.ExecuteSqlAsync($"delete from idempotency_key where account_id = {account} and key = {key}", ct);
    }

    /// <summary>What a request asks for, and in whose name, so that the same key with another content is recognised as a mistake.</summary>
    public string Fingerprint(HttpRequest request, ReadOnlySpan<byte> body)
    {
        var target = Encoding.UTF8.GetBytes($"{work.Actor.Organisation} {request.Method} {request.Path}{request.QueryString}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. target, .. body]));
    }
}
