using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.SignIn;

/// <summary>サインイン.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInOffice office, ServeOptions options, AppDb db, CurrentWard ward, JapanTime time) : PageModel
{
    /// <summary>The sign-in names of a demo begin so; nobody else's can be used by one click.</summary>
    public const string DemoPrefix = "demo.";

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Somebody without a session asked for a page.</summary>
    public bool ComesBack => Request.Method == HttpMethods.Get && Url.IsLocalUrl(ReturnUrl) && ReturnUrl != "/";

    /// <summary>デモ: whom one can be, and their posts.</summary>
    public IReadOnlyList<(string Login, string Label)> DemoPeople { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await office.EnterAsync(HttpContext, Input.Login ?? "", Input.Password ?? "", ct)) return Onward();
        ModelState.AddModelError("Input.Login", "利用者IDまたはパスワードが違います。何度も続くときは、15分ほど待ってからお試しください。");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDemoAsync(string login, CancellationToken ct)
    {
        if (!options.Demo || !login.StartsWith(DemoPrefix, StringComparison.Ordinal)) return NotFound();
        var account = await db.Accounts.Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Login == login && a.IsActive, ct);
        if (account is null || office.FirstOrganisation(account) is not { } organisation) return NotFound();
        await office.EnterAsync(HttpContext, account, organisation, ct);
        return Onward();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (!options.Demo) return;
        var labels = DemoAccounts.Labels(ward.Profile, time.Today);
        DemoPeople = [.. (await db.Accounts.AsNoTracking().Where(a => a.IsActive && a.Login.StartsWith(DemoPrefix)).OrderBy(a => a.Id).ToListAsync(ct))
            .Select(a => (a.Login, labels.GetValueOrDefault(a.Login, a.Name)))];
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
}

/// <summary>What is typed to sign in.</summary>
public sealed class SignInInput
{
    public string? Login { get; set; }
    public string? Password { get; set; }
}
