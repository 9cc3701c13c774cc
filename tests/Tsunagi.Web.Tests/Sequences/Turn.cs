using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>One act of one actor, ready to be played by the handler that page and API call too.</summary>
internal sealed record Turn(string Name, Actor By, Func<IServiceProvider, CancellationToken, Task<Outcome>> PlayAsync)
{
    /// <summary>What may be asked twice is answered the second time without being done, and leaves no line in the audit.</summary>
    public bool MayChangeNothing { get; init; }

    /// <summary>An act of one handler, which may ask what day it is.</summary>
    public static Turn Of<THandler>(string name, Actor by, Func<THandler, DateOnly, CancellationToken, Task<Outcome>> act) where THandler : class =>
        new(name, by, (services, ct) => act(services.GetRequiredService<THandler>(), services.GetRequiredService<Work>().Today, ct));

    /// <summary>An act of one handler that makes something.</summary>
    public static Turn Making<THandler, T>(string name, Actor by, Func<THandler, DateOnly, CancellationToken, Task<Outcome<Id<T>>>> act) where THandler : class =>
        new(name, by, async (services, ct) => await act(services.GetRequiredService<THandler>(), services.GetRequiredService<Work>().Today, ct));
}

/// <summary>Who plays, what lies on the table, and the dice.</summary>
/// <param name="random">The dice.</param>
/// <param name="players">Those who work on cases.</param>
/// <param name="everybody">They, and all others there are: chairs, secretaries, one of every role.</param>
/// <param name="board">What lies on the table.</param>
internal sealed class Dice(Random random, IReadOnlyList<Actor> players, IReadOnlyList<Actor> everybody, Board board)
{
    public Random Random => random;
    public Board Board => board;
    public IReadOnlyList<Actor> Everybody => everybody;

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public bool OneIn(int n) => random.Next(n) == 0;

    /// <summary>Mostly somebody of the organisation whose move it is; sometimes anybody, who must then be refused.</summary>
    public Actor Of(Id<Organisation>? organisation, params ReadOnlySpan<Role> roles)
    {
        if (organisation is null || OneIn(8)) return Pick(players);
        List<Actor> able = [];
        foreach (var player in players)
            if (player.Organisation == organisation && (roles.IsEmpty || player.Is(roles))) able.Add(player);
        return able.Count == 0 ? Pick(players) : Pick(able);
    }

    /// <summary>Mostly this very person; sometimes somebody else, who must then be refused.</summary>
    public Actor As(Id<Account>? account) =>
        account is null || OneIn(12) ? Pick(everybody) : everybody.FirstOrDefault(p => p.Account == account) ?? Pick(everybody);

    public Actor Anybody() => Pick(players);

    /// <summary>Another organisation than this one.</summary>
    public Id<Organisation> Other(Id<Organisation>? than)
    {
        var others = players.Select(p => p.Organisation).Distinct().Where(o => o != than).ToList();
        return Pick(others);
    }
}
