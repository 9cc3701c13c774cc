using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>One act of one actor, ready to be played by the handler that page and API call too.</summary>
internal sealed record Turn(string Name, Actor By, Func<IServiceProvider, CancellationToken, Task<Outcome>> PlayAsync);

/// <summary>Who plays, what lies on the table, and the dice.</summary>
internal sealed class Dice(Random random, IReadOnlyList<Actor> players, Board board)
{
    public Random Random => random;
    public Board Board => board;

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

    public Actor Anybody() => Pick(players);

    /// <summary>Another organisation than this one.</summary>
    public Id<Organisation> Other(Id<Organisation>? than)
    {
        var others = players.Select(p => p.Organisation).Distinct().Where(o => o != than).ToList();
        return Pick(others);
    }
}
