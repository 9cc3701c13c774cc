namespace Tsunagi.Data;

/// <summary>One posted form or API call that took effect, so that posting it again answers the same and does nothing.</summary>
public sealed class IdempotencyKey
{
    public required Guid AccountId { get; init; }

    /// <summary>The key the form or the client carried.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was posted where: the same key with another content is a mistake, not a repeat.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP status answered.</summary>
    public int Status { get; set; }

    /// <summary>The Location answered, if any.</summary>
    public string? Location { get; set; }

    /// <summary>The body answered to an API call, if any.</summary>
    public string? Body { get; set; }
}

/// <summary>A setting of this installation, changed while it runs (the demo clock, the loaded profile).</summary>
public sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
