using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Access;

/// <summary>操作者: a person acting for one organisation, with the roles they hold there now.</summary>
/// <param name="Account">Who.</param>
/// <param name="Organisation">For whom they act.</param>
/// <param name="Roles">What they are there.</param>
public sealed record Actor(Id<Account> Account, Id<Organisation> Organisation, IReadOnlySet<Role> Roles)
{
    /// <summary>The ids that grants may name to reach this actor.</summary>
    public IReadOnlyList<Guid> Subjects { get; } = [Account.Value, Organisation.Value];

    /// <summary>Whether they hold any of the roles.</summary>
    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role)) return true;
        return false;
    }
}
