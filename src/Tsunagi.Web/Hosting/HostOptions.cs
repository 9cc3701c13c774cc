namespace Tsunagi.Web.Hosting;

/// <summary>Everything the host must be told from outside.</summary>
public sealed record HostOptions
{
    public required string ConnectionString { get; init; }

    /// <summary>The owner's login, for migrations alone; null when the program was not given one.</summary>
    public string? OwnerConnectionString { get; init; }

    public required string Urls { get; init; }

    /// <summary>Demonstration: synthetic data, one-click sign-in, a movable clock.</summary>
    public bool Demo { get; init; }

    public required DirectoryInfo Data { get; init; }

    public Side Side { get; init; }
}
