namespace Tsunagi.Web.DesignSystem.Frame;

/// <summary>How much waits under an entry of the menu.</summary>
/// <param name="Rows">So many rows of 今日.</param>
/// <param name="AtLeast">Whether there may be more.</param>
public sealed record MenuCount(int Rows, bool AtLeast);

/// <summary>One entry of the menu. The host lists only what the role may open. The page shown is the entry's own (current), or below it (around).</summary>
public sealed record MenuItem(string Key, string Label, string Href, MenuCount? Count = null, bool Current = false, bool Around = false);

/// <summary>Somebody of the demonstration, to look at a page as.</summary>
public sealed record DemoViewer(string Login, string Name, bool IsMe);

/// <summary>
/// What surrounds every page: whose desk this is, what may be opened, what waits. The host puts one into the request;
/// the layout reads it. Without one the layout shows the bare frame of somebody not signed in.
/// </summary>
public sealed record FrameModel
{
    public bool SignedIn { get; init; }

    /// <summary>The organisation the person acts for.</summary>
    public string OrganisationName { get; init; } = "";

    public string PersonName { get; init; } = "";

    public IReadOnlyList<MenuItem> Menu { get; init; } = [];

    /// <summary>Where the numbers of the menu are asked for; empty where they stand in it, null where there are none.</summary>
    public string? CountsHref { get; init; }

    /// <summary>The way to this page, when the page itself does not say.</summary>
    public IReadOnlyList<Crumb> Breadcrumb { get; init; } = [];

    /// <summary>One sentence shown above everything in a demonstration.</summary>
    public string? DemoBanner { get; init; }

    /// <summary>What to try in a demonstration; null outside one.</summary>
    public string? DemoHref { get; init; }

    /// <summary>デモ: as whom the same page can be looked at; empty outside a demonstration.</summary>
    public IReadOnlyList<DemoViewer> DemoViewers { get; init; } = [];

    /// <summary>The person's stored choice; the browser's own preference counts besides.</summary>
    public bool ContrastMore { get; init; }

    /// <summary>When and by whom the page is printed, for the foot of the paper.</summary>
    public string? PrintStamp { get; init; }

    /// <summary>Where to change the organisation; null when there is only one.</summary>
    public string? SwitchHref { get; init; } = "/sign-in/organisation";

    /// <summary>自分の設定; null where there is nobody whose they were.</summary>
    public string? OwnHref { get; init; }

    public string SignOutAction { get; init; } = "/sign-out";

    /// <summary>Null hides the search box and its key.</summary>
    public string? SearchHref { get; init; } = "/search";

    /// <summary>Null hides the button and its key.</summary>
    public string? NewConsultationHref { get; init; } = "/consultations/new";

    /// <summary>通告・通報: within reach on every page and in every zone (rules §4). Null hides it.</summary>
    public string? UrgentReportHref { get; init; }

    public static FrameModel Of(HttpContext context) =>
        context.Items.TryGetValue(typeof(FrameModel), out var found) && found is FrameModel frame ? frame : new FrameModel();

    public void PutInto(HttpContext context) => context.Items[typeof(FrameModel)] = this;
}
