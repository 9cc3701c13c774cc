using System.Globalization;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>The versions a client had read, from its If-Match header. A weak tag names a version as well as a strong one: both are the record's number.</summary>
static class IfMatch
{
    public const string Header = "If-Match";

    /// <summary>The versions named; nothing where the client does not say. Asked for only after <see cref="IsUnreadable"/>.</summary>
    public static SeenVersion Of(HttpRequest request) => TryRead(request, out var seen) ? seen : default;

    /// <summary>Whether something was said that names no version: doing the act regardless would be what the client wanted to rule out.</summary>
    public static bool IsUnreadable(HttpRequest request) => !TryRead(request, out _);

    private static bool TryRead(HttpRequest request, out SeenVersion seen)
    {
        seen = default;
        var text = request.Headers.IfMatch.ToString();
        if (text.Length == 0 || text == "*") return true;
        List<int> versions = [];
        foreach (var tag in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(NumberOf(tag), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return false;
            versions.Add(version);
        }
        seen = new(versions);
        return true;
    }

    private static string NumberOf(string tag)
    {
        var strong = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
        return strong is ['"', .. var inner, '"'] ? inner : strong;
    }
}
