using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>同意の記録の訂正の報告.</summary>
[Permit(Permission.SeeConsentCorrections)]
public sealed class CorrectionsModel(SeeConsentCorrections see, AppDb db, CurrentWard ward) : TsunagiPage
{
    private Dictionary<Guid, string> accounts = [];

    public IReadOnlyList<CorrectedConsent> Rows { get; private set; } = [];

    public string NameOf(Id<Organisation> organisation) => ward.NameOf(organisation);

    public string NameOf(SharedByMistake shared) => accounts.GetValueOrDefault(shared.Subject) ?? ward.NameOf(new(shared.Subject));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await see.RunAsync(ct);
        var subjects = Rows.SelectMany(r => r.Shared).Select(s => new Id<Account>(s.Subject)).Distinct().ToList();
        accounts = await db.Accounts.AsNoTracking().Where(a => subjects.Contains(a.Id)).ToDictionaryAsync(a => a.Id.Value, a => a.Name, ct);
    }
}
