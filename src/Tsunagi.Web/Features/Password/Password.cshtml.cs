using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Accounts;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.Password;

/// <summary>自分のパスワードを変える. Every other sign-in of the account ends with it.</summary>
[Permit(Permission.ChangeOwnPassword)]
public sealed class PasswordModel(AppDb db, ChangeAccount change, SignInOffice office, CurrentActor current) : TsunagiPage
{
    public sealed class Form
    {
        public string? Current { get; set; }
        public string? Next { get; set; }
        public string? Again { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool MustChange => current.MustChangePassword;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == Work.Actor.Account, ct);
        if (!await office.KnowsPasswordAsync(HttpContext, account, Input.Current ?? "", ct))
            ModelState.AddModelError("Input.Current", "いまのパスワードが違います。何度も続くときは、15分ほど待ってからお試しください。");
        if (Input.Next != Input.Again) ModelState.AddModelError("Input.Again", "2回の入力が一致していません。");
        if (PasswordRule.Problem(Input.Next ?? "", account.Login) is { } problem) ModelState.AddModelError("Input.Next", problem);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var outcome = await change.ChangeOwnPasswordAsync(Input.Next, ct);
        if (outcome.IsDone) await StayAsync(account.Id, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "パスワードを変えました。";
            return LocalRedirect("/");
        }, () => Task.FromResult<IActionResult>(Page()));
    }

    private async Task StayAsync(Id<Account> id, CancellationToken ct)
    {
        var changed = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        await office.EnterAsync(HttpContext, changed, Work.Actor.Organisation, ct);
    }
}
