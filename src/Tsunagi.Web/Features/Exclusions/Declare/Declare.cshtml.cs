using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>この方は私の親族・知人です: for oneself, and by the holder's 係長・課長 for others.</summary>
[Permit(Permission.DeclareExclusion)]
public sealed class DeclareModel(DeclareExclusion declare, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public ExclusionInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public bool ForOthers { get; private set; }
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ExclusionKind>()
        .Where(k => k != ExclusionKind.SuspectedRelative).Select(k => new SelectListItem(ProtectionWords.Of(k), k.ToString()))];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostSelfAsync(CancellationToken ct)
    {
        Input.Account = null;
        return await AnswerAsync(await declare.RunAsync(Id, Input, ct), () => LocalRedirect(ExclusionLinks.Declared), () => LoadAsync(ct));
    }

    public async Task<IActionResult> OnPostOtherAsync(CancellationToken ct)
    {
        if (Input.Account is null)
            return await AnswerAsync(Outcome.Refused(RefusalCode.Required, nameof(Input.Account)), Page, () => LoadAsync(ct));
        return await AnswerAsync(await declare.RunAsync(Id, Input, ct), () =>
        {
            Done = "閲覧の除外を記録しました。";
            return LocalRedirect(ExclusionLinks.List);
        }, () => LoadAsync(ct));
    }

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.DeclareExclusion, RootRef.Of(RootKind.Person, Id), ct);
        if (!may.IsDone || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } person) return Absent();
        Name = person.Name.Display;
        ForOthers = AccessPolicy.RoleAllows(Work.Actor, Permission.ManageExclusions) && person.HolderId == Work.Actor.Organisation;
        if (ForOthers)
            Accounts = await db.Accounts.AsNoTracking().Where(a => a.IsActive && a.Id != Work.Actor.Account).OrderBy(a => a.Name).ThenBy(a => a.Login)
                .Select(a => new SelectListItem(a.Name + "（" + (db.Organisations.Where(o => a.Memberships.Any(m => m.OrganisationId == o.Id)).Select(o => o.Name).FirstOrDefault() ?? "所属なし") + "　" + a.Login + "）", a.Id.ToString())).ToListAsync(ct);
        return Page();
    }
}
