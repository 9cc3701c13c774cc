using System.Text.RegularExpressions;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>Every colour on every ground it is used on, computed from the tokens in both modes (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public sealed partial class ContrastTests
{
    const double Text = 4.5;
    const double Shape = 3.0;

    static readonly (string Colour, string Ground, double AtLeast)[] Pairs =
    [
        ("ink", "surface", Text), ("ink", "surface-soft", Text), ("ink", "surface-sunk", Text), ("ink", "danger-soft", Text),
        ("ink-soft", "surface", Text), ("ink-soft", "surface-soft", Text),
        ("surface", "surface", 1), // the inside of a step not reached yet: a ring without a sign
        ("accent", "surface", Text), ("accent", "surface-soft", Text), ("accent", "surface-sunk", Text), ("accent", "accent-soft", Text),
        ("accent-deep", "surface", Text), ("accent-deep", "surface-soft", Text), ("accent-deep", "accent-soft", Text),
        ("on-accent", "accent", Text), ("on-accent", "accent-deep", Text), ("on-accent", "accent-deepest", Text),
        ("on-accent", "danger", Text), ("on-accent", "danger-deep", Text), ("on-accent", "sealed", Text), ("on-accent", "ink", Text),
        ("success", "surface", Text), ("success", "success-soft", Text),
        ("warning", "surface", Text), ("warning", "surface-soft", Text), ("warning", "warning-soft", Text),
        ("danger", "surface", Text), ("danger", "surface-soft", Text), ("danger", "danger-soft", Text), ("danger-deep", "surface", Text),
        ("sealed", "surface", Text), ("sealed", "sealed-soft", Text),
        ("disabled-ink", "disabled-surface", Text),
        ("line-control", "surface", Shape), ("line-control", "surface-soft", Shape), ("line-control", "surface-sunk", Shape),
        ("line-strong", "surface", Shape), ("line-strong", "surface-soft", Shape), ("line-strong", "disabled-surface", Shape),
        ("focus-line", "surface", Shape), ("focus-line", "surface-soft", Shape), ("focus-line", "focus-glow", Shape),
        ("focus-glow", "accent", Shape), ("focus-glow", "danger", Shape), ("focus-glow", "sealed", Shape),
    ];

    /// <summary>Lines that only decorate; nothing is understood by them.</summary>
    static readonly string[] Decoration = ["line"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_pair_can_be_read(bool highContrast) => Assert.Empty(Unreadable(Pairs, Colours(highContrast)));

    [Fact]
    public void High_contrast_is_higher_than_the_standard()
    {
        var (standard, high) = (Colours(false), Colours(true));
        foreach (var (colour, ground, atLeast) in Pairs.Where(p => p.AtLeast == Text && p.Ground != "disabled-surface"))
        {
            Assert.True(Ratio(colour, ground, high) >= 7, $"{colour} on {ground} is under 7:1 in high contrast.");
            Assert.True(Ratio(colour, ground, high) >= Ratio(colour, ground, standard) - 0.01, $"{colour} on {ground} loses contrast.");
        }
    }

    [Fact]
    public void A_pale_pair_is_found_out()
    {
        var colours = Colours(false);
        colours["--ink-soft"] = "#949494";
        Assert.Contains(Unreadable(Pairs, colours), c => c.StartsWith("ink-soft on surface", StringComparison.Ordinal));
    }

    [Fact]
    public void Black_on_white_is_21_to_1() => Assert.Equal(21, Stylesheet.Contrast("#000000", "#ffffff"), 3);

    [Theory]
    [InlineData("base")]
    [InlineData("components")]
    [InlineData("frame")]
    public void Every_colour_used_is_in_the_table(string sheet) => Assert.Empty(Unlisted(DesignFiles.Css(sheet)));

    [Fact]
    public void A_colour_outside_the_table_is_found_out()
    {
        Assert.NotEmpty(Unlisted(".x { color: var(--yellow-300); }"));
        Assert.NotEmpty(Unlisted(".x { color: var(--warning); background: var(--danger-soft); }"));
        Assert.NotEmpty(Unlisted(".x { border: 1px solid var(--focus-green); }"));
        Assert.NotEmpty(Unlisted(".x { color: #999999; }"));
    }

    static IEnumerable<string> Unreadable(IEnumerable<(string, string, double)> pairs, Dictionary<string, string> colours)
    {
        foreach (var (colour, ground, atLeast) in pairs)
        {
            var ratio = Ratio(colour, ground, colours);
            if (ratio < atLeast)
                yield return $"{colour} on {ground}: {ratio:0.00}, needed {atLeast}";
        }
    }

    static IEnumerable<string> Unlisted(string css)
    {
        var text = Pairs.Where(p => p.AtLeast != Shape).Select(p => p.Colour).ToHashSet();
        var grounds = Pairs.Select(p => p.Ground).ToHashSet();
        var lines = Pairs.Select(p => p.Colour).Concat(Decoration).ToHashSet();
        foreach (var rule in Stylesheet.Parse(css).Where(r => r.Selector != ":root" && !r.Selector.StartsWith(":root[", StringComparison.Ordinal)))
        {
            var (colour, ground) = (Name(rule["color"]), Name(rule["background"]));
            if (rule.Declarations.Any(d => HexColour().IsMatch(d.Value)))
                yield return $"{rule.Selector}: a colour that is not a token";
            if (colour is not null && !text.Contains(colour))
                yield return $"{rule.Selector}: text {colour}";
            if (ground is not null && !grounds.Contains(ground) && !lines.Contains(ground) && !ground.StartsWith("opacity-", StringComparison.Ordinal))
                yield return $"{rule.Selector}: ground {ground}";
            if (colour is not null && ground is not null && !Pairs.Any(p => p.Colour == colour && p.Ground == ground))
                yield return $"{rule.Selector}: {colour} on {ground}";
            foreach (var (_, value) in rule.Declarations.Where(d => d.Property.StartsWith("border", StringComparison.Ordinal) && !d.Property.EndsWith("radius", StringComparison.Ordinal)))
            {
                if (Name(value) is { } line && !lines.Contains(line))
                    yield return $"{rule.Selector}: line {line}";
            }
        }
    }

    static Dictionary<string, string> Colours(bool highContrast) =>
        Stylesheet.Properties(highContrast, DesignFiles.Css("tokens"), DesignFiles.Css("base"));

    static double Ratio(string colour, string ground, Dictionary<string, string> colours) =>
        Stylesheet.Contrast(Stylesheet.Resolve($"var(--{colour})", colours), Stylesheet.Resolve($"var(--{ground})", colours));

    static string? Name(string? value) => value is null ? null : Variable().Match(value) is { Success: true } m ? m.Groups[1].Value : null;

    [GeneratedRegex(@"var\(--([a-z0-9-]+)\)")]
    private static partial Regex Variable();

    [GeneratedRegex("#[0-9a-fA-F]{3,8}")]
    private static partial Regex HexColour();
}
