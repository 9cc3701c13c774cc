using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>引継ぎ: both ends' list.</summary>
[Permit(Permission.ListHandovers)]
public sealed class HandoversModel(ListHandovers list) : TsunagiPage
{
    public IReadOnlyList<HandoverRow> ToAnswer { get; private set; } = [];
    public IReadOnlyList<HandoverRow> Waiting { get; private set; } = [];
    public PageOf<HandoverRow> Answered { get; private set; } = new([], 0, null);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var waiting = After is null ? await list.WaitingAsync(ct) : [];
        ToAnswer = [.. waiting.Where(r => r.IsToUs)];
        Waiting = [.. waiting.Where(r => !r.IsToUs)];
        Answered = await list.RunAsync(answered: true, After, ct);
    }

    public static string? Href(string? after) => after is null ? null : $"{HandoverLinks.List}?after={after}";
}
