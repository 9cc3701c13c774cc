using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Where one step of a way stands.</summary>
public enum StepState
{
    Upcoming,
    Current,
    Done,
    /// <summary>The way went past this step.</summary>
    Skipped,
    /// <summary>The way ended here.</summary>
    Stopped,
}

/// <summary>
/// The steps of a way in order: of a long form, or of a つなぎ on its way to the receiver. <c>track</c> draws it standing, with
/// dates and who acts next; otherwise it lies, and stands on a phone.
/// </summary>
[HtmlTargetElement("ds-step-navigation")]
public sealed class DsStepNavigation : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    public bool Track { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var steps = await output.GetChildContentAsync();
        Outer(output, "nav", Track ? "ds-steps ds-steps--track" : "ds-steps", Markup.Of($"<ol>{steps}</ol>"));
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>One step of a <see cref="DsStepNavigation"/>; what happened there is written inside.</summary>
[HtmlTargetElement("ds-step")]
public sealed class DsStep : DsComponent
{
    [Needed]
    public string Title { get; set; } = "";

    public StepState State { get; set; }

    public string? Href { get; set => field = Given(value); }

    /// <summary>When it was reached, or how long it has waited.</summary>
    public string? When { get; set => field = Given(value); }

    /// <summary>Who did it, or who acts next.</summary>
    public string? Who { get; set => field = Given(value); }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var (name, word, icon) = State switch
        {
            StepState.Upcoming => ("upcoming", "これから", Icon.Circle),
            StepState.Current => ("current", "いまここ", Icon.Next),
            StepState.Done => ("done", "済み", Icon.Tick),
            StepState.Skipped => ("skipped", "なし", Icon.Circle),
            StepState.Stopped => ("stopped", "ここで終了", Icon.Close),
        };
        var title = Href is null ? Markup.Of($"{Title}") : Markup.Of($"""<a href="{Href}">{Title}</a>""");
        Outer(output, "li", $"ds-step ds-step--{name}", Markup.Of(
            $"""<span class="ds-step-mark">{icon.Draw()}</span><div class="ds-step-text"><p class="ds-step-title">{title}<span class="ds-step-state">{word}</span></p>{Markup.When(When is not null || Who is not null, $"""<p class="ds-step-meta">{Markup.When(When is not null, $"<span>{When}</span>")}{Markup.When(Who is not null, $"<span>{Who}</span>")}</p>""")}{Markup.When(!Markup.IsBlank(body), $"""<div class="ds-step-body">{body}</div>""")}</div>"""));
        if (State == StepState.Current)
            output.Attributes.SetAttribute("aria-current", "step");
    }
}
