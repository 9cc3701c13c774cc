using System.Xml.Linq;
using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Genograms;
using Tsunagi.Diagrams.Svg;

namespace Tsunagi.Tests.Diagrams;

public class SvgTests
{
    static string Household(GenogramOptions? options = null) => SvgWriter.Write(Genogram.Draw(Sample.Family(Sample.Household), options ?? new() { Day = Sample.Day }).Drawing);

    /// <summary>What a strict content policy or a screen reader would object to.</summary>
    static IEnumerable<string> Objections(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        if (root.Attribute("role")?.Value != "img")
            yield return "no role";
        if (root.Elements().Take(2).Select(e => e.Name.LocalName) is var first && !first.SequenceEqual(["title", "desc"]))
            yield return "no title and desc";
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Name.LocalName is "script" or "style" or "foreignObject" or "image")
                yield return element.Name.LocalName;
            foreach (var attribute in element.Attributes().Where(a => a.Name.LocalName is "style" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)))
            {
                yield return attribute.Name.LocalName;
            }

            foreach (var colour in element.Attributes().Where(a => a.Name.LocalName is "fill" or "stroke" && a.Value is not ("none" or "black" or "white")))
            {
                yield return "colour " + colour.Value;
            }
        }

        foreach (var twice in root.Descendants().Attributes("id").CountBy(a => a.Value).Where(c => c.Value > 1))
        {
            yield return "id twice: " + twice.Key;
        }
    }

    [Theory, MemberData(nameof(GenogramProperties.Samples), MemberType = typeof(GenogramProperties))]
    public void A_page_with_a_strict_policy_may_show_it(string name) =>
        Assert.Empty(Objections(SvgWriter.Write(Genogram.Draw(Sample.Family(name)).Drawing)));

    [Fact]
    public void What_the_policy_forbids_is_found()
    {
        var svg = Household();
        Assert.Contains("style", Objections(svg.Replace("<g ", "<g style=\"x\" ", StringComparison.Ordinal)));
        Assert.Contains("script", Objections(svg.Replace("</svg>", "<script/></svg>", StringComparison.Ordinal)));
        Assert.Contains("colour red", Objections(svg.Replace("\"black\"", "\"red\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_are_text_whatever_is_in_them()
    {
        var svg = SvgWriter.Write(Genogram.Draw(new([new Person("<&\">", "<script>alert('架空')</script> & \"")])).Drawing);
        Assert.Empty(Objections(svg));
    }

    [Fact]
    public void Signs_follow_the_options()
    {
        Assert.Contains("fill=\"black\"", Household(new() { Deceased = DeceasedMark.Filled, HasLegend = false }), StringComparison.Ordinal);
        Assert.Contains("stroke-width=\"5\"", Household(new() { Marriage = MarriageLine.Double, HasLegend = false }), StringComparison.Ordinal);
        Assert.DoesNotContain("凡例", Household(new() { HasLegend = false }), StringComparison.Ordinal);
        Assert.Contains("凡例", Household(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("household.verified.svg")]
    [InlineData("household.verified.txt")]
    public void The_household_is_drawn_and_told_as_agreed(string name)
    {
        var drawn = Genogram.Draw(Sample.Family(Sample.Household), new() { Day = Sample.Day });
        var made = name.EndsWith("svg", StringComparison.Ordinal) ? SvgWriter.Write(drawn.Drawing) : GenogramText.Write(drawn, Sample.Day);
        var received = Path.Combine(AppContext.BaseDirectory, name.Replace("verified", "received", StringComparison.Ordinal));
        File.WriteAllText(received, made);
        Assert.True(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Diagrams", name)) == made, $"Look at {received}; if it is right, put it in the place of {name}.");
    }

    [Fact]
    public void A_ring_encloses_all_who_live_together_and_nobody_else() => Assert.All(Enumerable.Range(1, 200), seed => AssertRings(Genogram.Draw(FamilyMaker.Make(seed))));

    static void AssertRings(Genogram genogram)
    {
        var boxes = genogram.Drawing.Figures.Where(f => f.Role == FigureRole.Node).ToDictionary(f => f.Data[0].Value, f => f.Shapes[0].Bounds.Middle);
        foreach (var ring in genogram.Drawing.Figures.Where(f => f.Role == FigureRole.Ring && f.Shapes.Count > 0))
        {
            var members = ring.Data[1].Value.Split(' ').ToHashSet();
            var outline = ((Line)ring.Shapes[0]).Points;
            Assert.All(boxes, b => Assert.Equal(members.Contains(b.Key), IsInside(outline, b.Value)));
        }
    }

    static bool IsInside(IReadOnlyList<Point> outline, Point point)
    {
        var isInside = false;
        for (var i = 0; i < outline.Count; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Count]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < a.X + (b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y))
                isInside = !isInside;
        }

        return isInside;
    }
}
