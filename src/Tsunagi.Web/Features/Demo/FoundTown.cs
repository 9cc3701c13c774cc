using Tsunagi.Data;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Bulk;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Demo.Story;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Demo;

/// <summary>How a demonstration is to be made.</summary>
/// <param name="Persons">How many synthetic residents.</param>
/// <param name="Seed">The same seed, number, profile and day make the same town.</param>
/// <param name="Today">The day the town is made for: its two years end there.</param>
/// <param name="Years">How many fiscal years of work, the present one so far among them.</param>
/// <param name="Played">How many residents' work is played act by act, the others' being made in bulk; by the size of the town when null.</param>
public sealed record TownWish(int Persons, int Seed, DateOnly Today, int Years = 2, int? Played = null)
{
    private const int AllPlayedUpTo = 5_000;
    private const int PlayedOfMore = 1_500;
    private const int AllWorkedUpTo = 200_000;
    private const int WorkedOfMore = 100_000;

    /// <summary>Whether the town is so large that most of its people are written down and have asked for nothing.</summary>
    public bool IsLarge => Persons > AllWorkedUpTo;

    /// <summary>Of how many residents there is work; the others of a large town are known by name alone.</summary>
    public int Worked => IsLarge ? WorkedOfMore : Persons;

    /// <summary>How many residents' work is played.</summary>
    public int ToPlay => Played ?? (Persons <= AllPlayedUpTo ? Persons : PlayedOfMore);

    /// <summary>Work begins on a 1 April.</summary>
    public DateOnly Begin => new(JapanTime.FiscalYearOf(Today) - (Years - 1), 4, 1);
}

/// <summary>A clock that the story moves on.</summary>
public sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The instant it stands at.</summary>
    public DateTimeOffset Now { get; set; } = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>What was made.</summary>
/// <param name="Homes">Households.</param>
/// <param name="Acts">Acts that were played.</param>
/// <param name="Broken">Stories that broke off, and why.</param>
public sealed record TownMade(int Homes, int Acts, IReadOnlyList<string> Broken);

/// <summary>
/// 架空の町を作る: the profile, the people to sign in as, the residents, and two years of work. In a large town the first households
/// are played act by act through the handlers, every state of every machine among them; the others are made in bulk.
/// </summary>
public static class FoundTown
{
    /// <summary>Makes the town. The owner's connection sets it up; the work itself is done with the program's own rights.</summary>
    public static async Task<TownMade> RunAsync(AppDb owner, ServeOptions options, WardProfile profile, TownWish wish, Action<string>? progress, CancellationToken ct)
    {
        await DemoData.BeginAsync(owner, ct);
        await LoadProfile.RunAsync(owner, profile, ct);
        var clock = new StoryClock(JapanTime.At(wish.Begin, new TimeOnly(8, 30)));
        var ids = IdSource.Seeded(clock, new Random(wish.Seed));
        var cast = await Cast.HireAsync(owner, profile, wish, clock, ids, ct);
        var homes = TownOf(profile, wish).Homes(wish.Persons).ToList();
        await using var stage = new Stage(options, clock, ids, ct);
        var (played, worked) = (HomesOf(homes, wish.ToPlay), HomesOf(homes, wish.Worked));
        var stories = new TownStory(cast, stage, profile, wish, homes.Take(played)).All();
        // Nothing lies in the future of whoever opens it at any hour of the day it was made for.
        var playhouse = new Playhouse(clock, JapanTime.StartOf(wish.Today));
        await playhouse.PlayAsync(stories, stage.Begun, Monthly(progress));
        var bulk = played == homes.Count ? 0 : await new BulkTown(owner, cast, profile, wish, clock, ids).MakeAsync(homes[played..worked], homes[worked..], progress, ct);
        await DemoData.FinishAsync(owner, wish.Persons, wish.Seed, wish.Today, ct);
        return new(homes.Count, stage.Acts + bulk, playhouse.Broken);
    }

    // So many people have rare names too, and live as a census counts them.
    private static Town TownOf(WardProfile profile, TownWish wish) => wish.IsLarge
        ? new(NameLists.LoadAll(), Places.Of(profile, wish.Today), wish.Today, wish.Seed, Town.CensusForms)
        : new(NameLists.Load(), Places.Of(profile, wish.Today), wish.Today, wish.Seed);

    private static int HomesOf(List<Home> homes, int most)
    {
        var persons = 0;
        return homes.TakeWhile(h => (persons += h.Members.Count) <= most).Count();
    }

    private static Action<DateTimeOffset>? Monthly(Action<string>? progress)
    {
        if (progress is null) return null;
        var last = "";
        return at =>
        {
            var month = JapanTime.DateOf(at).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
            if (month == last) return;
            last = month;
            progress(month);
        };
    }
}
