using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>The JSON schema of the profile files, exported from the same shapes the reader binds. For editors; the reader decides.</summary>
public static class ProfileSchema
{
    static readonly Type[] Files =
    [
        typeof(WardFile), typeof(AreasFile), typeof(DistrictsFile), typeof(OrganisationsFile), typeof(MeetingsFile),
        typeof(RulesFile), typeof(LawsFile), typeof(LegalBasesFile), typeof(TextsFile), typeof(CodesFile),
    ];

    static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text, ending in a line feed.</summary>
    public static string Export()
    {
        var definitions = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            Define(file, definitions);
            definitions[NameOf(file)]["properties"]!["$schema"] = new JsonObject { ["type"] = "string" };
        }

        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A file of a municipal profile",
            ["anyOf"] = new JsonArray([.. Files.Select(f => Reference(f))]),
            ["$defs"] = new JsonObject(definitions.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value))),
        };
        return root.ToJsonString(Layout) + "\n";
    }

    static void Define(Type type, SortedDictionary<string, JsonObject> definitions)
    {
        if (definitions.ContainsKey(NameOf(type)))
            return;
        var properties = new JsonObject();
        var required = new JsonArray();
        definitions[NameOf(type)] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
        foreach (var field in RecordShape.Of(type).Fields)
        {
            properties[field.Name] = Describe(field, definitions);
            if (field.IsRequired)
                required.Add(field.Name);
        }
    }

    static JsonObject Describe(FieldShape field, SortedDictionary<string, JsonObject> definitions)
    {
        var type = field.Type;
        if (RecordShape.ElementOf(type) is { } element)
        {
            return new JsonObject
            {
                ["type"] = "array",
                ["items"] = Describe(new FieldShape("", element, true, null, null), definitions),
            };
        }

        if (type == typeof(string))
            return new JsonObject { ["type"] = "string", ["minLength"] = 1 };
        if (type == typeof(bool))
            return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(DateOnly))
            return new JsonObject { ["type"] = "string", ["format"] = "date" };
        if (type == typeof(TimeOnly))
            return new JsonObject { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" };
        if (type == typeof(int))
        {
            var number = new JsonObject { ["type"] = "integer" };
            if (field.Range is { } range)
            {
                number["minimum"] = (int)range.Minimum;
                number["maximum"] = (int)range.Maximum;
            }

            return number;
        }

        if (type.IsEnum)
            return new JsonObject { ["enum"] = new JsonArray([.. RecordShape.WordsOf(type).Select(w => (JsonNode)w)]) };
        Define(type, definitions);
        return Reference(type);
    }

    static JsonObject Reference(Type type) => new() { ["$ref"] = "#/$defs/" + NameOf(type) };

    static string NameOf(Type type) => type.Name;
}
