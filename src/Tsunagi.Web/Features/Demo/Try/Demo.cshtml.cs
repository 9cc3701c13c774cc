using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Demo.Clock;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Demo.Try;

/// <summary>デモの使い方: what to try, and the clock.</summary>
[Permit(Permission.MoveDemoClock)]
public sealed class DemoModel(MoveDemoClock move, ServeOptions options) : TsunagiPage
{
    public IActionResult OnGet() => options.Demo ? Page() : Absent();

    public async Task<IActionResult> OnPostAsync(int days, CancellationToken ct)
    {
        if (!options.Demo) return Absent();
        if (days is < 1 or > 366) return BadRequest();
        return await AnswerAsync(await move.RunAsync(TimeSpan.FromDays(days), ct), () =>
        {
            Done = $"時計を{days}日進めました。";
            return LocalRedirect(DemoFeature.Href);
        }, () => Task.FromResult<IActionResult>(Page()));
    }
}
