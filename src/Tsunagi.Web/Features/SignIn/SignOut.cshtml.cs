using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.SignIn;

/// <summary>サインアウト.</summary>
[AllowAnonymous]
public sealed class SignOutModel : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(TsunagiClaims.CookieScheme);
        return RedirectToPage();
    }
}
