using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;

namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>
/// Slows guessing down without letting anyone lock a colleague out: tries are counted for the pair of sign-in name and address, and
/// for the address, in the database so that they hold over all nodes. Only hashes are kept. A try is counted before the password is
/// looked at and given back when it was right: of many at once, no more are heard than one after the other.
/// </summary>
public sealed class SignInThrottle(AppDb db, TimeProvider clock)
{
    private const int MostPerPair = 5;
    private const int MostPerAddress = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try; null when this pair, or this address, has failed too often of late.</summary>
    public async Task<SignInTry?> BeginAsync(string login, string address, CancellationToken ct)
    {
        var begun = new SignInTry(Key($"{login}\n{address}"), Key(address), CurrentWindow());
        var ofPair = await CountAsync(begun.Pair, begun.Window, ct);
        var ofAddress = await CountAsync(begun.Address, begun.Window, ct);
        return ofPair <= MostPerPair && ofAddress <= MostPerAddress ? begun : null;
    }

    /// <summary>The password was right: the try was none.</summary>
    public async Task GiveBackAsync(SignInTry begun, CancellationToken ct)
    {
        foreach (var key in (string[])[begun.Pair, begun.Address])
            await db.Database.ExecuteSqlAsync($"""
                update sign_in_attempt set failures = failures - 1 where key = {key} and "window" = {begun.Window}
                """, ct);
    }

    private async Task<int> CountAsync(string key, DateTimeOffset window, CancellationToken ct) => (await db.Database.SqlQuery<int>($"""
        insert into sign_in_attempt (key, "window", failures) values ({key}, {window}, 1)
        on conflict (key, "window") do update set failures = sign_in_attempt.failures + 1 returning failures as "Value"
        """).ToListAsync(ct))[0];

    private DateTimeOffset CurrentWindow()
    {
        var ticks = clock.GetUtcNow().Ticks;
        return new(ticks - ticks % Window.Ticks, TimeSpan.Zero);
    }

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A try that was counted.</summary>
public sealed record SignInTry(string Pair, string Address, DateTimeOffset Window);
