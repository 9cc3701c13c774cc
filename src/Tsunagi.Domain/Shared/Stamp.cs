using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Domain.Shared;

/// <summary>Who did something, for which organisation, and when.</summary>
/// <param name="Account">The person's account.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="At">The instant, UTC.</param>
public readonly record struct Stamp(Id<Account> Account, Id<Organisation> Organisation, DateTimeOffset At);
