using System.Globalization;

namespace Tsunagi.Web.Hosting;

/// <summary>Looks at what lies where the cluster should be, and refuses everything that is not surely ours and whole.</summary>
static class ClusterFolder
{
    /// <summary>The major version of our cluster; null when there is none yet.</summary>
    public static int? Inspect(ClusterPaths paths, ProgramAccount account)
    {
        var inData = ClusterMarker.Read(paths.DataMarker);
        if (inData is not null && inData.User != account.Name)
        {
            throw OtherUser(paths, inData, account);
        }

        if (!Directory.Exists(paths.Base))
        {
            return inData is null ? null : throw ClusterGone(paths, inData);
        }

        var inCluster = ClusterMarker.Read(paths.ClusterMarker) ?? throw Foreign(paths);
        RequireSamePair(paths, inData, inCluster);
        return MajorOf(paths);
    }

    /// <summary>True when root's data folder was emptied although its cluster, which lies elsewhere, is still there.</summary>
    public static bool WasLeftBehind(ClusterPaths paths) =>
        !paths.InsideDataFolder && !File.Exists(paths.DataMarker) && File.Exists(paths.ClusterMarker);

    /// <summary>Keeps a cluster whose data folder was emptied, out of the way of a new one.</summary>
    public static string SetAside(ClusterPaths paths)
    {
        var number = 1;
        while (Directory.Exists($"{paths.Base}.set-aside-{number}"))
        {
            number++;
        }

        var aside = $"{paths.Base}.set-aside-{number}";
        Directory.Move(paths.Base, aside);
        return aside;
    }

    static void RequireSamePair(ClusterPaths paths, ClusterMarker? inData, ClusterMarker inCluster)
    {
        if (inData is not null && inData.Id != inCluster.Id)
        {
            throw new PrivateClusterException(
                $"The data folder {paths.Data} and the database in {paths.Base} do not belong together. "
                + "Restore both from the same backup, or give another folder with --data DIR.");
        }

        if (!paths.InsideDataFolder && inCluster.DataHash != paths.DataHash)
        {
            throw Foreign(paths);
        }
    }

    static int MajorOf(ClusterPaths paths)
    {
        var version = Path.Combine(paths.PgData, "PG_VERSION");
        if (!File.Exists(version) || !File.Exists(Path.Combine(paths.PgData, "global", "pg_control")))
        {
            throw Broken(paths, "PG_VERSION or global/pg_control is missing");
        }

        return int.TryParse(File.ReadAllText(version).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw Broken(paths, "PG_VERSION is unreadable");
    }

    static PrivateClusterException Foreign(ClusterPaths paths) => new(
        $"{paths.Base} exists but was not made by tsunagi for this data folder; it is left untouched. "
        + "Move it away, or give another folder with --data DIR.");

    static PrivateClusterException Broken(ClusterPaths paths, string what) => new(
        $"The database in {paths.Base} is damaged: {what}. Restore a backup into a new data folder (--data DIR); "
        + "the damaged one is left untouched.");

    static PrivateClusterException ClusterGone(ClusterPaths paths, ClusterMarker inData) =>
        Directory.Exists(inData.ClusterFolder)
            ? new PrivateClusterException(
                $"The data folder {paths.Data} was moved or copied from {inData.DataFolder}; its database belongs to that path. "
                + "Move it back, or restore a backup into a new data folder (--data DIR).")
            : new PrivateClusterException(
                $"The database of the data folder {paths.Data} is missing (it was in {inData.ClusterFolder}). "
                + "Restore it from a backup, or give another folder with --data DIR.");

    static PrivateClusterException OtherUser(ClusterPaths paths, ClusterMarker inData, ProgramAccount account) => new(
        $"The data folder {paths.Data} was made by the user {inData.User}, and this is {account.Name}. "
        + "Run as that user, or give another folder with --data DIR.");
}
