using AngleSharp.Dom;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>What can be said of a page's accessibility without a browser: names, references, ids, headings.</summary>
static class Accessibility
{
    public static IEnumerable<string> Complaints(IElement root)
    {
        foreach (var twice in root.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"The id '{twice.Key}' stands {twice.Count()} times.";
        foreach (var reference in new[] { "aria-describedby", "aria-labelledby", "aria-controls" })
        {
            foreach (var element in root.QuerySelectorAll($"[{reference}]"))
            {
                foreach (var id in element.GetAttribute(reference)!.Split(' ').Where(id => ById(id) is null))
                    yield return $"{reference} points to '{id}', which is not there.";
            }
        }
        foreach (var label in root.QuerySelectorAll("label").Where(l => ById(l.GetAttribute("for") ?? "") is null))
            yield return $"The label '{label.TextContent.Trim()}' belongs to nothing.";
        foreach (var control in root.QuerySelectorAll("input:not([type=hidden]), select, textarea, progress"))
        {
            if (control.Id is null || root.QuerySelector($"label[for='{control.Id}']") is null)
                yield return $"The field '{control.GetAttribute("name")}' has no label.";
        }
        foreach (var nameless in root.QuerySelectorAll("a[href], button, summary").Where(e => Name(e).Length == 0))
            yield return $"{nameless.LocalName} without words: {nameless.OuterHtml}";
        foreach (var group in root.QuerySelectorAll("fieldset").Where(f => !f.Children.Any(c => c.LocalName == "legend")))
            yield return $"A group without a name: {group.Id}";
        foreach (var head in root.QuerySelectorAll("th:not([scope])"))
            yield return $"The head '{head.TextContent}' does not say of what.";
        var level = 0;
        foreach (var heading in root.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var next = heading.LocalName[1] - '0';
            if (level > 0 && next > level + 1)
                yield return $"The heading '{heading.TextContent.Trim()}' jumps from {level} to {next}.";
            level = next;
        }

        IElement? ById(string id) => id.Length == 0 ? null : root.QuerySelector($"[id='{id}']");
    }

    static string Name(IElement element) =>
        (element.GetAttribute("aria-label") ?? "") + element.TextContent.Trim() + string.Concat(element.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")));
}
