using System.Text.Json;

namespace Tsunagi.Diagrams;

/// <summary>The names of values as files and attributes have them: with a small first letter.</summary>
static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
