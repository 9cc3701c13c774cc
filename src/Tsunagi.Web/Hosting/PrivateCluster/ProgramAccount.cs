namespace Tsunagi.Web.Hosting;

/// <summary>The operating-system user we run as, and the one the database server runs as.</summary>
/// <remarks>PostgreSQL refuses to run as root, so root hands the server to the user 'postgres'.</remarks>
sealed record ProgramAccount(string Name, long UserId)
{
    const string ServerUser = "postgres";

    public bool IsRoot => UserId == 0;

    /// <summary>The user to switch to for server commands; null when we already are that user.</summary>
    public string? SwitchTo => IsRoot ? ServerUser : null;

    public string Server => SwitchTo ?? Name;

    public static ProgramAccount Current()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PrivateClusterException(
                "The private database runs on Linux only. Set ConnectionStrings__Tsunagi to a PostgreSQL server.");
        }

        var name = Environment.UserName;
        var userId = EffectiveUserId();
        return string.IsNullOrEmpty(name)
            ? throw new PrivateClusterException(
                $"The user id {userId} has no name on this machine (no entry in /etc/passwd), which PostgreSQL needs. "
                + "Run as a named user, or set ConnectionStrings__Tsunagi to a PostgreSQL server.")
            : new ProgramAccount(name, userId);
    }

    // The base class library has no call for it; the second figure of the line is the effective id.
    static long EffectiveUserId()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal));
        return long.Parse(line.Split('\t')[2], System.Globalization.CultureInfo.InvariantCulture);
    }
}
