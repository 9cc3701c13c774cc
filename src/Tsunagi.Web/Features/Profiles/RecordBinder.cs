using System.Globalization;
using System.Text.Json;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>
/// Turns JSON into records, strictly: unknown, missing and mistyped properties are problems, and nothing is guessed.
/// Remembers where each record was written, so that later checks can point there.
/// </summary>
sealed class RecordBinder(ICollection<ProfileProblem> problems)
{
    readonly Dictionary<object, JsonAt> _origins = new(ReferenceEqualityComparer.Instance);

    /// <summary>Binds a whole file; null if anything in its outermost record is wrong.</summary>
    public T? Bind<T>(JsonAt root)
        where T : class => (T?)BindRecord(typeof(T), root, isRoot: true);

    /// <summary>Where a record was written, or the property of it that is meant.</summary>
    public JsonAt Origin(object record, string? property = null)
    {
        var at = _origins[record];
        return property is null ? at : at[property] ?? at;
    }

    /// <summary>Lets a record made from another one point to where that one was written.</summary>
    public void Derive(object made, object from) => _origins[made] = _origins[from];

    object? BindRecord(Type type, JsonAt at, bool isRoot = false)
    {
        if (at.Kind != JsonValueKind.Object)
            return Mistyped(at, "an object { … }");
        var shape = RecordShape.Of(type);
        foreach (var property in at.Properties)
        {
            // Editors find the schema by this property.
            if (shape.Find(property.Name) is not null || (isRoot && property.Name == "$schema"))
                continue;
            var nearest = Nearest(property.Name, shape.Fields.Select(f => f.Name));
            problems.Add(new ProfileProblem(
                at.File, property.Line, property.Value.Path, $"'{property.Name}' is not known here",
                nearest is null
                    ? $"remove it; known here: {string.Join(", ", shape.Fields.Select(f => f.Name))}"
                    : $"write '{nearest}', or remove it"));
        }

        var values = new object?[shape.Fields.Count];
        var complete = true;
        for (var i = 0; i < values.Length; i++)
        {
            var field = shape.Fields[i];
            if (at[field.Name] is { } value)
            {
                values[i] = BindValue(field, value);
                complete &= values[i] is not null;
            }
            else if (field.IsRequired)
            {
                problems.Add(at.Problem($"'{field.Name}' is missing", $"add \"{field.Name}\": {Example(field.Type)}"));
                complete = false;
            }
            else
            {
                values[i] = field.Default;
            }
        }

        if (!complete)
            return null;
        var record = shape.Constructor.Invoke(values);
        _origins[record] = at;
        return record;
    }

    object? BindValue(FieldShape field, JsonAt at)
    {
        if (at.Kind == JsonValueKind.Null)
        {
            problems.Add(at.Problem("is null", field.IsRequired ? $"write {Example(field.Type)}" : "leave the property out instead"));
            return null;
        }

        return RecordShape.ElementOf(field.Type) is { } element ? BindList(element, at) : BindSingle(field, at);
    }

    object? BindList(Type element, JsonAt at)
    {
        if (at.Kind != JsonValueKind.Array)
            return Mistyped(at, "a list [ … ]");
        // A broken entry is reported and left out, so that the rest of the list is still checked.
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        var field = new FieldShape("", element, true, null, null);
        foreach (var item in at.Items)
        {
            if (BindValue(field, item) is { } value)
                list.Add(value);
        }

        return list;
    }

    object? BindSingle(FieldShape field, JsonAt at)
    {
        if (field.Type == typeof(string))
            return BindText(at);
        if (field.Type == typeof(bool))
            return at.Kind is JsonValueKind.True or JsonValueKind.False ? at.Kind == JsonValueKind.True : Mistyped(at, "true or false");
        if (field.Type == typeof(int))
            return BindNumber(field, at);
        if (field.Type == typeof(DateOnly))
            return BindDate(at);
        if (field.Type == typeof(TimeOnly))
            return BindTime(at);
        return field.Type.IsEnum ? BindEnum(field.Type, at) : BindRecord(field.Type, at);
    }

    string? BindText(JsonAt at)
    {
        if (at.Kind != JsonValueKind.String)
        {
            Mistyped(at, "a text in double quotes");
            return null;
        }

        if (string.IsNullOrWhiteSpace(at.Text))
        {
            problems.Add(at.Problem("is an empty text", "write the text, or leave the property out if it may be missing"));
            return null;
        }

        if (at.Text != at.Text.Trim())
        {
            problems.Add(at.Problem("begins or ends with a space", "remove the space"));
            return null;
        }

        return at.Text;
    }

    object? BindNumber(FieldShape field, JsonAt at)
    {
        if (at.Kind != JsonValueKind.Number || !int.TryParse(at.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Mistyped(at, "a whole number");
        if (field.Range is { } range && !range.IsValid(number))
        {
            problems.Add(at.Problem(
                $"{at.Text} is outside what is possible here",
                string.Create(CultureInfo.InvariantCulture, $"write a number from {range.Minimum} to {range.Maximum}")));
            return null;
        }

        return number;
    }

    DateOnly? BindDate(JsonAt at)
    {
        if (at.Kind == JsonValueKind.String
            && DateOnly.TryParseExact(at.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        problems.Add(at.Problem($"'{at.Text}' is not a date", "write a real day as \"YYYY-MM-DD\", for example \"2024-04-01\""));
        return null;
    }

    TimeOnly? BindTime(JsonAt at)
    {
        if (at.Kind == JsonValueKind.String
            && TimeOnly.TryParseExact(at.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        problems.Add(at.Problem($"'{at.Text}' is not a time", "write a time of the day as \"HH:MM\", for example \"08:30\""));
        return null;
    }

    object? BindEnum(Type type, JsonAt at)
    {
        if (at.Kind != JsonValueKind.String)
            return Mistyped(at, "one of " + string.Join(", ", RecordShape.WordsOf(type)));
        var index = RecordShape.WordsOf(type).ToList().IndexOf(at.Text);
        if (index >= 0)
            return Enum.Parse(type, Enum.GetNames(type)[index]);
        problems.Add(at.Problem($"'{at.Text}' is not known here", "write one of " + string.Join(", ", RecordShape.WordsOf(type))));
        return null;
    }

    object? Mistyped(JsonAt at, string expected)
    {
        problems.Add(at.Problem($"is {Describe(at)}", $"write {expected}"));
        return null;
    }

    static string Describe(JsonAt at) => at.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text '{at.Text}'",
        JsonValueKind.Number => $"the number {at.Text}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    static string Example(Type type)
    {
        if (type == typeof(string))
            return "\"…\"";
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(int))
            return "a whole number";
        if (type == typeof(DateOnly))
            return "\"YYYY-MM-DD\"";
        if (type == typeof(TimeOnly))
            return "\"HH:MM\"";
        if (RecordShape.ElementOf(type) is not null)
            return "[ … ]";
        return type.IsEnum ? "one of " + string.Join(", ", RecordShape.WordsOf(type)) : "{ … }";
    }

    /// <summary>The known word at most two letters away, to answer a slip of the finger.</summary>
    static string? Nearest(string word, IEnumerable<string> known) =>
        known.Select(k => (Word: k, Distance: Distance(word.ToUpperInvariant(), k.ToUpperInvariant())))
            .Where(k => k.Distance <= 2)
            .OrderBy(k => k.Distance)
            .Select(k => k.Word)
            .FirstOrDefault();

    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = a[i - 1] == b[j - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[j - 1]));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
