using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>Renders one component without a page or a host.</summary>
static class Rendering
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IElement Render(DsComponent component, string inside = "", ModelStateDictionary? state = null,
        params (string Name, string Value)[] attributes) => Render(component, _ => Task.FromResult(inside), state, attributes);

    public static IElement Render(DsComponent component, Func<TagHelperContext, Task<string>> inside, ModelStateDictionary? state = null,
        params (string Name, string Value)[] attributes)
    {
        var html = Html(component, new Dictionary<object, object>(), inside, state, attributes).GetAwaiter().GetResult();
        return new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;
    }

    /// <summary>The markup of a component; <paramref name="items"/> carries the parent to its children.</summary>
    public static async Task<string> Html(DsComponent component, IDictionary<object, object> items, Func<TagHelperContext, Task<string>> inside,
        ModelStateDictionary? state = null, params (string Name, string Value)[] attributes)
    {
        component.ViewContext ??= View(state);
        var tag = PageTags.Known.Single(k => k.Value == component.GetType()).Key;
        var context = new TagHelperContext(tag, [], items, "id");
        var output = new TagHelperOutput(tag, [.. attributes.Select(a => new TagHelperAttribute(a.Name, a.Value))],
            async (_, _) =>
            {
                var content = new DefaultTagHelperContent();
                content.SetHtmlContent(await inside(context));
                return content;
            });
        await component.ProcessAsync(context, output);
        if (!output.IsContentModified)
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    public static ViewContext View(ModelStateDictionary? state = null)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), state ?? new ModelStateDictionary());
        return new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = data };
    }

    public static ModelExpression For(string name, object? model)
    {
        var provider = new EmptyModelMetadataProvider();
        return new ModelExpression(name, provider.GetModelExplorerForType(model?.GetType() ?? typeof(string), model));
    }

    public static ModelStateDictionary Wrong(string name, string typed, string message)
    {
        var state = new ModelStateDictionary();
        state.SetModelValue(name, typed, typed);
        state.AddModelError(name, message);
        return state;
    }
}
