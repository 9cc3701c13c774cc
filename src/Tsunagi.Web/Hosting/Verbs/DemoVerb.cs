using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Demo.Clock;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.SignIn;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting;

/// <summary>demo: for looking around, with synthetic data only. Fills an empty database and no other.</summary>
static class DemoVerb
{
    private const int UsualPersons = 3000;
    private const int UsualSeed = 1;
    private const string UsualProfile = "setagaya";

    static readonly Option<string> Urls = VerbOptions.Urls();
    static readonly Option<int> Persons = VerbOptions.Number("--persons", "N", "How many synthetic residents the town has", UsualPersons, 1, 200_000);
    static readonly Option<int> Seed = VerbOptions.Number("--seed", "S", "The same seed makes the same town", UsualSeed, 0, int.MaxValue);
    static readonly Option<string?> Profile = new("--profile") { Description = $"The ward's profile ({UsualProfile} unless the demonstration was made for another)", HelpName = "NAME" };
    static readonly Option<DateOnly?> Today = new("--today") { Description = "The day the demonstration takes place on; its clock goes on from there", HelpName = "DATE" };
    static readonly Option<bool> Reset = new("--reset") { Description = "Empty the demonstration first and make it anew" };

    public static Command Create()
    {
        var verb = new Command("demo", "Serve a demonstration with synthetic data") { Urls, Persons, Seed, Profile, Today, Reset };
        verb.SetAction((parsed, ending) => RunAsync(parsed, ending));
        return verb;
    }

    static Task<int> RunAsync(ParseResult parsed, CancellationToken ending)
    {
        if (parsed.GetValue(Profile) is { } named && !ProfileFolder.Names().Contains(named))
            throw new VerbException($"There is no profile '{named}'. Shipped: {string.Join(", ", ProfileFolder.Names())}.");
        IReadOnlyList<(string Login, string Name)> people = [];
        var data = parsed.GetRequiredValue(VerbOptions.Data);
        return Serving.RunAsync(data, async (database, ct) =>
        {
            await Installation.MigrateAsync(database, ct);
            await using var owner = Installation.OpenAsOwner(database);
            var offset = await MakeReadyAsync(owner, database, parsed, ct);
            var profile = await Installation.ProfileAsync(owner, ct);
            people = await PeopleAsync(owner, DemoAccounts.Labels(Installation.Read(ProfileFolder.Find(profile)), JapanTime.DateOf(TimeProvider.System.GetUtcNow() + offset)), ct);
            return Options(database, parsed, profile) with { Urls = parsed.GetRequiredValue(Urls), ClockOffset = offset };
        }, options => Greet(people, options.ClockOffset), ending);
    }

    internal static ServeOptions Options(DatabaseConnection database, ParseResult parsed, string profile) => new()
    {
        ConnectionString = database.ProgramConnectionString,
        OwnerConnectionString = database.OwnerConnectionString,
        Demo = true,
        Data = parsed.GetRequiredValue(VerbOptions.Data),
        Profile = profile,
    };

    // Makes the town where there is none, and answers by how much the demonstration's clock is ahead.
    static async Task<TimeSpan> MakeReadyAsync(AppDb owner, DatabaseConnection database, ParseResult parsed, CancellationToken ct)
    {
        var state = await DemoData.StateAsync(owner, ct);
        if (state is DemoState.Real)
            throw new VerbException("This database is in real use: 'demo' fills only an empty one and empties only its own. Name another folder with --data.");
        if (state is DemoState.HalfMade || (state is DemoState.Demo && parsed.GetValue(Reset)))
        {
            await DemoData.EmptyAsync(owner, ct);
            state = DemoState.Empty;
        }

        var real = TimeProvider.System.GetUtcNow();
        var loaded = await LoadProfile.NameAsync(owner, ct);
        var profile = parsed.GetValue(Profile) ?? loaded ?? UsualProfile;
        if (loaded is not null && loaded != profile)
            throw new VerbException($"This demonstration is of the profile '{loaded}'. Add --reset to make one of '{profile}', or name another folder with --data.");

        if (state is DemoState.Empty)
        {
            var today = parsed.GetValue(Today) ?? JapanTime.DateOf(real);
            await MakeAsync(owner, Options(database, parsed, profile), Installation.Read(ProfileFolder.Find(profile)), new TownWish(parsed.GetRequiredValue(Persons), parsed.GetRequiredValue(Seed), today), ct);
            await database.SettleAsync(ct);
        }

        return await ClockAsync(owner, parsed.GetValue(Today), state is DemoState.Empty, real, ct);
    }

    internal static async Task MakeAsync(AppDb owner, ServeOptions options, WardProfile profile, TownWish wish, CancellationToken ct)
    {
        Progress.OnTerminal?.Invoke($"Making a town of {wish.Persons} synthetic residents ({profile.Name}, seed {wish.Seed}) …");
        var since = TimeProvider.System.GetTimestamp();
        var made = await FoundTown.RunAsync(owner, options, profile, wish, Progress.OnTerminal, ct);
        Progress.OnTerminal?.Invoke(string.Create(CultureInfo.InvariantCulture, $"Made {made.Homes} households and {made.Acts} acts in {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0} s."));
        foreach (var broken in made.Broken) Console.Error.WriteLine($"A story broke off: {broken}");
    }

    static async Task<TimeSpan> ClockAsync(AppDb owner, DateOnly? wanted, bool isNew, DateTimeOffset real, CancellationToken ct)
    {
        var kept = await DemoClock.ReadAsync(owner, ct);
        if (wanted is not { } day) return kept;
        var offset = TimeSpan.FromDays(day.DayNumber - JapanTime.DateOf(real).DayNumber);
        if (offset.Duration() > DemoClock.Farthest) throw new VerbException($"--today {day:yyyy-MM-dd} is too far from the real date.");
        if (!isNew && offset < kept)
            throw new VerbException($"The demonstration is already at {JapanTime.DateOf(real + kept):yyyy-MM-dd}; its clock goes forward only. Add --reset to make it anew for {day:yyyy-MM-dd}.");
        await DemoClock.SetAsync(owner, offset, ct);
        return offset;
    }

    static async Task<IReadOnlyList<(string, string)>> PeopleAsync(AppDb db, IReadOnlyDictionary<string, string> labels, CancellationToken ct) =>
        [.. (await db.Accounts.AsNoTracking().Where(a => a.IsActive && a.Login.StartsWith(SignInModel.DemoPrefix)).OrderBy(a => a.Id).ToListAsync(ct)).Select(a => (a.Login, labels.GetValueOrDefault(a.Login, a.Name)))];

    static void Greet(IReadOnlyList<(string Login, string Name)> people, TimeSpan offset)
    {
        Console.WriteLine($"デモの今日は{DateWords.Of(JapanTime.DateOf(TimeProvider.System.GetUtcNow() + offset))}です。上のアドレスをブラウザーで開き、役割を選ぶだけで入れます（パスワードは要りません）。");
        foreach (var (login, name) in people) Console.WriteLine($"  {login,-18} {name}");
        Console.WriteLine("はじめに：窓口職員で入り、「相談を記録」から電話を1件記録してみてください。時計を進めるには demo-clock +30d、終えるには Ctrl+C。");
    }
}
