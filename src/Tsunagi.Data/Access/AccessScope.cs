using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>Whose eyes a database context looks through. The default sees nothing.</summary>
/// <param name="Account">The account, for exclusions; none when nobody looks.</param>
/// <param name="Subjects">The ids that grants may name.</param>
/// <param name="Now">The instant at which grants are judged.</param>
public sealed record AccessScope(Id<Account> Account, IReadOnlyList<Guid> Subjects, DateTimeOffset Now)
{
    /// <summary>Sees nothing.</summary>
    public static AccessScope Nothing { get; } = new(default, [], DateTimeOffset.MinValue);

    /// <summary>Sees what an actor's grants allow at an instant.</summary>
    public static AccessScope Of(Actor actor, DateTimeOffset now) => new(actor.Account, actor.Subjects, now);
}
