using Microsoft.AspNetCore.Html;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The few pictograms the product uses, drawn on a 24 × 24 grid in the colour of the text beside them.</summary>
public enum Icon
{
    None,
    Circle, Info, Check, Triangle, Octagon, Lock,
    Phone, House, Desk, Envelope, People, Document, Link, Hands, Pencil, Calendar, Walk,
    Tick, Plus, Search, Menu, Close, Previous, Next, Down, File, Person,
}

static class Icons
{
    /// <summary>The pictogram as decoration, or as an image when a word is given.</summary>
    public static IHtmlContent Draw(this Icon icon, string? word = null)
    {
        if (icon == Icon.None)
            return Markup.Nothing;
        var role = word is null ? Markup.Literal(" aria-hidden=\"true\"") : Markup.Of($" role=\"img\" aria-label=\"{word}\"");
        return Markup.Of($"""<svg class="ds-icon" viewBox="0 0 24 24" width="24" height="24" focusable="false"{role}>{Markup.Literal(Shape(icon))}</svg>""");
    }

    static string Shape(Icon icon) => icon switch
    {
        Icon.None => "",
        Icon.Circle => """<circle cx="12" cy="12" r="8"/>""",
        Icon.Info => """<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7v.5"/>""",
        Icon.Check => """<circle cx="12" cy="12" r="9"/><path d="m7.5 12.5 3 3 6-7"/>""",
        Icon.Triangle => """<path d="M12 3.5 22 20.5H2z"/><path d="M12 10v5M12 17.5v.5"/>""",
        Icon.Octagon => """<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M12 7.5v6M12 16.5v.5"/>""",
        Icon.Lock => """<rect x="5" y="10.5" width="14" height="10" rx="1.5"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5"/>""",
        Icon.Phone => """<path d="M6.5 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4.5 5.5a2 2 0 0 1 2-2z"/>""",
        Icon.House => """<path d="m3 11.5 9-8 9 8M5.5 9.5v11h13v-11M10 20.5v-6h4v6"/>""",
        Icon.Desk => """<circle cx="12" cy="6" r="3"/><path d="M6.5 14a5.5 5 0 0 1 11 0M3 14h18M5 14v7M19 14v7"/>""",
        Icon.Envelope => """<rect x="3" y="5" width="18" height="14" rx="1.5"/><path d="m3.5 6.5 8.5 7 8.5-7"/>""",
        Icon.People => """<circle cx="8.5" cy="8" r="3"/><circle cx="16.5" cy="9" r="2.5"/><path d="M2.5 19.5a6 6 0 0 1 12 0M14.5 14.5a5 5 0 0 1 7 4.5"/>""",
        Icon.Document => """<path d="M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 12.5h7M9 16.5h7"/>""",
        Icon.Link => """<path d="M10 14a4 4 0 0 0 5.7 0l3.6-3.600a4 4 0 0 0-5.7-5.700L12 6.300M14 10a4 4 0 0 0-5.7 0l-3.6 3.600a4 4 0 0 0 5.7 5.700l1.6-1.6"/>""",
        Icon.Hands => """<path d="M3 13.5 8 8.5l4 1.5 4-1.5 5 5M5.5 11l5.5 7a1.5 1.5 0 0 0 2.3 0L18.5 11M8.5 14.700l3-3"/>""",
        Icon.Pencil => """<path d="M4 20h4L20 8l-4-4L4 16zM13.5 6.5l4 4"/>""",
        Icon.Calendar => """<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 3v4M16 3v4"/>""",
        Icon.Walk => """<circle cx="13" cy="4.5" r="2"/><path d="m7 12 2.5-3.5 3.5-.5 1.5 3.5 3 1.5M12.5 8l-1.5 6 3 3v4.5M10.5 15l-2.5 6"/>""",
        Icon.Tick => """<path d="m5 12.5 4.5 4.5L19 7.5"/>""",
        Icon.Plus => """<path d="M12 4.5v15M4.5 12h15"/>""",
        Icon.Search => """<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>""",
        Icon.Menu => """<path d="M3.5 6h17M3.5 12h17M3.5 18h17"/>""",
        Icon.Close => """<path d="m5 5 14 14M19 5 5 19"/>""",
        Icon.Previous => """<path d="m15 4.5-7.5 7.5 7.5 7.5"/>""",
        Icon.Next => """<path d="m9 4.5 7.5 7.5L9 19.5"/>""",
        Icon.Down => """<path d="m4.5 9 7.5 7.5L19.5 9"/>""",
        Icon.File => """<path d="M6 3h8.5L19 7.5V21H6zM14 3v5h5M12.5 18v-6M9.5 14.5l3-3 3 3"/>""",
        Icon.Person => """<circle cx="12" cy="7.5" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>""",
    };
}
