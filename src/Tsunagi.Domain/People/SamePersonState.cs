using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>同一人物の判断の状態.</summary>
public enum SamePersonState
{
    /// <summary>同じ人かもしれない: nobody has looked yet, or what was judged was taken back.</summary>
    Suspected,
    /// <summary>まとめた: taken for one person.</summary>
    Same,
    /// <summary>別人: it is not asked again.</summary>
    Different,
}

/// <summary>What can be done to the state of a judgement.</summary>
public enum SamePersonAction
{
    /// <summary>まとめる.</summary>
    Merge,
    /// <summary>別人とする.</summary>
    TellApart,
    /// <summary>あとで: it is asked again on a later day.</summary>
    PutOff,
    /// <summary>判断を取り消す.</summary>
    TakeBack,
}

/// <summary>同一人物の判断の状態遷移.</summary>
public static class SamePersonStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static SamePersonState? Next(SamePersonState state, SamePersonAction action) => (state, action) switch
    {
        (SamePersonState.Suspected, SamePersonAction.Merge) => SamePersonState.Same,
        (SamePersonState.Suspected, SamePersonAction.TellApart) => SamePersonState.Different,
        (SamePersonState.Suspected, SamePersonAction.PutOff) => SamePersonState.Suspected,
        (SamePersonState.Suspected, SamePersonAction.TakeBack) => null,
        // One judgement is not turned into the other: what was merged wrongly is taken back first, and looked at anew.
        (SamePersonState.Same or SamePersonState.Different, SamePersonAction.Merge or SamePersonAction.TellApart or SamePersonAction.PutOff) => null,
        (SamePersonState.Same or SamePersonState.Different, SamePersonAction.TakeBack) => SamePersonState.Suspected,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<SamePersonState, SamePersonAction>("SamePerson", "同一人物の判断", Next, SamePersonState.Suspected);
}
