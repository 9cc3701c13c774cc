namespace Tsunagi.Domain.Access;

/// <summary>How far a grant reaches; each level includes those before it.</summary>
public enum AccessLevel
{
    /// <summary>Nothing; the record looks absent.</summary>
    None,
    /// <summary>The redacted envelope only.</summary>
    Envelope,
    /// <summary>閲覧.</summary>
    Read,
    /// <summary>Adding notes, answers, tasks.</summary>
    Contribute,
    /// <summary>The responsible organisation: changing and deciding.</summary>
    Manage,
}
