using System.Globalization;
using Tsunagi.Linkage;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Hosting;

/// <summary>Writes the pairs: left_id, right_id, probability, sorted by the ids.</summary>
static class PairFile
{
    /// <exception cref="VerbException">The file cannot be written.</exception>
    public static void Write(FileInfo file, RecordTable table, IReadOnlyList<LinkedPair> pairs)
    {
        try
        {
            // Written beside it first: a file that is there is whole.
            var unfinished = $"{file.FullName}.unfinished";
            using (var writer = new StreamWriter(unfinished))
            {
                writer.Write("left_id,right_id,probability\n");
                foreach (var (left, right, probability) in Sorted(table, pairs))
                    writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Field(left)},{Field(right)},{probability:0.000000}\n"));
            }
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"{file} cannot be written: {e.Message}");
        }
    }

    private static IEnumerable<(string Left, string Right, double Probability)> Sorted(RecordTable table, IReadOnlyList<LinkedPair> pairs) =>
        pairs.Select(p => InOrder(table, table.Ids[p.Left], table.Ids[p.Right], p.Probability))
            .OrderBy(p => p.Left, StringComparer.Ordinal).ThenBy(p => p.Right, StringComparer.Ordinal);

    // Of two files the left is the first; within one file the two are in the order of their ids.
    private static (string Left, string Right, double Probability) InOrder(RecordTable table, string left, string right, double probability) =>
        table.HasTwoSources || string.CompareOrdinal(left, right) <= 0 ? (left, right, probability) : (right, left, probability);

    private static string Field(string id) => id.AsSpan().IndexOfAny(",\"\r\n") < 0 ? id : $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
