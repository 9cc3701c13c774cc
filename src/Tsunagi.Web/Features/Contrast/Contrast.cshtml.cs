using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tsunagi.Web.Features.Contrast;

/// <summary>Switches high contrast on or off for this browser and returns to where the reader was.</summary>
[AllowAnonymous]
public sealed class ContrastModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnPost(bool more)
    {
        DesignSystem.Frame.Contrast.Keep(HttpContext, more);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/contrast");
    }
}
