using System.Globalization;
using System.Text;

namespace Tsunagi.Bench.Linkage;

/// <summary>Seconds by records, both axes logarithmic.</summary>
static class ScalingPlot
{
    private const int Left = 60, Right = 540, Top = 20, Bottom = 340;
    private const double FewestRecords = 1e4, MostRecords = 1e6, LeastSeconds = 0.3, MostSeconds = 100;

    public static string Of(IReadOnlyList<Measured> all)
    {
        var svg = new StringBuilder();
        svg.Append("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" font-family="sans-serif" font-size="13" role="img" aria-label="Seconds by number of records">""").Append('\n');
        svg.Append("""<rect width="640" height="400" fill="white"/>""").Append('\n');
        foreach (var records in (double[])[1e4, 3e4, 1e5, 3e5, 1e6])
            Add(svg, $"""<path d="M{X(records):0} {Top}V{Bottom}" stroke="#ddd"/><text x="{X(records):0}" y="{Bottom + 20}" text-anchor="middle">{records:N0}</text>""");
        foreach (var seconds in (double[])[1, 3, 10, 30, 100])
            Add(svg, $"""<path d="M{Left} {Y(seconds):0}H{Right}" stroke="#ddd"/><text x="{Left - 8}" y="{Y(seconds) + 4:0}" text-anchor="end">{seconds}</text>""");
        Add(svg, $"""<text x="{(Left + Right) / 2}" y="{Bottom + 44}" text-anchor="middle">records</text><text x="{Left - 44}" y="{Top - 6}">seconds</text>""");
        Series(svg, all, m => m.Wall, "wall", "#0b6e4f", "");
        Series(svg, all, m => m.Processor, "processor", "#b3541e", "6 3");
        var last = all[^1];
        Line(svg, [(FewestRecords, last.Wall * FewestRecords / last.Records), (last.Records, last.Wall)], "#666", "2 4");
        Add(svg, $"""<text x="{X(4e4):0}" y="{Math.Min(Bottom - 6, Y(last.Wall * 4e4 / last.Records) + 24):0}" fill="#666">slope 1</text>""");
        return svg.Append("</svg>\n").ToString();
    }

    private static double X(double records) => Left + (Right - Left) * Math.Log(records / FewestRecords) / Math.Log(MostRecords / FewestRecords);

    private static double Y(double seconds) => Bottom - (Bottom - Top) * Math.Log(Math.Max(LeastSeconds, seconds) / LeastSeconds) / Math.Log(MostSeconds / LeastSeconds);

    private static void Series(StringBuilder svg, IReadOnlyList<Measured> all, Func<Measured, double> what, string name, string colour, string dashes)
    {
        Line(svg, all.Select(m => ((double)m.Records, what(m))), colour, dashes);
        foreach (var one in all) Add(svg, $"""<circle cx="{X(one.Records):0.0}" cy="{Y(what(one)):0.0}" r="3.5" fill="{colour}"/>""");
        Add(svg, $"""<text x="{X(all[^1].Records) + 10:0}" y="{Y(what(all[^1])) + 4:0}" fill="{colour}">{name}</text>""");
    }

    private static void Line(StringBuilder svg, IEnumerable<(double Records, double Seconds)> points, string colour, string dashes) =>
        Add(svg, $"""<polyline points="{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Records):0.0},{Y(p.Seconds):0.0}")))}" fill="none" stroke="{colour}" stroke-width="1.5"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}/>""");

    private static void Add(StringBuilder svg, FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
