using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Web.Tests.Access.Matrix;

namespace Tsunagi.Web.Tests.Access.Swaps;

/// <summary>
/// One exchange of ids: wherever an endpoint takes the id of one kind of record – in the address, the form, the body – it is
/// given that of another kind. The answer must be that of an id which no record has.
/// </summary>
internal sealed partial record Swap(MatrixEndpoint Endpoint, Type Place, Type Given)
{
    private const int AtOnce = 4;
    private const int Tries = 3;

    /// <summary>These are one kind of record in two states, and each may stand where the other does.</summary>
    private static readonly (Type, Type)[] Same = [(typeof(Consultation), typeof(MatrixWorld.ConsultationDraft)), (typeof(WayOut), typeof(MatrixWorld.ImminentDanger))];

    /// <summary>Every exchange there is to try: each kind of record that somebody sees, in every place of another.</summary>
    public static IReadOnlyList<Swap> All(SwapApp app) =>
    [
        .. from endpoint in app.Endpoints
           from place in PlacesOf(endpoint, app.World)
           from given in app.Seers.Keys
           where given != place && !Same.Contains((place, given)) && !Same.Contains((given, place))
           select new Swap(endpoint, place, given),
    ];

    /// <summary>Tries them, each by whoever sees the record, and says in a sentence which of them gained something.</summary>
    public static async Task<IReadOnlyList<string>> GainedAsync(SwapApp app, IEnumerable<Swap> swaps)
    {
        ConcurrentBag<string> gained = [];
        var groups = swaps.GroupBy(s => (s.Endpoint, s.Place, By: app.Seers[s.Given]));
        await Parallel.ForEachAsync(groups, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (group, _) =>
        {
            var (endpoint, place, (relation, actor)) = group.Key;
            var nothing = await AskAsync(app, actor, endpoint, place, MatrixText.NobodysId(place));
            // Whoever is refused for the role never comes as far as the id.
            if (nothing.Decision == MatrixDecision.NotAllowed) return;
            foreach (var swap in group)
                if (await GainAsync(app, actor, swap, nothing) is { } gain) gained.Add($"{endpoint} for {relation.Key}: the id of a {swap.Given.Name} in the place of a {place.Name} {gain}");
        });
        return [.. gained.Order(StringComparer.Ordinal)];
    }

    // A page may show the minute it was made in: only a difference that stays is one.
    private static async Task<string?> GainAsync(RehearsedApp app, MatrixActor actor, Swap swap, MatrixAnswer nothing)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await AskAsync(app, actor, swap.Endpoint, swap.Place, app.World.IdOf(swap.Given));
            if (answer.Decision is MatrixDecision.Failed) return $"ends in an error: {answer.Seen.Split('\n')[0]}";
            if (Plain(answer, swap) == Plain(nothing, swap)) return null;
            if (tries == Tries) return $"is answered {answer.Decision}, not {nothing.Decision} as for an id of nothing: {Difference(Plain(answer, swap), Plain(nothing, swap))}";
            nothing = await AskAsync(app, actor, swap.Endpoint, swap.Place, MatrixText.NobodysId(swap.Place));
        }
    }

    private static Task<MatrixAnswer> AskAsync(RehearsedApp app, MatrixActor actor, MatrixEndpoint endpoint, Type place, Guid given) =>
        actor.AskAsync(endpoint, kind => kind == place ? given : app.World.IdOf(kind), isCompared: true);

    // The ids asked for stand in the answers under the names of their kinds; which of the two it was is no difference. Any
    // other id is that of something just made, which is another at every answer.
    private static string Plain(MatrixAnswer answer, Swap swap) =>
        Uuid().Replace(Regex.Replace(answer.Seen, $@"\b{swap.Given.Name}\b", swap.Place.Name), "made");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    private static string Difference(string got, string nothing)
    {
        var (of, none) = (got.Split('\n'), nothing.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(of.Length, none.Length)).First(i => of.ElementAtOrDefault(i) != none.ElementAtOrDefault(i));
        return $"「{of.ElementAtOrDefault(at)?.Trim()}」, not 「{none.ElementAtOrDefault(at)?.Trim()}」";
    }

    private static HashSet<Type> PlacesOf(MatrixEndpoint endpoint, MatrixWorld world)
    {
        HashSet<Type> asked = [];
        using var request = new MatrixRequest(endpoint, kind =>
        {
            asked.Add(kind);
            return world.IdOf(kind);
        }).Form(null);
        return asked;
    }
}
