using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>
/// Gives every posted form a key of its own, so that sending it twice takes effect once – and the token against forgery
/// where the form names its own address, for which the framework adds none. A form that names none is sent to its page, and
/// not to the handler of a button that was pressed before (もう一人書く), which is still in the address.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTagHelper(IdSource ids, IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml($"""<input type="hidden" name="{PageWork.OnceField}" value="{ids.Next<OnceTagHelper>()}">""");
        if (!context.AllAttributes.Any(a => a.Name is "action" or "asp-page-handler")) output.Attributes.SetAttribute("action", PageAddress(ViewContext.HttpContext.Request));
        if (context.AllAttributes.ContainsName("action") && !context.AllAttributes.ContainsName("asp-antiforgery"))
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }

    private static string PageAddress(HttpRequest request) =>
        request.PathBase + request.Path + QueryString.Create(request.Query.Where(q => !q.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
}
