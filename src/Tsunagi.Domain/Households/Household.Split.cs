using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Households;

/// <summary>Somebody who goes with a household that is parted off.</summary>
/// <param name="Person">Who.</param>
/// <param name="Relation">続柄, to the first of those who go.</param>
public sealed record Leaver(Person Person, string Relation);

public sealed partial class Household
{
    /// <summary>世帯を分ける: some of the members leave together and are a household of their own from that day on.</summary>
    /// <param name="id">The id of the new household.</param>
    /// <param name="leavers">Who goes; relations of the new household are told from the first.</param>
    /// <param name="on">From which day on.</param>
    /// <param name="today">Today in Tokyo.</param>
    /// <param name="by">Who writes it down.</param>
    public Outcome<Household> PartOff(Id<Household> id, IReadOnlyList<Leaver> leavers, DateOnly on, DateOnly today, Stamp by)
    {
        var going = leavers.Select(leaver => leaver.Person.Id).ToHashSet();
        var current = members.Where(member => member.Until is null).ToList();
        var checks = new FieldChecks()
            .RefuseIf(leavers.Count == 0, RefusalCode.Required, "Leavers")
            .RefuseIf(!going.All(person => current.Exists(member => member.PersonId == person)), RefusalCode.NotMember, "Leavers")
            .RefuseIf(going.Contains(ReferencePersonId), RefusalCode.ReferencePersonStays, "Leavers")
            .RefuseIf(current.TrueForAll(member => going.Contains(member.PersonId)), RefusalCode.NobodyStays, "Leavers")
            .RefuseIf(on > today, RefusalCode.DateInFuture, "On")
            .RefuseIf(current.Exists(member => going.Contains(member.PersonId) && on < member.From), RefusalCode.PeriodReversed, "On");
        foreach (var leaver in leavers.Skip(1))
            checks.Require($"Relations[{leaver.Person.Id}]", leaver.Relation).Text($"Relations[{leaver.Person.Id}]", leaver.Relation, FieldChecks.Short);
        if (!checks.Passed) return Outcome<Household>.Carry(Outcome.Refused(checks.Refusals));
        var formed = Form(id, leavers[0].Person, on, by);
        if (!formed.IsDone) return formed;
        foreach (var leaver in leavers.Skip(1))
            if (formed.Value.Join(leaver.Person, new(leaver.Relation, LivingTogether.Together, on), today, by) is { IsDone: false } refused) return Outcome<Household>.Carry(refused);
        foreach (var leaver in leavers) Leave(leaver.Person.Id, on, today, by);
        Record(new HouseholdParted(Id, id, on));
        return formed;
    }
}

/// <summary>A household was parted off from this one.</summary>
public sealed record HouseholdParted(Id<Household> Household, Id<Household> New, DateOnly On) : DomainEvent;
