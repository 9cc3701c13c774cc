using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The line above every record: which, whose, where it stands, what consent there is and on which basis it is read.</summary>
[HtmlTargetElement("ds-state-line")]
public sealed class DsStateLine : DsComponent
{
    public string Label { get; set; } = "記録の状態";

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var states = await output.GetChildContentAsync();
        Outer(output, "section", "ds-state-line", Markup.Of($"<dl>{states}</dl>"));
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>One statement of a <see cref="DsStateLine"/>, such as 担当 or 閲覧の根拠.</summary>
[HtmlTargetElement("ds-state")]
public sealed class DsState : DsComponent
{
    [Needed]
    public string Term { get; set; } = "";

    public Tone Tone { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        var mark = Tone == Tone.Neutral ? Markup.Nothing : Tone.Icon().Draw(Tone == Tone.Info ? null : Tone.Word());
        Outer(output, "div", $"ds-state ds-state--{Tone.Class()}", Markup.Of($"<dt>{Term}</dt><dd>{mark}{value}</dd>"));
    }
}
