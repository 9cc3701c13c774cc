namespace Tsunagi.Linkage.Japanese;

/// <summary>The tables embedded in this library.</summary>
static class Resource
{
    /// <summary>The lines of a table, split at tabs.</summary>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line.Split('\t');
    }
}
