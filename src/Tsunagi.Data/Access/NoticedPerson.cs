using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// だれについてのお知らせか: kept so that the same thing is not told every night, and goes with the notice. No account reads it, the
/// coordinators' neither; the database shows it to the nightly run alone.
/// </summary>
public sealed class NoticedPerson
{
    private NoticedPerson() { }

    /// <summary>Remembers.</summary>
    public NoticedPerson(Id<CoordinationNotice> notice, Id<Person> person) => (NoticeId, PersonId) = (notice, person);

    /// <summary>The notice.</summary>
    public Id<CoordinationNotice> NoticeId { get; private set; }

    /// <summary>One of the records it came from.</summary>
    public Id<Person> PersonId { get; private set; }
}
