using System.Text.Json;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Json;

/// <summary>Writes only what says something.</summary>
static class JsonWriting
{
    public static void Set(this Utf8JsonWriter w, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            w.WriteString(name, text);
    }

    public static void Set(this Utf8JsonWriter w, string name, bool flag)
    {
        if (flag)
            w.WriteBoolean(name, flag);
    }

    public static void Set(this Utf8JsonWriter w, string name, PartialDate date)
    {
        if (date != PartialDate.Unknown)
            w.WriteString(name, date.ToString());
    }

    public static void Set(this Utf8JsonWriter w, string name, PartialDate? date)
    {
        if (date is { } known)
            w.WriteString(name, known.ToString());
    }

    public static void Texts(this Utf8JsonWriter w, string name, IEnumerable<string> texts)
    {
        w.WriteStartArray(name);
        foreach (var text in texts)
        {
            w.WriteStringValue(text);
        }

        w.WriteEndArray();
    }

    public static void List<T>(this Utf8JsonWriter w, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        w.WriteStartArray(name);
        foreach (var item in items)
        {
            w.WriteStartObject();
            write(w, item);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }
}
