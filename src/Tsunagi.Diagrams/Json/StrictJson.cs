using System.Text.Json;

namespace Tsunagi.Diagrams.Json;

/// <summary>An object of a JSON file of which every property must be known; refuses with the path and what to do.</summary>
sealed class StrictJson
{
    const int Deepest = 16;
    const int MostBytes = 64 * 1024 * 1024;

    readonly JsonElement element;
    readonly HashSet<string> taken = [];

    StrictJson(JsonElement element, string path)
    {
        Path = path;
        this.element = element.ValueKind == JsonValueKind.Object ? element : throw Wrong("must be an object { … }.");
    }

    public string Path { get; }

    /// <summary>Reads a whole file; the elements live as long as the document that is handed to <paramref name="read"/>.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, Func<StrictJson, T> read)
    {
        if (utf8.Length > MostBytes)
            throw new DiagramException("$", $"the file has {utf8.Length} bytes. At most {MostBytes} can be read.");
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(utf8), new() { MaxDepth = Deepest, AllowDuplicateProperties = false });
            var root = new StrictJson(document.RootElement, "$");
            var value = read(root);
            root.Done();
            return value;
        }
        catch (JsonException e)
        {
            throw new DiagramException($"line {e.LineNumber + 1}", $"this is no JSON that can be read: {e.Message} Mend the file there.");
        }
        catch (InvalidOperationException e) when (e.InnerException is System.Text.DecoderFallbackException or null && e.Source == "System.Text.Json")
        {
            throw new DiagramException("$", "a text in the file is not UTF-8. Save the file as UTF-8.");
        }
    }

    static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    /// <summary>A text; null when the property is missing.</summary>
    public string? Text(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Wrong(name, "must be a text in quotes."),
    };

    /// <summary>A text that must be there.</summary>
    public string NeededText(string name) => Text(name) ?? throw Wrong(name, "is missing. Add it as a text.");

    /// <summary>true or false; false when missing.</summary>
    public bool Flag(string name) => Take(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong(name, "must be true or false."),
    };

    /// <summary>One of the names of an enum, written with a small first letter.</summary>
    public T OneOf<T>(string name, T usual) where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return usual;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Words.Of(value) == text)
                return value;
        }

        throw Wrong(name, $"is \"{text}\". Write one of: {string.Join(", ", Enum.GetValues<T>().Select(Words.Of))}.");
    }

    /// <summary>The objects of a list; none when missing.</summary>
    public List<T> Objects<T>(string name, Func<StrictJson, T> read) => Items(name, (item, path) =>
    {
        var inner = new StrictJson(item, path);
        var value = inner.Guarded(() => read(inner));
        inner.Done();
        return value;
    });

    /// <summary>The texts of a list; none when missing.</summary>
    public List<string> Texts(string name) => Items(name, (item, path) =>
        item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new DiagramException(path, "must be a text in quotes."));

    List<T> Items<T>(string name, Func<JsonElement, string, T> read) => Take(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select((item, i) => read(item, $"{Path}.{name}[{i}]"))],
        _ => throw Wrong(name, "must be a list [ … ]."),
    };

    /// <summary>Puts the path of this object before what a value itself refuses.</summary>
    public T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DiagramException e) when (!e.Where.StartsWith('$'))
        {
            throw new DiagramException(Path + "." + e.Message, e);
        }
    }

    JsonElement? Take(string name)
    {
        taken.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    void Done()
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!taken.Contains(property.Name))
                throw Wrong($"there is no property \"{property.Name}\" here. Remove it or write one of: {string.Join(", ", taken)}.");
        }
    }

    DiagramException Wrong(string problem) => new(Path, problem);

    public DiagramException Wrong(string name, string problem) => new($"{Path}.{name}", problem);
}
