using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>What is read from JSON is what the types say, so that no handler meets what no page could send.</summary>
static class JsonInput
{
    /// <summary>Under this key an unreadable collection says which of its elements is null.</summary>
    public const string Element = "element";

    /// <summary>A null where a value is needed, among the elements of a collection too, is unreadable. What is written is not asked.</summary>
    public static void RefuseNulls(JsonSerializerOptions options)
    {
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(type =>
        {
            foreach (var property in type.Properties.Where(p => p.Get is not null && (!p.PropertyType.IsValueType || Nullable.GetUnderlyingType(p.PropertyType) is not null))) property.IsGetNullable = true;
            // The serializer itself does not look at what stands in collections.
            if (type is { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary, ElementType: { } element } && Nullable.GetUnderlyingType(element) is null)
                type.OnDeserialized = RefuseNullElements;
        });
    }

    private static void RefuseNullElements(object collection)
    {
        if (collection is IDictionary entries)
        {
            foreach (var value in entries.Values)
                if (value is null) throw new JsonException();
            return;
        }
        var number = 0;
        foreach (var element in (IEnumerable)collection)
        {
            if (element is null) throw new JsonException { Data = { [Element] = number } };
            number++;
        }
    }
}

/// <summary>An instant in universal time, in which all are stored. One without an offset is meant as it is on the clocks in Japan, wherever the server stands.</summary>
sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String || !reader.TryGetDateTime(out var written)) throw new JsonException();
        if (written.Kind is not DateTimeKind.Unspecified) return reader.TryGetDateTimeOffset(out var instant) ? instant.ToUniversalTime() : throw new JsonException();
        return JapanTime.At(DateOnly.FromDateTime(written), TimeOnly.FromDateTime(written));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Text without the characters that no text field means, as from a page.</summary>
sealed class TextJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String) throw new JsonException();
        try
        {
            return reader.GetString() is { } text ? TypedText.Clean(text) : null;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("Half a character.", half);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}
