using Tsunagi.Domain.Access;

namespace Tsunagi.Data.Access;

/// <summary>Whose eyes a database context looks through. The default sees nothing.</summary>
/// <param name="Account">The account, for exclusions; the nil id when there is none.</param>
/// <param name="Subjects">The ids that grants may name.</param>
/// <param name="Now">The instant at which grants are judged.</param>
public sealed record AccessScope(Guid Account, IReadOnlyList<Guid> Subjects, DateTimeOffset Now)
{
    /// <summary>Sees nothing.</summary>
    public static AccessScope Nothing { get; } = new(Guid.Empty, [], DateTimeOffset.MinValue);

    /// <summary>Sees what an actor's grants allow at an instant.</summary>
    public static AccessScope Of(Actor actor, DateTimeOffset now) => new(actor.Account.Value, actor.Subjects, now);
}
