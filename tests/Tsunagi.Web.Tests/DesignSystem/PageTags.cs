using System.Reflection;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>
/// Razor is silent about a misspelt component or attribute. This reads pages as text, finds every <c>ds-</c> tag and says
/// what is wrong with it: unknown tag, missing attribute, unknown attribute.
/// </summary>
static class PageTags
{
    /// <summary>Attributes of plain HTML that components hand on. No placeholder: a label says what is asked.</summary>
    static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "id", "role", "hidden", "title", "lang", "tabindex", "autocomplete", "inputmode", "maxlength", "minlength", "spellcheck",
        "autocapitalize", "autofocus", "enterkeyhint", "list", "form", "formaction", "formmethod", "formnovalidate", "name", "value", "rel", "target",
        "download", "step", "min", "capture", "open", "translate",
    };

    public static readonly IReadOnlyDictionary<string, Type> Known = (
        from type in typeof(DsButton).Assembly.GetTypes()
        from target in type.GetCustomAttributes<HtmlTargetElementAttribute>()
        where target.Tag.StartsWith("ds-", StringComparison.Ordinal)
        select (target.Tag, type)).ToDictionary(t => t.Tag, t => t.type);

    public static IEnumerable<string> Complaints(string page)
    {
        foreach (var (tag, attributes) in Tags(page))
        {
            if (!Known.TryGetValue(tag, out var type))
            {
                yield return $"<{tag}> does not exist.";
                continue;
            }
            foreach (var needed in NeededAttribute.NamesOf(type).Where(n => !attributes.Contains(n, StringComparer.OrdinalIgnoreCase)))
                yield return $"<{tag}> lacks '{needed}'.";
            if (typeof(FormField).IsAssignableFrom(type) && tag != "ds-checkbox" && !attributes.Any(a => a is "for" or "name"))
                yield return $"<{tag}> lacks 'for' or 'name'.";
            var bound = Bound(type);
            foreach (var unknown in attributes.Where(a => !bound.Contains(a) && !Plain.Contains(a) && !a.StartsWith("data-", StringComparison.Ordinal) && !a.StartsWith("aria-", StringComparison.Ordinal)))
                yield return $"<{tag}> does not know '{unknown}'.";
        }
    }

    static HashSet<string> Bound(Type type) => new(
        from property in type.GetProperties()
        where property.CanWrite && !property.IsDefined(typeof(HtmlAttributeNotBoundAttribute))
        select property.GetCustomAttribute<HtmlAttributeNameAttribute>()?.Name ?? Kebab(property.Name),
        StringComparer.OrdinalIgnoreCase);

    static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Every opening <c>ds-</c> tag with the names of its attributes; comments are passed over.</summary>
    public static IEnumerable<(string Tag, List<string> Attributes)> Tags(string page)
    {
        var at = 0;
        while (at < page.Length)
        {
            if (Starts("@*"))
                at = After("*@");
            else if (Starts("<!--"))
                at = After("-->");
            else if (Starts("<ds-"))
            {
                var end = at + 1;
                while (end < page.Length && (char.IsLetterOrDigit(page[end]) || page[end] == '-'))
                    end++;
                var tag = page[(at + 1)..end];
                at = end;
                yield return (tag, Attributes());
            }
            else
                at++;
        }

        bool Starts(string text) => string.CompareOrdinal(page, at, text, 0, text.Length) == 0;

        int After(string text) => page.IndexOf(text, at, StringComparison.Ordinal) is var found and >= 0 ? found + text.Length : page.Length;

        List<string> Attributes()
        {
            var names = new List<string>();
            while (at < page.Length && page[at] != '>')
            {
                if (char.IsWhiteSpace(page[at]) || page[at] == '/')
                {
                    at++;
                    continue;
                }
                var from = at;
                while (at < page.Length && !char.IsWhiteSpace(page[at]) && page[at] is not ('=' or '>' or '/'))
                    at++;
                names.Add(page[from..at]);
                if (at < page.Length && page[at] == '=')
                    at = AfterValue(at + 1);
            }
            return names;
        }

        int AfterValue(int from)
        {
            if (page[from] is not ('"' or '\''))
            {
                while (from < page.Length && !char.IsWhiteSpace(page[from]) && page[from] != '>')
                    from++;
                return from;
            }
            var quote = page[from++];
            var (depth, code) = (0, false);
            while (from < page.Length && (page[from] != quote || depth > 0))
            {
                code |= page[from] == '@';
                if (page[from] == '(' && code)
                    depth++;
                else if (page[from] == ')' && depth > 0)
                    depth--;
                from++;
            }
            return from + 1;
        }
    }
}
