namespace Tsunagi.Web.Hosting;

/// <summary>Which pages this process serves (三層の対策).</summary>
public enum Side
{
    /// <summary>Both: demo, small towns.</summary>
    All,
    /// <summary>The staff pages, on the LGWAN side.</summary>
    Staff,
    /// <summary>The public site, on the internet side.</summary>
    Public,
}

/// <summary>How the program is started.</summary>
public sealed record ServeOptions
{
    /// <summary>The program's own, non-owner connection.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The owner's connection, for migrations; absent where another process migrates.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>Where it listens.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Demo only: one-click sign-in, and a clock the operator can move.</summary>
    public bool Demo { get; init; }

    /// <summary>Demo only: by how much the clock is ahead at the start.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Keys and files.</summary>
    public required DirectoryInfo Data { get; init; }

    /// <summary>What it serves.</summary>
    public Side Side { get; init; } = Side.All;

    /// <summary>The ward's profile.</summary>
    public string Profile { get; init; } = "setagaya";
}
