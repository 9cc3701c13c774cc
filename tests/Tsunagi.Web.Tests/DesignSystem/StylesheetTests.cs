using System.Globalization;
using System.Text.RegularExpressions;

namespace Tsunagi.Web.Tests.DesignSystem;

public sealed partial class StylesheetTests
{
    static readonly string[] Sheets = ["base", "components", "frame", "print"];

    /// <summary>What is pressed with a finger, and the sheet that makes it large enough.</summary>
    static readonly (string Sheet, string Selector)[] Targets =
    [
        ("components", ".ds-button"), ("components", ".ds-button--compact"), ("components", ".ds-input"), ("components", ".ds-choice"),
        ("components", ".ds-choice-label"), ("components", ".ds-file"), ("components", ".ds-file::file-selector-button"),
        ("components", ".ds-drawer-button"), ("components", ".ds-tab a"), ("components", ".ds-accordion-item > summary"),
        ("components", ".ds-disclosure > summary"), ("components", ".ds-sort"), ("components", ".ds-work-what a"),
        ("components", ".ds-card-title a"), ("components", ".ds-list--bare > li > a:first-child"), ("components", ".ds-error-summary a"),
        ("components", ".ds-timeline-title a"), ("components", ".ds-breadcrumb li, .ds-breadcrumb a"), ("components", ".ds-step-title a"),
        ("frame", ".frame-menu a"), ("frame", ".frame-thumb a"), ("frame", ".frame-utility-button"), ("frame", ".frame-brand"),
        ("frame", ".frame-organisation a"), ("frame", ".frame-search .ds-input"), ("frame", ".frame-search .ds-button"),
    ];

    [Fact]
    public void Everything_pressed_is_44_pixels_high() =>
        Assert.Empty(Targets.SelectMany(t => TooSmall(DesignFiles.Css(t.Sheet), t.Selector)));

    [Fact]
    public void A_small_button_is_found_out()
    {
        Assert.NotEmpty(TooSmall(".ds-button { min-height: 2.5rem; }", ".ds-button"));
        Assert.NotEmpty(TooSmall(".ds-button { color: inherit; }", ".ds-button"));
        Assert.NotEmpty(TooSmall(".ds-button { min-height: 3rem; } @media print { .ds-button { min-height: 1rem; } }", ".ds-button"));
    }

    [Fact]
    public void Both_ways_to_high_contrast_are_the_same()
    {
        var rules = Stylesheet.Parse(DesignFiles.Css("base"));
        var bySwitch = rules.Single(r => r.Selector == ":root[data-contrast=\"more\"]");
        var bySystem = rules.Single(r => r.Media == "@media (prefers-contrast: more)" && r.Selector == ":root");
        Assert.Equal(bySwitch.Declarations, bySystem.Declarations);
    }

    [Fact]
    public void Every_custom_property_used_is_defined() => Assert.Empty(Sheets.SelectMany(s => Undefined(DesignFiles.Css(s))));

    [Fact]
    public void An_undefined_property_is_found_out() => Assert.NotEmpty(Undefined(".x { color: var(--no-such-colour); }"));

    [Fact]
    public void The_focus_ring_is_black_with_yellow_inside()
    {
        var ring = Stylesheet.Parse(DesignFiles.Css("base")).Single(r => r.Selector == ":focus-visible");
        Assert.Equal("0.25rem solid var(--focus-line)", ring["outline"]);
        Assert.Contains("var(--focus-glow)", ring["box-shadow"], StringComparison.Ordinal);
        var colours = Stylesheet.Properties(false, DesignFiles.Css("tokens"), DesignFiles.Css("base"));
        Assert.Equal("#000000", Stylesheet.Resolve("var(--focus-line)", colours));
        Assert.Equal("#ffd43d", Stylesheet.Resolve("var(--focus-glow)", colours));
    }

    [Fact]
    public void Nothing_comes_from_elsewhere() =>
        Assert.All(Sheets.Append("tokens"), s => Assert.DoesNotContain("url(", DesignFiles.Css(s), StringComparison.Ordinal));

    [Fact]
    public void No_page_carries_styles_or_scripts_of_its_own() => Assert.All(DesignFiles.Pages(), p => Assert.False(Inline(File.ReadAllText(p)), p));

    [Fact]
    public void Inline_styles_and_scripts_are_found_out()
    {
        Assert.True(Inline("<p style=\"color: red\">"));
        Assert.True(Inline("<button onclick=\"go()\">"));
        Assert.True(Inline("<script>go()</script>"));
        Assert.True(Inline("<style>p {}</style>"));
        Assert.False(Inline("<script type=\"module\" src=\"~/js/errors.js\"></script>"));
    }

    [Fact]
    public void Narrow_layouts_are_for_screens_not_for_paper() => Assert.Empty(Sheets.SelectMany(s => NarrowOnPaper(DesignFiles.Css(s))));

    [Fact]
    public void A_narrow_layout_on_paper_is_found_out() => Assert.NotEmpty(NarrowOnPaper("@media (max-width: 40rem) { .x { color: inherit; } }"));

    static IEnumerable<string> NarrowOnPaper(string css) =>
        Stylesheet.Parse(css).Select(r => r.Media).Where(m => m.Contains("max-width", StringComparison.Ordinal) && !m.StartsWith("@media screen", StringComparison.Ordinal));

    [Fact]
    public void Every_class_a_page_writes_is_in_a_stylesheet()
    {
        var sheets = string.Concat(Sheets.Select(DesignFiles.Css));
        Assert.Empty(DesignFiles.Pages().SelectMany(p => UnknownClasses(File.ReadAllText(p), sheets)));
    }

    [Fact]
    public void A_class_nobody_defined_is_found_out()
    {
        Assert.Equal(["ds-frm"], UnknownClasses("<form class=\"ds-frm ds-stack\">", ".ds-stack { }"));
        Assert.Equal(["ds-sta"], UnknownClasses("<form class=\"ds-sta\">", ".ds-stack { }"));
    }

    static IEnumerable<string> UnknownClasses(string page, string css) =>
        from written in Class().Matches(page).SelectMany(m => m.Groups[1].Value.Split(' '))
        where written.StartsWith("ds-", StringComparison.Ordinal) || written.StartsWith("frame-", StringComparison.Ordinal)
        where !Regex.IsMatch(css, $@"\.{Regex.Escape(written)}(?![a-z0-9-])")
        select written;

    static IEnumerable<string> TooSmall(string css, string selector)
    {
        var properties = Stylesheet.Properties(false, DesignFiles.Css("tokens"), DesignFiles.Css("base"));
        var heights = Stylesheet.Parse(css).Where(r => r.Selector == selector).Select(r => r["min-height"]).OfType<string>().ToList();
        if (heights.Count == 0)
            yield return $"{selector} has no least height.";
        foreach (var height in heights)
        {
            var text = Stylesheet.Resolve(height, properties);
            var pixels = double.Parse(text.Replace("rem", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 16;
            if (pixels < 44)
                yield return $"{selector} is {pixels} pixels high.";
        }
    }

    static IEnumerable<string> Undefined(string css)
    {
        var defined = Stylesheet.Properties(false, DesignFiles.Css("tokens"), DesignFiles.Css("base"));
        return Variable().Matches(css).Select(m => m.Groups[1].Value).Where(v => !defined.ContainsKey(v)).Distinct();
    }

    static bool Inline(string page) => InlineCode().IsMatch(page);

    [GeneratedRegex("class=\"([^\"@]*)\"")]
    private static partial Regex Class();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"<[^>]*\s(style|on[a-z]+)\s*=|<style|<script(?![^>]*\ssrc=)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
