using System.Text.Json;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Hosting;

/// <summary>What the columns of files hold: by their headings, or as a map says.</summary>
sealed class LinkColumns
{
    private const string LeftOut = "ignore";
    private static readonly Dictionary<string, ColumnKind> Kinds = Enum.GetValues<ColumnKind>().ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ColumnKind?> mapped;
    private readonly HashSet<string> ignored;

    private LinkColumns(Dictionary<string, ColumnKind?> mapped, IEnumerable<string> ignored) => (this.mapped, this.ignored) = (mapped, [.. ignored]);

    /// <summary>How a map calls a kind.</summary>
    public static string NameOf(ColumnKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <exception cref="VerbException">The map cannot be read.</exception>
    public static LinkColumns Read(FileInfo? map, IReadOnlyList<string> ignored) => new(map is null ? [] : ReadMap(map), ignored);

    /// <summary>What a column holds, or null when it is left out.</summary>
    public ColumnKind? KindOf(string heading) =>
        ignored.Contains(heading) ? null : mapped.TryGetValue(heading, out var kind) ? kind : ColumnNames.Recognise(heading);

    /// <summary>Names in the map or among the ignored that no file has.</summary>
    /// <exception cref="VerbException">There are some.</exception>
    public void RequireIn(IReadOnlyCollection<string> headings)
    {
        if (mapped.Keys.Concat(ignored).FirstOrDefault(name => !headings.Contains(name)) is { } unknown)
            throw new VerbException($"There is no column {unknown}. There are: {string.Join(", ", headings)}");
    }

    private static Dictionary<string, ColumnKind?> ReadMap(FileInfo file)
    {
        try
        {
            var map = JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllText(file.FullName)) ?? [];
            return map.ToDictionary(m => m.Key, m => KindNamed(file, m.Key, m.Value));
        }
        catch (JsonException e)
        {
            throw new VerbException($"{file}: line {e.LineNumber + 1} is not as expected. Write {{\"heading\": \"kind\"}}, for example {{\"CLIENT\": \"fullName\"}}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"{file} cannot be read: {e.Message}");
        }
    }

    private static ColumnKind? KindNamed(FileInfo file, string heading, string? name) =>
        name is null or LeftOut ? null
        : Kinds.TryGetValue(name, out var kind) ? kind
        : throw new VerbException($"{file}: {heading}: there is no kind {name}. There are: {string.Join(", ", Kinds.Keys)}, {LeftOut}");
}
