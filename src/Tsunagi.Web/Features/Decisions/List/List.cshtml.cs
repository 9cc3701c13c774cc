using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁: what waits for my post, then everything of my organisation.</summary>
[Permit(Permission.ListDecisions)]
public sealed class ListModel(ListDecisions list, DecisionMatters matters) : TsunagiPage
{
    public sealed record Row(Decision Decision, string? About);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Mine { get; private set; } = [];
    public PageOf<Row> Others { get; private set; } = new([], 0, null);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = await list.WaitingAsync(ct);
        var others = await list.RunAsync([.. mine.Select(d => d.Id)], After, ct);
        var about = await matters.OfAsync([.. mine, .. others.Items], ct);
        Row Of(Decision decision) => new(decision, about.GetValueOrDefault(decision.RecordId)?.Words);
        (Mine, Others) = ([.. mine.Select(Of)], others.Select(Of));
    }

    public static string? Href(string? after) => after is null ? null : $"{DecisionLinks.List}?after={after}";
}
