using System.Runtime.CompilerServices;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>架空の職員 in the story: who acts, for which organisation.</summary>
public sealed record Worker(Actor Actor, string Name, OrganisationEntry Organisation)
{
    public Id<Account> Account => Actor.Account;
    public Id<Organisation> At => Actor.Organisation;
}

/// <summary>An act of the story was refused: a mistake of the story, named with the act and the reasons.</summary>
public sealed class StoryException(string message) : Exception(message);

/// <summary>
/// Where the story is played: every act is a unit of work of its own, by the same handler that a page calls, under the
/// worker's own eyes (the program's rights and row-level security, not the owner's), at the story's instant. So what the
/// rules refuse cannot come about, and whatever an act brings with it – grants, audit lines – comes about as it would.
/// </summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly StoryClock clock;
    private readonly CancellationToken ct;

    public Stage(ServeOptions options, StoryClock clock, IdSource ids, CancellationToken ct)
    {
        (this.clock, this.ct) = (clock, ct);
        // What is lost when the machine fails half-way is made anew, so no act waits for the disk.
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Options = $"{PreparedDatabase.PlannedOnce} -c synchronous_commit=off" };
        services = TsunagiHost.Offstage(options with { ConnectionString = connection.ConnectionString }, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton(ids);
        });
    }

    /// <summary>Stories that began in the course of others.</summary>
    public Queue<IAsyncEnumerable<DateTimeOffset>> Begun { get; } = new();

    /// <summary>How many acts were played.</summary>
    public int Acts { get; private set; }

    public DateTimeOffset Now => clock.Now;

    public DateOnly Today => JapanTime.DateOf(clock.Now);

    /// <summary>Plays an act.</summary>
    public async Task DoAsync(Worker who, Func<IServiceProvider, Task<Outcome>> act, [CallerArgumentExpression(nameof(act))] string what = "")
    {
        await using var scope = services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(who.Actor, ct);
        var outcome = await act(scope.ServiceProvider);
        // A worker who writes down the same again has changed nothing, and nothing is wrong.
        if (outcome.Refusals is [{ Code: RefusalCode.NothingChanged }]) return;
        if (!outcome.IsDone)
            throw new StoryException($"{who.Name}, {Today:yyyy-MM-dd}: {string.Join(' ', what.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))} – {string.Join(", ", outcome.Refusals.Select(r => $"{r.Code} {r.Field}"))}");
        await work.CompleteAsync(ct);
        Acts++;
        clock.Now += TimeSpan.FromMinutes(1);
    }

    /// <summary>Plays an act that makes something.</summary>
    public async Task<T> MakeAsync<T>(Worker who, Func<IServiceProvider, Task<Outcome<T>>> act, [CallerArgumentExpression(nameof(act))] string what = "")
    {
        T? made = default;
        await DoAsync(who, async services =>
        {
            var outcome = await act(services);
            if (outcome.IsDone) made = outcome.Value;
            return outcome;
        }, what);
        return made!;
    }

    /// <summary>Looks something up through a worker's eyes, for the story's own use.</summary>
    public async Task<T> ReadAsync<T>(Worker who, Func<AppDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        await using var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(who.Actor, ct);
        return await read(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>
/// Plays many stories side by side in the order of their instants: each yields the instant of its next act, and whatever lies
/// beyond the end is not played – so the town is found in the middle of its work, like any other.
/// </summary>
public sealed class Playhouse(StoryClock clock, DateTimeOffset end)
{
    private readonly List<string> broken = [];

    /// <summary>Stories that broke off because an act was refused or failed; none in a release, and a test says so.</summary>
    public IReadOnlyList<string> Broken => broken;

    /// <summary>Plays stories, and those that begin in the course of others.</summary>
    /// <param name="stories">The stories.</param>
    /// <param name="begun">Where a story puts another that begins with it.</param>
    /// <param name="passed">Told every instant.</param>
    public async Task PlayAsync(IEnumerable<IAsyncEnumerable<DateTimeOffset>> stories, Queue<IAsyncEnumerable<DateTimeOffset>> begun, Action<DateTimeOffset>? passed)
    {
        var waiting = new PriorityQueue<IAsyncEnumerator<DateTimeOffset>, (DateTimeOffset, int)>();
        var number = 0;
        foreach (var story in stories) await NextAsync(story.GetAsyncEnumerator(), waiting, number++);
        while (waiting.TryDequeue(out var story, out var at))
        {
            clock.Now = at.Item1;
            passed?.Invoke(clock.Now);
            await NextAsync(story, waiting, at.Item2);
            while (begun.TryDequeue(out var another)) await NextAsync(another.GetAsyncEnumerator(), waiting, number++);
        }
    }

    private async Task NextAsync(IAsyncEnumerator<DateTimeOffset> story, PriorityQueue<IAsyncEnumerator<DateTimeOffset>, (DateTimeOffset, int)> waiting, int number)
    {
        try
        {
            if (await story.MoveNextAsync() && story.Current <= end)
            {
                waiting.Enqueue(story, (story.Current, number));
                return;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One story that breaks off leaves a town that is true as far as it goes; the others go on.
            var where = e is StoryException ? "" : e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains(".Story.", StringComparison.Ordinal))?.Trim();
            broken.Add($"{clock.Now:yyyy-MM-dd} {e.Message} {where}".TrimEnd());
        }
        await story.DisposeAsync();
    }
}

/// <summary>Office hours: when the acts of a story happen.</summary>
public sealed class Days(Random random)
{
    /// <summary>Some minute of a working day at or after a date.</summary>
    public DateTimeOffset At(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return JapanTime.At(day, new TimeOnly(9, 0).AddMinutes(random.Next(0, 450)));
    }

    /// <summary>Some days after a date, from one number to another; at least one, since the hour of the day may be any.</summary>
    public DateTimeOffset After(DateOnly day, int from, int to) => At(day.AddDays(random.Next(from, to + 1)));
}
