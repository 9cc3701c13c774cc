using System.Globalization;
using System.Text;

namespace Tsunagi.Web.Hosting;

/// <summary>The server's settings, written anew at every start so that they are always those of this program.</summary>
static class ClusterSettings
{
    const string Map = "tsunagi";

    public static void Write(ClusterPaths paths, ProgramAccount account, PrivateClusterOptions options)
    {
        WholeFile.Write(paths.Config, Config(paths, options));
        WholeFile.Write(paths.HostRules, HostRules());
        WholeFile.Write(paths.IdentMap, IdentMap(account));
    }

    static string Config(ClusterPaths paths, PrivateClusterOptions options)
    {
        // initdb's own file comes first: it holds what initdb found out about this machine (shared memory kind, locale).
        var text = new StringBuilder("include 'pgdata/postgresql.conf'\n");
        foreach (var (name, value) in Settings(paths, options))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name} = {Quote(value)}\n");
        }

        return text.ToString();
    }

    static IEnumerable<(string Name, string Value)> Settings(ClusterPaths paths, PrivateClusterOptions options) =>
    [
        ("hba_file", paths.HostRules),
        ("ident_file", paths.IdentMap),
        ("listen_addresses", ""),
        ("port", Figure(ClusterPaths.Port)),
        ("unix_socket_directories", paths.Run),
        ("unix_socket_permissions", "0700"),
        ("max_connections", Figure(options.MaxConnections)),
        ("shared_buffers", $"{Figure(options.SharedBuffersMegabytes)}MB"),
        ("fsync", OnOff(options.Fsync)),
        ("synchronous_commit", OnOff(options.Fsync)),
        ("full_page_writes", OnOff(options.Fsync)),
        ("timezone", "UTC"),
        ("log_timezone", "UTC"),
        ("lc_messages", "C"),
        ("jit", "off"),
        .. Logging(),
    ];

    /// <remarks>
    /// Refused statements reach the program, which reports them by code; the server's log gets none of them, because their
    /// text and even their first line ("invalid input syntax …") can quote a resident's data. Level 'log' is above 'error'.
    /// </remarks>
    static IEnumerable<(string Name, string Value)> Logging() =>
    [
        ("logging_collector", "on"),
        ("log_destination", "stderr"),
        ("log_directory", "log"),
        ("log_filename", "postgresql-%a.log"),
        ("log_file_mode", "0600"),
        ("log_rotation_age", "1d"),
        ("log_rotation_size", "0"),
        ("log_truncate_on_rotation", "on"),
        ("log_min_messages", "log"),
        ("log_min_error_statement", "panic"),
        ("log_error_verbosity", "terse"),
        ("log_statement", "none"),
        ("log_min_duration_statement", "-1"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
    ];

    static string HostRules() =>
        $"""
        # Unix socket only; the kernel vouches for who is at the other end.
        local all all peer map={Map}
        local replication all peer map={Map}

        """;

    static string IdentMap(ProgramAccount account)
    {
        var text = new StringBuilder();
        foreach (var user in new[] { account.Name, account.Server }.Distinct(StringComparer.Ordinal))
        {
            foreach (var role in ClusterRoles.All)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Map} \"{user}\" {role}\n");
            }
        }

        return text.ToString();
    }

    static string Quote(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    static string Figure(int value) => value.ToString(CultureInfo.InvariantCulture);

    static string OnOff(bool value) => value ? "on" : "off";
}
