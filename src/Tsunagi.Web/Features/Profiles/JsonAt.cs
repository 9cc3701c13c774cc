using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>
/// A JSON value that knows where it stands. JsonDocument keeps no line numbers, and an error without a line sends
/// a clerk searching through a file of hundreds of them.
/// </summary>
sealed class JsonAt
{
    JsonAt(string file, int line, string path, JsonValueKind kind)
    {
        File = file;
        Line = line;
        Path = path;
        Kind = kind;
    }

    public string File { get; }

    public int Line { get; }

    public string Path { get; }

    public JsonValueKind Kind { get; }

    /// <summary>The text of a string, or the digits of a number as written.</summary>
    public string Text { get; private init; } = "";

    public IReadOnlyList<JsonProperty> Properties { get; private init; } = [];

    public IReadOnlyList<JsonAt> Items { get; private init; } = [];

    public JsonAt? this[string name]
    {
        get
        {
            foreach (var p in Properties)
            {
                if (p.Name == name)
                    return p.Value;
            }

            return null;
        }
    }

    public ProfileProblem Problem(string problem, string remedy) => new(File, Line, Path, problem, remedy);

    /// <summary>Reads a file's bytes. Malformed JSON and doubled properties become problems; the former yields null.</summary>
    public static JsonAt? Parse(string file, byte[] bytes, ICollection<ProfileProblem> problems)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = bytes.AsSpan(start);
        try
        {
            var lines = new LineIndex(text);
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
            reader.Read();
            var root = Read(ref reader, file, "", lines, problems);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            problems.Add(new ProfileProblem(
                file, (int)(e.LineNumber ?? 0) + 1, "", "is not well-formed JSON: " + FirstSentence(e.Message),
                "correct the line; commas stand between entries and not after the last, names and texts in double quotes"));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new ProfileProblem(file, null, "", "contains bytes that are not UTF-8", "save the file as UTF-8"));
        }

        return null;
    }

    static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    static JsonAt Read(ref Utf8JsonReader reader, string file, string path, LineIndex lines, ICollection<ProfileProblem> problems)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var properties = new List<JsonProperty>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var at = lines.LineOf(reader.TokenStartIndex);
                    reader.Read();
                    var inner = path.Length == 0 ? name : path + "." + name;
                    var value = Read(ref reader, file, inner, lines, problems);
                    if (properties.Exists(p => p.Name == name))
                        problems.Add(new ProfileProblem(file, at, inner, $"'{name}' is written twice in the same place", "keep one of the two"));
                    else
                        properties.Add(new JsonProperty(name, at, value));
                }

                return new JsonAt(file, line, path, JsonValueKind.Object) { Properties = properties };
            case JsonTokenType.StartArray:
                var items = new List<JsonAt>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader, file, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]"), lines, problems));
                return new JsonAt(file, line, path, JsonValueKind.Array) { Items = items };
            case JsonTokenType.String:
                return new JsonAt(file, line, path, JsonValueKind.String) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                var raw = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
                return new JsonAt(file, line, path, JsonValueKind.Number) { Text = Encoding.ASCII.GetString(raw) };
            case JsonTokenType.True:
                return new JsonAt(file, line, path, JsonValueKind.True);
            case JsonTokenType.False:
                return new JsonAt(file, line, path, JsonValueKind.False);
            default:
                return new JsonAt(file, line, path, JsonValueKind.Null);
        }
    }

    /// <summary>A named value and the line its name stands on.</summary>
    internal sealed record JsonProperty(string Name, int Line, JsonAt Value);

    sealed class LineIndex
    {
        readonly List<int> _starts = [0];

        public LineIndex(ReadOnlySpan<byte> text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == (byte)'\n')
                    _starts.Add(i + 1);
            }
        }

        public int LineOf(long offset)
        {
            var at = _starts.BinarySearch((int)offset);
            return at >= 0 ? at + 1 : ~at;
        }
    }
}
