using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Json;

/// <summary>Dates in JSON: the text of <see cref="PartialDate.ToString"/>.</summary>
static class JsonDates
{
    public static PartialDate? Date(this StrictJson json, string name)
    {
        if (json.Text(name) is not { } text)
            return null;
        return PartialDate.TryParse(text, out var date)
            ? date
            : throw json.Wrong(name, $"is \"{text}\". Write 1975-04-01, 1975-04, 1975, ~1975 (about), 1970..1975, ..1975, 1975.. or ? (unknown).");
    }
}
