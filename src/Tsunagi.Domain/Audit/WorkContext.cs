using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Audit;

/// <summary>What every write and every look carries: who and when, under which permission, on which ground, and why.</summary>
/// <param name="Stamp">Who, for whom, when.</param>
/// <param name="Permission">What they are about.</param>
/// <param name="LegalBasis">The legal basis, where the act discloses something.</param>
/// <param name="Reason">The reason given, where the rules ask for one.</param>
public sealed record WorkContext(Stamp Stamp, Permission Permission, string? LegalBasis = null, string? Reason = null);
