using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>自組織の記録を新しく書く: a record, and the right of its holder to manage it, belong together.</summary>
public static class OwnRecords
{
    /// <summary>Writes down a person for the actor's own organisation.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="work">By whom.</param>
    /// <param name="details">What is known.</param>
    /// <param name="outOf">What came from another organisation and told of them (<see cref="CameFromElsewhere"/>).</param>
    public static Outcome<Person> WritePerson(this AppDb db, Work work, PersonDetails details, Guid? outOf)
    {
        var written = Person.Write(work.NewId<Person>(), details, work.Today, work.Stamp, outOf);
        if (!written.IsDone) return written;
        db.Persons.Add(written.Value);
        work.GrantTo(work.Actor.Organisation, written.Value.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return written;
    }

    /// <summary>Forms a household of the actor's own organisation around a person.</summary>
    public static Outcome<Household> FormHousehold(this AppDb db, Work work, Person reference)
    {
        var formed = Household.Form(work.NewId<Household>(), reference, null, work.Stamp);
        if (!formed.IsDone) return formed;
        db.Households.Add(formed.Value);
        work.GrantTo(work.Actor.Organisation, formed.Value.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return formed;
    }
}
