using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;

namespace Tsunagi.Web.Hosting.SignIn;

/// <summary>
/// Slows guessing down without letting anyone lock a colleague out: failures are counted for the pair of sign-in name and
/// address, and for the address, in the database so that they hold over all nodes. Only hashes are kept.
/// </summary>
public sealed class SignInThrottle(AppDb db, TimeProvider clock)
{
    private const int MostPerPair = 5;
    private const int MostPerAddress = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Whether this pair, or this address, has failed too often of late.</summary>
    public async Task<bool> IsClosedAsync(string login, string address, CancellationToken ct)
    {
        var (pair, alone, window) = (Key($"{login}\n{address}"), Key(address), CurrentWindow());
        return await db.SignInAttempts.AnyAsync(
            a => a.Window == window && ((a.Key == pair && a.Failures >= MostPerPair) || (a.Key == alone && a.Failures >= MostPerAddress)), ct);
    }

    /// <summary>Counts a failure.</summary>
    public async Task CountAsync(string login, string address, CancellationToken ct)
    {
        var window = CurrentWindow();
        foreach (var key in (string[])[Key($"{login}\n{address}"), Key(address)])
            await db.Database.ExecuteSqlAsync($"""
                insert into sign_in_attempt (key, "window", failures) values ({key}, {window}, 1)
                on conflict (key, "window") do update set failures = sign_in_attempt.failures + 1
                """, ct);
    }

    private DateTimeOffset CurrentWindow()
    {
        var ticks = clock.GetUtcNow().Ticks;
        return new(ticks - ticks % Window.Ticks, TimeSpan.Zero);
    }

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
