using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.SignIn;

/// <summary>所属を切り替える: the explicit choice of the organisation one acts for.</summary>
[Permit(Permission.SwitchOrganisation)]
public sealed class OrganisationModel(SignInOffice office, AppDb db) : TsunagiPage
{
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Organisations = await office.OrganisationsOfAsync(Work.Actor.Account, ct);

    public async Task<IActionResult> OnPostAsync(Id<Organisation> organisation, CancellationToken ct)
    {
        if (!(await office.OrganisationsOfAsync(Work.Actor.Account, ct)).Exists(o => o.Id == organisation)) return Absent();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == Work.Actor.Account, ct);
        await office.EnterAsync(HttpContext, account, organisation, ct);
        return LocalRedirect("/");
    }
}
