using System.Globalization;
using System.Text;
using System.Xml;
using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Svg;

/// <summary>A drawing as SVG: black on white, without script and styles, so that the strictest content policy lets it through.</summary>
public static class SvgWriter
{
    const string Namespace = "http://www.w3.org/2000/svg";
    const string Fonts = "'Noto Sans JP','Noto Sans CJK JP','BIZ UDPGothic','Hiragino Sans','Yu Gothic',sans-serif";

    /// <summary>Writes the whole drawing as one element <c>svg</c>, ready to stand in a page or in a file.</summary>
    /// <param name="drawing">What to write.</param>
    /// <param name="idPrefix">Put before every id, where several drawings share a page.</param>
    /// <param name="linkOf">Where a figure leads; null for one that leads nowhere. Without it the whole is one picture to a screen reader.</param>
    public static string Write(Drawing drawing, string idPrefix = "", Func<Figure, SvgLink?>? linkOf = null)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(text, settings))
        {
            Begin(xml, drawing, idPrefix, linkOf is null ? "img" : "group");
            foreach (var figure in drawing.Figures)
            {
                WriteLinked(xml, figure, idPrefix, linkOf?.Invoke(figure));
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    static void Begin(XmlWriter xml, Drawing drawing, string idPrefix, string role)
    {
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}");
        Set(xml, "width", drawing.Width);
        Set(xml, "height", drawing.Height);
        xml.WriteAttributeString("role", role);
        xml.WriteAttributeString("aria-labelledby", $"{idPrefix}title {idPrefix}desc");
        xml.WriteAttributeString("lang", "ja");
        xml.WriteAttributeString("font-family", Fonts);
        xml.WriteAttributeString("fill", "none");
        xml.WriteAttributeString("stroke", "black");
        xml.WriteAttributeString("stroke-width", "1.5");
        WriteWords(xml, "title", drawing.Title, idPrefix + "title");
        WriteWords(xml, "desc", drawing.Description, idPrefix + "desc");
        xml.WriteStartElement("rect");
        xml.WriteAttributeString("width", "100%");
        xml.WriteAttributeString("height", "100%");
        xml.WriteAttributeString("fill", "white");
        xml.WriteAttributeString("stroke", "none");
        xml.WriteEndElement();
    }

    static void WriteWords(XmlWriter xml, string element, string words, string? id = null)
    {
        xml.WriteStartElement(element);
        if (id is not null)
            xml.WriteAttributeString("id", id);
        xml.WriteString(words);
        xml.WriteEndElement();
    }

    static void WriteLinked(XmlWriter xml, Figure figure, string idPrefix, SvgLink? link)
    {
        if (link is not null)
        {
            xml.WriteStartElement("a");
            xml.WriteAttributeString("href", link.Href);
            xml.WriteAttributeString("aria-label", link.Label);
        }

        WriteFigure(xml, figure, idPrefix);
        if (link is not null)
            xml.WriteEndElement();
    }

    static void WriteFigure(XmlWriter xml, Figure figure, string idPrefix)
    {
        xml.WriteStartElement("g");
        xml.WriteAttributeString("id", idPrefix + figure.Id);
        foreach (var (key, value) in figure.Data)
        {
            xml.WriteAttributeString("data-" + key, value);
        }

        if (figure.Title.Length > 0)
            WriteWords(xml, "title", figure.Title);
        foreach (var shape in figure.Shapes)
        {
            WriteShape(xml, shape);
        }

        xml.WriteEndElement();
    }

    static void WriteShape(XmlWriter xml, Shape shape)
    {
        switch (shape)
        {
            case Line line:
                SvgLines.Write(xml, line);
                break;
            case Rectangle { Box: var box } rectangle:
                xml.WriteStartElement("rect");
                Set(xml, "x", box.Left);
                Set(xml, "y", box.Top);
                Set(xml, "width", box.Width);
                Set(xml, "height", box.Height);
                if (rectangle.Radius > 0)
                    Set(xml, "rx", rectangle.Radius);
                SvgLines.SetStyle(xml, rectangle.Style);
                SetFill(xml, rectangle.Fill);
                xml.WriteEndElement();
                break;
            case Ellipse { Box: var box } ellipse:
                xml.WriteStartElement("ellipse");
                Set(xml, "cx", box.Middle.X);
                Set(xml, "cy", box.Middle.Y);
                Set(xml, "rx", box.Width / 2);
                Set(xml, "ry", box.Height / 2);
                SetFill(xml, ellipse.Fill);
                xml.WriteEndElement();
                break;
            case Polygon polygon:
                xml.WriteStartElement("polygon");
                xml.WriteAttributeString("points", string.Join(' ', polygon.Points.Select(p => $"{Number(p.X)},{Number(p.Y)}")));
                SetFill(xml, polygon.Fill);
                xml.WriteEndElement();
                break;
            case Text text:
                WriteText(xml, text);
                break;
        }
    }

    static void WriteText(XmlWriter xml, Text text)
    {
        if (text.HasGround)
            WriteGround(xml, text.Bounds);
        xml.WriteStartElement("text");
        Set(xml, "x", text.Middle.X);
        Set(xml, "y", text.Middle.Y + text.Size * 0.36);
        Set(xml, "font-size", text.Size);
        if (!text.IsStart)
            xml.WriteAttributeString("text-anchor", "middle");
        xml.WriteAttributeString("fill", "black");
        xml.WriteAttributeString("stroke", "none");
        xml.WriteString(text.Words);
        xml.WriteEndElement();
    }

    static void WriteGround(XmlWriter xml, Box box)
    {
        xml.WriteStartElement("rect");
        Set(xml, "x", box.Left);
        Set(xml, "y", box.Top);
        Set(xml, "width", box.Width);
        Set(xml, "height", box.Height);
        xml.WriteAttributeString("fill", "white");
        xml.WriteAttributeString("stroke", "none");
        xml.WriteEndElement();
    }

    static void SetFill(XmlWriter xml, Fill fill) => xml.WriteAttributeString("fill", fill == Fill.White ? "white" : "black");

    static void Set(XmlWriter xml, string name, double value) => xml.WriteAttributeString(name, Number(value));

    internal static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
