using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// Writes HTML from interpolated strings. Every hole is encoded; only <see cref="IHtmlContent"/> passes as it is.
/// Holes inside attributes must be quoted.
/// </summary>
static partial class Markup
{
    public static readonly IHtmlContent Nothing = HtmlString.Empty;

    public static IHtmlContent Of(FormattableString markup) => new Woven(markup);

    /// <summary>Literal markup of our own; never pass text that came from anywhere else.</summary>
    public static IHtmlContent Literal(string markup) => new HtmlString(markup);

    public static IHtmlContent When(bool condition, FormattableString markup) => condition ? Of(markup) : Nothing;

    /// <summary>A leading space and <c>name="value"</c>, or nothing when the value is null or empty.</summary>
    public static IHtmlContent Attribute(string name, string? value) =>
        string.IsNullOrEmpty(value) ? Nothing : Of($" {Literal(name)}=\"{value}\"");

    /// <summary>A leading space and the bare attribute name, or nothing.</summary>
    public static IHtmlContent Flag(string name, bool on) => on ? Literal(" " + name) : Nothing;

    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        var builder = new HtmlContentBuilder();
        foreach (var part in parts)
            builder.AppendHtml(part);
        return builder;
    }

    /// <summary>Markup that is made when the page is sent: it may tell of what is rendered after it.</summary>
    public static IHtmlContent Late(Func<IHtmlContent> make) => new Later(make);

    /// <summary>The attributes a page wrote that the component does not bind, handed on to the element that takes them.</summary>
    public static IHtmlContent Rest(IEnumerable<TagHelperAttribute> attributes) =>
        Join(attributes.Select(a => Of($" {(IHtmlContent)a}")));

    public static bool IsBlank(IHtmlContent content)
    {
        if (content is TagHelperContent children)
            return children.IsEmptyOrWhiteSpace;
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return string.IsNullOrWhiteSpace(EmptySpan().Replace(writer.ToString(), ""));
    }

    [GeneratedRegex(@"<span[^>]*>\s*</span>", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex EmptySpan();

    private sealed class Later(Func<IHtmlContent> make) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => make().WriteTo(writer, encoder);
    }
}

/// <summary>
/// Interpolated markup that is written piece by piece: content within content goes straight to the page, and is never put together
/// as a string of its own first – a list would copy all its rows at every level.
/// </summary>
sealed class Woven(FormattableString markup) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var rest = markup.Format.AsSpan();
        while (rest.IndexOfAny('{', '}') is >= 0 and var at)
        {
            writer.Write(rest[..at]);
            // A doubled brace stands for itself.
            if (rest[at + 1] == rest[at])
            {
                writer.Write(rest[at]);
                rest = rest[(at + 2)..];
                continue;
            }
            var end = at + rest[at..].IndexOf('}');
            var hole = rest[(at + 1)..end];
            var colon = hole.IndexOf(':');
            var number = int.Parse(colon < 0 ? hole : hole[..colon], NumberStyles.None, CultureInfo.InvariantCulture);
            Write(markup.GetArgument(number), colon < 0 ? null : hole[(colon + 1)..].ToString(), writer, encoder);
            rest = rest[(end + 1)..];
        }
        writer.Write(rest);
    }

    private static void Write(object? value, string? format, TextWriter writer, HtmlEncoder encoder)
    {
        if (value is IHtmlContent content) content.WriteTo(writer, encoder);
        else if ((value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString()) is { Length: > 0 } text)
            encoder.Encode(writer, text);
    }
}
