namespace Tsunagi.Domain.Access;

/// <summary>What the policy decided, and why.</summary>
/// <param name="Level">How far the actor may go; none looks like absent.</param>
/// <param name="Fields">What they may see.</param>
/// <param name="Basis">The basis shown on screen (閲覧の根拠); null when nothing is visible.</param>
/// <param name="LegalBasis">The legal basis of the disclosure, if it is one.</param>
public sealed record AccessDecision(AccessLevel Level, FieldClasses Fields, GrantBasis? Basis, string? LegalBasis)
{
    /// <summary>Nothing: the record looks absent.</summary>
    public static AccessDecision Nothing { get; } = new(AccessLevel.None, FieldClasses.None, null, null);

    /// <summary>Whether the record may be known to exist.</summary>
    public bool IsVisible => Level > AccessLevel.None;

    /// <summary>Whether all of the field classes may be seen.</summary>
    public bool Shows(FieldClasses classes) => (Fields & classes) == classes;
}

/// <summary>
/// The decision of who may see and do what (reliability.md §3). Pure; the list filter in the data project is built from
/// the same two facts – a grant that holds, and no exclusion – and a property test proves them equal.
/// </summary>
public static class AccessPolicy
{
    /// <summary>Decides on one root.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="grants">The grants on the root; those for others are ignored.</param>
    /// <param name="excluded">Whether the actor is shut out of the root: denies first, whatever else holds.</param>
    /// <param name="now">When.</param>
    public static AccessDecision Decide(Actor actor, IEnumerable<Grant> grants, bool excluded, DateTimeOffset now)
    {
        if (excluded) return AccessDecision.Nothing;
        var best = AccessDecision.Nothing;
        foreach (var grant in grants)
        {
            if (!grant.HoldsAt(now) || !actor.Subjects.Contains(grant.SubjectId)) continue;
            var stronger = grant.Level > best.Level;
            best = new(
                stronger ? grant.Level : best.Level,
                best.Fields | grant.Fields,
                stronger ? grant.Basis : best.Basis,
                stronger ? grant.LegalBasis : best.LegalBasis);
        }
        return best;
    }

    /// <summary>Whether the actor's roles reach a permission at all (first ring; the role ceiling).</summary>
    public static bool RoleAllows(Actor actor, Permission permission) => Permissions.Of(permission).Roles.Overlaps(actor.Roles);

    /// <summary>Whether a decision on a root reaches a permission.</summary>
    public static bool Allows(Actor actor, AccessDecision decision, Permission permission) =>
        RoleAllows(actor, permission) && decision.Level >= Permissions.Of(permission).Level && decision.IsVisible;
}
