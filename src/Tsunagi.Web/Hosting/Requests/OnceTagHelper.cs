using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>Gives every posted form a key of its own, so that sending it twice takes effect once.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTagHelper(IdSource ids) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml($"""<input type="hidden" name="{PageWork.OnceField}" value="{ids.Next<OnceTagHelper>()}">""");
}
