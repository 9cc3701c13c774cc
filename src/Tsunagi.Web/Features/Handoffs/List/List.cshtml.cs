using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

[Permit(Permission.ListHandoffs)]
public sealed class ListModel(ListHandoffs list, HandoffGround ground) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public string? Side { get; set; }

    [BindProperty(SupportsGet = true)]
    public HandoffShow? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public HandoffKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsSent => Side == "sent";

    public HandoffShow Shown => Show ?? HandoffShow.Open;

    public HandoffPage Found { get; private set; } = null!;

    public HandoffGround Ground => ground;

    public IEnumerable<SelectListItem> Shows =>
    [
        new("進行中", nameof(HandoffShow.Open)), new("こちらの番", nameof(HandoffShow.Waiting)),
        new("本人への結果報告待ち", nameof(HandoffShow.Untold)), new("終わったもの", nameof(HandoffShow.Ended)),
    ];

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<HandoffKind>().Select(k => new SelectListItem(HandoffWords.Short(k), k.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Found = await list.RunAsync(new(IsSent, Shown, Kind, After), ct);
        return Page();
    }

    public string Href(bool sent) => $"/handoffs?side={(sent ? "sent" : "received")}&show={Shown}&kind={Kind}";

    public string? NextHref => Found.Next is { } next ? $"{Href(IsSent)}&after={next}" : null;
}
