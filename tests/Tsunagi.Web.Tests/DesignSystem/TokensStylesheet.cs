using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>
/// Writes tokens.css out of the Digital Agency's tokens.json and compares it with the committed file. When they differ,
/// the new text lies beside it as tokens.received.css: look at it, then move it over tokens.css.
/// </summary>
public sealed partial class TokensStylesheet
{
    const string Committed = "src/Tsunagi.Web/wwwroot/css/tokens.css";

    [Fact]
    public void The_committed_stylesheet_is_what_the_tokens_say()
    {
        var written = Write(DesignFiles.Read("third-party/digital-go-jp-design-tokens/tokens.json"));
        var received = DesignFiles.Path(Committed.Replace(".css", ".received.css", StringComparison.Ordinal));
        if (written == DesignFiles.Read(Committed))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, written);
        Assert.Fail($"{Committed} differs from the tokens; see {Path.GetFileName(received)} beside it.");
    }

    [Fact]
    public void A_changed_token_changes_the_stylesheet()
    {
        var tokens = DesignFiles.Read("third-party/digital-go-jp-design-tokens/tokens.json");
        Assert.Contains("#0017c1", tokens, StringComparison.Ordinal);
        Assert.NotEqual(DesignFiles.Read(Committed), Write(tokens.Replace("#0017c1", "#0017c2", StringComparison.Ordinal)));
    }

    static string Write(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var colours = root.GetProperty("Color").GetProperty("Color");
        var neutral = colours.GetProperty("Neutral");
        var css = new StringBuilder(
            """
            /* Generated from third-party/digital-go-jp-design-tokens/tokens.json (MIT, see NOTICE there). Do not edit:
               tests/Tsunagi.Web.Tests/DesignSystem/TokensStylesheet.cs writes it and compares it. */
            :root {

            """);
        foreach (var family in colours.GetProperty("Primitive").EnumerateObject())
            Family(Kebab(family.Name), family.Value, v => v.GetString()!);
        Line("white", Value(neutral.GetProperty("White")).GetString()!);
        Line("black", Value(neutral.GetProperty("Black")).GetString()!);
        Family("solid-gray", neutral.GetProperty("SolidGray"), v => v.GetString()!);
        Family("opacity-gray", neutral.GetProperty("OpacityGray"), v => v.GetString()!);
        Family("font-size", root.GetProperty("Typography").GetProperty("FontSize"), v => Number(v, "px") / 16 + "rem");
        Family("line-height", root.GetProperty("Typography").GetProperty("LineHeight"), v => (Number(v, "%") / 100).ToString(CultureInfo.InvariantCulture));
        Family("border-radius", root.GetProperty("Size").GetProperty("BorderRadius"), v => v.GetString()!);
        Family("elevation", root.GetProperty("Size").GetProperty("Elevation"), v => string.Join(", ", v.EnumerateArray().Select(Shadow)));
        return css.Append("}\n").ToString();

        void Family(string name, JsonElement shades, Func<JsonElement, string> text)
        {
            foreach (var shade in shades.EnumerateObject())
                Line($"{name}-{shade.Name.ToLowerInvariant()}", text(Value(shade.Value)));
        }

        void Line(string name, string value) => css.Append(CultureInfo.InvariantCulture, $"  --{name}: {value};\n");
    }

    static JsonElement Value(JsonElement token) => token.GetProperty("$value");

    static double Number(JsonElement value, string unit) =>
        double.Parse(value.GetString()!.Replace(unit, "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    static string Shadow(JsonElement shadow) =>
        string.Join(' ', new[] { "x", "y", "blur", "spread", "color" }.Select(part => shadow.GetProperty(part).GetString()));

    static string Kebab(string name) => Humps().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
