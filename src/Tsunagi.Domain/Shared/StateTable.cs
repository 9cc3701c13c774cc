namespace Tsunagi.Domain.Shared;

/// <summary>One arrow of a state machine as built.</summary>
public sealed record Transition(string From, string Action, string To);

/// <summary>A state machine, listed by asking it about every state and every action.</summary>
/// <param name="Name">Its English name, the domain type's.</param>
/// <param name="Japanese">Its Japanese name.</param>
/// <param name="States">Every state, in declared order.</param>
/// <param name="Actions">Every action, in declared order.</param>
/// <param name="Initial">The states a new thing begins in.</param>
/// <param name="Transitions">Every allowed arrow.</param>
public sealed record StateTable(
    string Name, string Japanese, IReadOnlyList<string> States, IReadOnlyList<string> Actions,
    IReadOnlyList<string> Initial, IReadOnlyList<Transition> Transitions)
{
    /// <summary>Lists a machine.</summary>
    /// <param name="name">Its English name.</param>
    /// <param name="japanese">Its Japanese name.</param>
    /// <param name="next">The machine: the state after an action, or null where the action is refused.</param>
    /// <param name="initial">The states a new thing begins in.</param>
    public static StateTable Of<TState, TAction>(
        string name, string japanese, Func<TState, TAction, TState?> next, params TState[] initial)
        where TState : struct, Enum where TAction : struct, Enum =>
        new(name, japanese,
            Enum.GetNames<TState>(), Enum.GetNames<TAction>(), [.. initial.Select(s => s.ToString())],
            [.. from state in Enum.GetValues<TState>()
                from action in Enum.GetValues<TAction>()
                let to = next(state, action)
                where to is not null
                select new Transition(state.ToString(), action.ToString(), to.Value.ToString())]);
}
