namespace Tsunagi.Web.Hosting.Requests;

/// <summary>What the actor had read of a record: one version from a page, one of several from an If-Match; nothing where the client does not say.</summary>
/// <param name="Any">The versions of which one must still be the newest; null where any will do.</param>
public readonly record struct SeenVersion(IReadOnlyList<int>? Any)
{
    public static implicit operator SeenVersion(int? version) => new(version is { } one ? [one] : null);

    /// <summary>Whether the record has been changed since.</summary>
    public bool IsStaleAt(int current) => Any is { } any && !any.Contains(current);
}
