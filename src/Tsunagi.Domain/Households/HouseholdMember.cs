using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Households;

/// <summary>同居・別居.</summary>
public enum LivingTogether
{
    /// <summary>同居.</summary>
    Together,
    /// <summary>別居.</summary>
    Apart,
    /// <summary>入院・入所・収監などで離れている.</summary>
    Away,
    /// <summary>不明.</summary>
    Unknown,
}

/// <summary>How somebody belongs to a household.</summary>
/// <param name="Relation">続柄: to the reference person, as the family says it.</param>
/// <param name="Living">Whether they live there.</param>
/// <param name="From">Since when; null when unknown, which counts as always.</param>
public sealed record Belonging(string Relation, LivingTogether Living, DateOnly? From = null);

/// <summary>世帯員: one person's dated belonging to a household.</summary>
public sealed class HouseholdMember
{
    /// <summary>本人: the relation of the reference person to themselves.</summary>
    public const string ReferenceRelation = "本人";

    /// <summary>What stands for a relation that was not said at intake: nobody is sent away for it.</summary>
    public const string UnknownRelation = "不明";

    private HouseholdMember() { }

    internal HouseholdMember(int number, Id<Person> person, Belonging membership, DateTimeOffset writtenAt, int? continues = null) =>
        (Number, PersonId, Relation, Living, From, WrittenAt, Continues) =
        (number, person, membership.Relation.Trim(), membership.Living, membership.From, writtenAt, continues);

    /// <summary>From 1, counted up within the household.</summary>
    public int Number { get; private set; }

    /// <summary>Who.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>続柄, to the reference person of that time.</summary>
    public string Relation { get; private set; } = "";

    /// <summary>Whether they live there. What of it may be told is in <see cref="ToldBelonging"/>, and nowhere else .</summary>
    internal LivingTogether Living { get; private set; }

    /// <summary>The number of the belonging that this one goes on with, told differently; null when the person joined.</summary>
    public int? Continues { get; private set; }

    /// <summary>From which day, inclusive; null when unknown.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Until which day, exclusive; null while it holds.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Why it was taken back: the person never belonged here. Null while it stands.</summary>
    public string? TakenBackBecause { get; private set; }

    /// <summary>True when the membership holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => TakenBackBecause is null && (From is null || From <= day) && (Until is null || day < Until);

    internal bool OverlapsFrom(DateOnly? from) => TakenBackBecause is null && (Until is null || from is null || from < Until);

    internal void End(DateOnly until) => Until = until;

    /// <summary>From now on it holds on no day. It is nobody's present belonging either, and the days that were written stay readable.</summary>
    internal void TakeBack(string reason)
    {
        Until ??= From ?? JapanTime.DateOf(WrittenAt);
        TakenBackBecause = reason;
    }
}
