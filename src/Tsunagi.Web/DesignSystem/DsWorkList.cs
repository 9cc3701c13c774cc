using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A short list of what waits: what, who, since when, and the next step as a button. The number in its heading is the number of its rows.</summary>
[HtmlTargetElement("ds-work-list")]
public sealed class DsWorkList : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    /// <summary>The calm sentence for an empty list.</summary>
    [Needed]
    public string Empty { get; set; } = "";

    public int HeadingLevel { get; set; } = 2;

    /// <summary>How many there are in all, where not every one is a row here; <see cref="AllHref"/> then leads to them.</summary>
    public int? Total { get; set; }

    /// <summary>Whether there may be more than <see cref="Total"/>.</summary>
    public bool AtLeast { get; set; }

    /// <summary>Where all of them are.</summary>
    public string? AllHref { get; set; }

    internal int Rows { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(DsWorkList)] = this;
        var rows = await output.GetChildContentAsync();
        var id = IdOf(output, "list") + "-title";
        var body = Rows == 0
            ? Markup.Of($"""<p class="ds-empty">{Empty}</p>""")
            : Markup.Of($"""<ul class="ds-work-rows" role="list">{rows}</ul>{All()}""");
        Outer(output, "section", "ds-work-list", Markup.Of(
            $"""<h{HeadingLevel} class="ds-work-title" id="{id}">{Label}<span class="ds-heading-count">{Count}</span></h{HeadingLevel}>{body}"""));
        output.Attributes.SetAttribute("aria-labelledby", id);
    }

    string Count => $"{Total ?? Rows}件{(AtLeast ? "以上" : "")}";

    IHtmlContent All() => Markup.When(AllHref is not null && Rows < Total, $"""<p class="ds-work-all"><a href="{AllHref}">{Count}をすべて見る<span class="ds-unseen">（{Label}）</span></a></p>""");
}

/// <summary>One row of a <see cref="DsWorkList"/>; the next step is a button, given by its words and place, or written inside.</summary>
[HtmlTargetElement("ds-work-item")]
public sealed class DsWorkItem : DsComponent
{
    [Needed]
    public string What { get; set; } = "";

    public string? Href { get; set => field = Given(value); }

    /// <summary>About whom, as far as it may be said.</summary>
    public string? Who { get; set => field = Given(value); }

    /// <summary>Since or until when.</summary>
    public string? When { get; set => field = Given(value); }

    /// <summary>Warning when overdue, Danger only for danger to life.</summary>
    public Tone Tone { get; set; }

    /// <summary>The words of the next step.</summary>
    public string? NextLabel { get; set; }

    /// <summary>Where the next step is done.</summary>
    public string? NextHref { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(DsWorkList), out var found) || found is not DsWorkList list)
            throw new InvalidOperationException($"The row '{What}' stands outside of a <ds-work-list>.");
        list.Rows++;
        var next = await output.GetChildContentAsync();
        var title = Href is null ? Markup.Of($"{What}") : Markup.Of($"""<a href="{Href}">{What}</a>""");
        Outer(output, "li", $"ds-work-row ds-work-row--{Tone.Class()}", Markup.Of(
            $"""<div class="ds-work-text"><p class="ds-work-what">{title}</p>{Markup.When(Who is not null, $"""<p class="ds-work-who">{Who}</p>""")}{WhenMarkup()}</div>{Next(next)}"""));
    }

    // The same words on every row mean nothing out of their place: what they are about is said with them.
    IHtmlContent Next(IHtmlContent written) =>
        NextHref is not null && NextLabel is not null
            ? Markup.Of($"""<div class="ds-work-next"><a class="ds-button ds-button--secondary ds-button--compact" href="{NextHref}"><span>{NextLabel}<span class="ds-unseen">（{What} {Who}）</span></span></a></div>""")
            : Markup.When(!Markup.IsBlank(written), $"""<div class="ds-work-next">{written}</div>""");

    IHtmlContent WhenMarkup() => Markup.When(When is not null,
        $"""<p class="ds-work-when">{(Tone is Tone.Warning or Tone.Danger ? Tone.Icon().Draw(Tone == Tone.Danger ? "緊急" : Tone.Word()) : Markup.Nothing)}{When}</p>""");
}
