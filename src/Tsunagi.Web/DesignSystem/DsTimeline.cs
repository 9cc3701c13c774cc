using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>How something happened, by which the 経過 is scanned. There is no zero: a page must say it.</summary>
public enum TimelineKind
{
    Record = 1,
    Telephone,
    Visit,
    Desk,
    Letter,
    Conference,
    Plan,
    Handoff,
    Consent,
    Accompany,
}

/// <summary>What happened, newest first or oldest first as the page decides.</summary>
[HtmlTargetElement("ds-timeline")]
public sealed class DsTimeline : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "ol", "ds-timeline");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("role", "list");
        return Task.CompletedTask;
    }
}

/// <summary>One entry of a <see cref="DsTimeline"/>. Inside: <c>ds-fact</c> and <c>ds-judgement</c>, kept apart.</summary>
[HtmlTargetElement("ds-timeline-item")]
public sealed class DsTimelineItem : DsComponent
{
    [Needed]
    public TimelineKind Kind { get; set; }

    [Needed]
    public string When { get; set; } = "";

    [Needed]
    public string Title { get; set; } = "";

    /// <summary>From whom it is known, such as 本人 or 近隣の方.</summary>
    public string? Source { get; set => field = Given(value); }

    /// <summary>Who wrote it.</summary>
    public string? By { get; set => field = Given(value); }

    public string? Href { get; set => field = Given(value); }

    /// <summary>Another word for the kind, when the record has a finer one.</summary>
    public string? KindLabel { get; set => field = Given(value); }

    /// <summary>One line among what matters more.</summary>
    public bool Quiet { get; set; }

    public int HeadingLevel { get; set; } = 3;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var (icon, word) = Kind switch
        {
            TimelineKind.Record => (Icon.Pencil, "記録"),
            TimelineKind.Telephone => (Icon.Phone, "電話"),
            TimelineKind.Visit => (Icon.House, "訪問"),
            TimelineKind.Desk => (Icon.Desk, "来所"),
            TimelineKind.Letter => (Icon.Envelope, "手紙・メール"),
            TimelineKind.Conference => (Icon.People, "会議"),
            TimelineKind.Plan => (Icon.Document, "プラン"),
            TimelineKind.Handoff => (Icon.Link, "つなぎ"),
            TimelineKind.Consent => (Icon.Check, "同意"),
            TimelineKind.Accompany => (Icon.Walk, "同行"),
        };
        var title = Href is null ? Markup.Of($"{Title}") : Markup.Of($"""<a href="{Href}">{Title}</a>""");
        Outer(output, "li", Quiet ? "ds-timeline-item ds-timeline-item--quiet" : "ds-timeline-item", Markup.Of(
            $"""<span class="ds-timeline-mark">{icon.Draw()}</span><div class="ds-timeline-content"><p class="ds-timeline-meta">{Markup.When(KindLabel is null || KindLabel != Title, $"""<span class="ds-timeline-kind">{KindLabel ?? word}</span>""")}<span class="ds-when">{When}</span>{Markup.When(Source is not null, $"<span>情報源：{Source}</span>")}{Markup.When(By is not null, $"<span>記録：{By}</span>")}</p><h{HeadingLevel} class="ds-timeline-title">{title}</h{HeadingLevel}>{body}</div>"""));
    }
}

/// <summary>What was seen or said.</summary>
[HtmlTargetElement("ds-fact")]
public sealed class DsFact : DsComponent
{
    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Outer(output, "div", "ds-fact", Markup.Of($"""<p class="ds-kind-of-text">事実</p><div class="ds-words">{body}</div>"""));
    }
}

/// <summary>What the worker makes of it.</summary>
[HtmlTargetElement("ds-judgement")]
public sealed class DsJudgement : DsComponent
{
    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Outer(output, "div", "ds-judgement", Markup.Of($"""<p class="ds-kind-of-text">見立て</p><div class="ds-words">{body}</div>"""));
    }
}
