using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>引継ぎ: both ends' list.</summary>
[Permit(Permission.ListHandovers)]
public sealed class HandoversModel(ListHandovers list) : TsunagiPage
{
    public IReadOnlyList<HandoverRow> ToAnswer { get; private set; } = [];
    public IReadOnlyList<HandoverRow> Waiting { get; private set; } = [];
    public IReadOnlyList<HandoverRow> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await list.RunAsync(ct);
        ToAnswer = [.. rows.Where(r => r.State == HandoverState.Offered && r.IsToUs)];
        Waiting = [.. rows.Where(r => r.State == HandoverState.Offered && !r.IsToUs)];
        Answered = [.. rows.Where(r => r.State != HandoverState.Offered)];
    }
}
