using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// Every advisory lock of the program that has a number of its own; Sql/*.sql names the same numbers. What waits for one record waits for
/// a key made of its id (<see cref="Work.TakeTurnAsync{T}(Id{T}, CancellationToken)"/>).
/// </summary>
public static class AdvisoryKeys
{
    /// <summary>One seals the audit at a time (20-audit.sql).</summary>
    public const long AuditSeal = 7235001;

    /// <summary>Links being made share it; a declaration of exclusion has it alone (45-exclusions.sql).</summary>
    public const long Exclusions = 7235002;

    /// <summary>One does the nightly matching at a time.</summary>
    public const long NightlyMatching = 7235003;
}
