using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Households;

/// <summary>How somebody belongs or belonged to a household, as far as it may be told.</summary>
/// <param name="Number">The number of the latest belonging in it.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Relation">続柄.</param>
/// <param name="Living">Whether they live there.</param>
/// <param name="From">From which day, inclusive; null when unknown.</param>
/// <param name="Until">Until which day, exclusive; null while it holds.</param>
/// <param name="WrittenAt">When it was first written down.</param>
/// <param name="TakenBackBecause">Why the person never belonged here; null while it stands.</param>
public sealed record ToldBelonging(
    int Number, Id<Person> PersonId, string Relation, LivingTogether Living, DateOnly? From, DateOnly? Until, DateTimeOffset WrittenAt, string? TakenBackBecause)
{
    /// <summary>True when it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => TakenBackBecause is null && (From is null || From <= day) && (Until is null || day < Until);

    /// <summary>True when it was so on some day.</summary>
    public bool EverHeld => TakenBackBecause is null && (From is null || From != Until);
}

public sealed partial class Household
{
    /// <summary>
    /// Every belonging as it may be told, past ones too: the one place that says so, for every page, picture, sheet and answer.
    /// With whom somebody under 支援措置 lives would tell where: it looks like what nobody has asked yet, and the day on
    /// which that alone changed is not told either.
    /// </summary>
    /// <param name="people">Whom the viewer may see; of the others nothing is told.</param>
    public IReadOnlyList<ToldBelonging> Told(IReadOnlyDictionary<Id<Person>, Person> people)
    {
        List<ToldBelonging> told = [];
        foreach (var member in members.Where(m => people.ContainsKey(m.PersonId)))
        {
            var isSealed = people[member.PersonId].IsLocationProtected;
            var before = isSealed ? told.FindIndex(t => t.Number == member.Continues && t.Relation == member.Relation) : -1;
            if (before >= 0) told[before] = told[before] with { Number = member.Number, Until = member.Until, TakenBackBecause = member.TakenBackBecause };
            else told.Add(new(member.Number, member.PersonId, member.Relation, isSealed ? LivingTogether.Unknown : member.Living, member.From, member.Until, member.WrittenAt, member.TakenBackBecause));
        }
        return told;
    }

    /// <summary>
    /// 転居した: those who lived with the movers and stay live apart from that day on. With whom somebody under 支援措置 lived and
    /// lives stays as it was written.
    /// </summary>
    /// <param name="movers">Who moved.</param>
    /// <param name="known">The people of the household, as far as the actor may see them.</param>
    /// <param name="on">From which day on.</param>
    /// <param name="today">Today in Tokyo.</param>
    /// <param name="by">Who writes it down.</param>
    public Outcome StayBehind(IReadOnlyCollection<Id<Person>> movers, IReadOnlyDictionary<Id<Person>, Person> known, DateOnly on, DateOnly today, Stamp by)
    {
        var staying = members.Where(m => m.Until is null && m.Living == LivingTogether.Together && !movers.Contains(m.PersonId)
            && known.TryGetValue(m.PersonId, out var person) && !person.IsLocationProtected).ToList();
        return Outcome.From([.. staying.SelectMany(m => Change(m.PersonId, new(m.Relation, LivingTogether.Apart, on), today, by).Refusals)]);
    }
}
