using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Demo;

/// <summary>How a demonstration is to be made.</summary>
/// <param name="Persons">How many synthetic residents.</param>
/// <param name="Seed">The same seed, number, profile and day make the same town.</param>
/// <param name="Today">The day the town is made for: its two years end there.</param>
public sealed record TownWish(int Persons, int Seed, DateOnly Today)
{
    /// <summary>Work begins on 1 April two fiscal years before the present one ends: one whole year, and this one so far.</summary>
    public DateOnly Begin => new(JapanTime.FiscalYearOf(Today) - 1, 4, 1);
}

/// <summary>A clock that the story moves on.</summary>
public sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The instant it stands at.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>架空の町を作る: the profile, the people to sign in as, the residents, and two years of work.</summary>
public static class FoundTown
{
    public static async Task RunAsync(AppDb owner, WardProfile profile, TownWish wish, Action<string>? progress, CancellationToken ct)
    {
        await DemoData.BeginAsync(owner, ct);
        await LoadProfile.RunAsync(owner, profile, ct);
        var clock = new StoryClock(JapanTime.At(wish.Begin, new TimeOnly(8, 30)));
        var ids = IdSource.Seeded(clock, new Random(wish.Seed));
        await MakeAccountsAsync(owner, profile, wish, clock, ids, ct);
        progress?.Invoke("Accounts made.");
        await DemoData.FinishAsync(owner, wish.Persons, wish.Seed, wish.Today, ct);
    }

    // Nobody knows a password: these accounts are entered by the one-click sign-in of a demonstration, or not at all.
    private static async Task MakeAccountsAsync(AppDb db, WardProfile profile, TownWish wish, StoryClock clock, IdSource ids, CancellationToken ct)
    {
        foreach (var person in DemoAccounts.Of(profile, wish.Today))
        {
            // The sign-in page lists them by id, which begins with the millisecond.
            clock.Now += TimeSpan.FromMilliseconds(1);
            var account = new Account(ids.Next<Account>(), person.Login, person.Name) { SecurityStamp = ids.Next<Account>().ToString() };
            foreach (var (post, number) in person.Posts.Select((p, i) => (p, i)))
            {
                clock.Now += TimeSpan.FromMilliseconds(1);
                account.Join(ids.Next<Membership>(), Organisation.IdOf(profile.Name, post.Organisation.Code), post.Role, wish.Begin.AddDays(number));
            }
            db.Accounts.Add(account);
            await db.SaveAsync(new WorkContext(new Stamp(default, default, clock.Now), Permission.ManageAccounts), ct);
        }
    }
}
