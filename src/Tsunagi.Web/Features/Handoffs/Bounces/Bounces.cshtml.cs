using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Handoffs;

[Permit(Permission.SeeBounces)]
public sealed class BouncesModel(SeeBounces see, HandoffGround ground) : TsunagiPage
{
    public BounceSight Sight { get; private set; } = null!;

    public HandoffGround Ground => ground;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Sight = await see.RunAsync(ct);
        return Page();
    }

    public int DaysSince(DateTimeOffset at) => new JapanTimeSpan(at, Work.Now).Days;
}
