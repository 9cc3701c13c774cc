using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Today;

/// <summary>今日: what waits for me and my desk.</summary>
[Permit(Permission.SeeToday)]
public sealed class TodayModel : TsunagiPage
{
    public void OnGet() { }
}
