using System.Security.Cryptography;
using System.Text.Json;

namespace Tsunagi.Web.Hosting;

/// <summary>
/// Says that a cluster is ours and which data folder it belongs to. One copy lies in the cluster, one in the data folder;
/// equal ids prove that the two belong together.
/// </summary>
sealed record ClusterMarker(string Id, int PostgresMajor, string DataHash, string DataFolder, string ClusterFolder, string User)
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static ClusterMarker New(ClusterPaths paths, ProgramAccount account, int major) => new(
        RandomNumberGenerator.GetHexString(16, lowercase: true), major, paths.DataHash, paths.Data, paths.Base, account.Name);

    /// <summary>Answers null when there is no such file.</summary>
    public static ClusterMarker? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ClusterMarker>(File.ReadAllText(path), Format) : null;
        }
        catch (JsonException e)
        {
            throw new PrivateClusterException(
                $"{path} is damaged ({e.Message}). Restore it or the whole folder from a backup.", e);
        }
    }

    public void Write(string path) => WholeFile.Write(path, JsonSerializer.Serialize(this, Format) + "\n");
}
