using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>What is read from JSON is what the types say, so that no handler meets what no page could send.</summary>
static class JsonInput
{
    /// <summary>A null where a value is needed is unreadable. What is written is not asked.</summary>
    public static void RefuseNulls(JsonSerializerOptions options)
    {
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(type =>
        {
            foreach (var property in type.Properties.Where(p => p.Get is not null && (!p.PropertyType.IsValueType || Nullable.GetUnderlyingType(p.PropertyType) is not null))) property.IsGetNullable = true;
        });
    }
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
