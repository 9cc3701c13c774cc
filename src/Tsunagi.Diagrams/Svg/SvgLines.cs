using System.Text;
using System.Xml;
using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Svg;

/// <summary>Lines as SVG paths.</summary>
static class SvgLines
{
    const double Corner = 7;

    public static void Write(XmlWriter xml, Line line)
    {
        var path = line.IsRounded ? Rounded(line) : Straight(line);
        WritePath(xml, path, line.Style);
        // A double line is a broad one with white laid into it.
        if (line.Style == LineStyle.Double)
        {
            xml.WriteStartElement("path");
            xml.WriteAttributeString("d", path);
            xml.WriteAttributeString("stroke", "white");
            xml.WriteAttributeString("stroke-width", "2");
            xml.WriteEndElement();
        }
    }

    static void WritePath(XmlWriter xml, string path, LineStyle style)
    {
        xml.WriteStartElement("path");
        xml.WriteAttributeString("d", path);
        SetStyle(xml, style);
        xml.WriteEndElement();
    }

    public static void SetStyle(XmlWriter xml, LineStyle style)
    {
        var (width, dashes) = style switch
        {
            LineStyle.Solid => ("", ""),
            LineStyle.Double => ("5", ""),
            LineStyle.Thick => ("4", ""),
            LineStyle.Dashed => ("", "6 4"),
            LineStyle.Dotted => ("2", "1.5 4"),
            LineStyle.DashDot => ("", "10 3 2 3"),
        };
        if (width.Length > 0)
            xml.WriteAttributeString("stroke-width", width);
        if (dashes.Length > 0)
            xml.WriteAttributeString("stroke-dasharray", dashes);
    }

    static string Straight(Line line)
    {
        var path = new StringBuilder();
        foreach (var (i, point) in line.Points.Index())
        {
            path.Append(i == 0 ? "M" : " L").Append(At(point));
        }

        return path.Append(line.IsClosed ? " Z" : "").ToString();
    }

    static string Rounded(Line line)
    {
        var points = line.Points;
        var path = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            var (before, here, after) = (points[(i + points.Count - 1) % points.Count], points[i], points[(i + 1) % points.Count]);
            if (!line.IsClosed && (i == 0 || i == points.Count - 1))
                path.Append(i == 0 ? "M" : " L").Append(At(here));
            else
                path.Append(i == 0 ? "M" : " L").Append(At(Toward(here, before))).Append(" Q").Append(At(here)).Append(' ').Append(At(Toward(here, after)));
        }

        return path.Append(line.IsClosed ? " Z" : "").ToString();
    }

    static Point Toward(Point from, Point to)
    {
        var length = Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y));
        var part = length == 0 ? 0 : Math.Min(Corner, length / 2) / length;
        return new(from.X + (to.X - from.X) * part, from.Y + (to.Y - from.Y) * part);
    }

    static string At(Point point) => $"{SvgWriter.Number(point.X)} {SvgWriter.Number(point.Y)}";
}
