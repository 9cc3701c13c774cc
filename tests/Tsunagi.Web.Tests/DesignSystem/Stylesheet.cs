using System.Globalization;
using System.Text.RegularExpressions;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>A rule of a stylesheet: where it holds, for what, and its declarations.</summary>
sealed record CssRule(string Media, string Selector, IReadOnlyList<(string Property, string Value)> Declarations)
{
    public string? this[string property] => Declarations.LastOrDefault(d => d.Property == property).Value;
}

/// <summary>Reads our own plain stylesheets: rules, and rules inside one at-rule. Not a CSS parser for the world.</summary>
static partial class Stylesheet
{
    public static IReadOnlyList<CssRule> Parse(string css)
    {
        var rules = new List<CssRule>();
        Read(Comments().Replace(css, ""), "", rules);
        return rules;
    }

    static void Read(string css, string media, List<CssRule> rules)
    {
        var at = 0;
        while (css.IndexOf('{', at) is var open and >= 0)
        {
            var head = css[at..open].Trim();
            var close = Matching(css, open);
            var body = css[(open + 1)..close];
            if (head.StartsWith("@media", StringComparison.Ordinal))
                Read(body, head, rules);
            else if (!head.StartsWith('@'))
                rules.Add(new CssRule(media, head, [.. Declarations(body)]));
            at = close + 1;
        }
    }

    static IEnumerable<(string, string)> Declarations(string body) =>
        from line in body.Split(';')
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        where colon > 0
        select (line[..colon].Trim(), line[(colon + 1)..].Trim());

    static int Matching(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            if (css[i] == '{')
                depth++;
            else if (css[i] == '}' && --depth == 0)
                return i;
        }
        throw new FormatException("A brace is not closed.");
    }

    /// <summary>The custom properties of a mode: the standard ones, overlaid by those of high contrast when asked.</summary>
    public static Dictionary<string, string> Properties(bool highContrast, params string[] sheets)
    {
        var properties = new Dictionary<string, string>();
        foreach (var selector in highContrast ? new[] { ":root", ":root[data-contrast=\"more\"]" } : [":root"])
        {
            foreach (var rule in sheets.SelectMany(Parse).Where(r => r.Media.Length == 0 && r.Selector == selector))
            {
                foreach (var (property, value) in rule.Declarations.Where(d => d.Property.StartsWith("--", StringComparison.Ordinal)))
                    properties[property] = value;
            }
        }
        return properties;
    }

    public static string Resolve(string value, IReadOnlyDictionary<string, string> properties)
    {
        while (Variable().Match(value) is { Success: true } match)
        {
            if (!properties.TryGetValue(match.Groups[1].Value, out var found))
                throw new KeyNotFoundException($"{match.Groups[1].Value} is used and nowhere defined.");
            value = value.Replace(match.Value, found, StringComparison.Ordinal);
        }
        return value;
    }

    /// <summary>The contrast ratio of WCAG between two colours written as six hexadecimal digits.</summary>
    public static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    static double Luminance(string colour)
    {
        if (!Hex().IsMatch(colour))
            throw new FormatException($"'{colour}' is not a colour of six hexadecimal digits.");
        double Channel(int from)
        {
            var c = int.Parse(colour.AsSpan(from, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Variable();

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Hex();
}
