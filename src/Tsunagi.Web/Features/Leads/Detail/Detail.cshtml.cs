using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Leads;

/// <summary>気になる情報: the sign, what was done, and what comes next.</summary>
[Permit(Permission.SeeLead)]
public sealed class LeadDetailModel(ChangeLead change, CurrentWard ward, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Lead> Id { get; set; }

    [BindProperty]
    public LeadInput Input { get; set; } = new();

    public Lead Lead { get; private set; } = null!;
    public AccessDecision Access { get; private set; } = AccessDecision.Nothing;
    public bool MayWrite { get; private set; }
    public string Source { get; private set; } = "";
    public string? PersonName { get; private set; }
    public IReadOnlyDictionary<Id<Account>, string> Names { get; private set; } = new Dictionary<Id<Account>, string>();
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    public string By(Id<Account> account) => Names.GetValueOrDefault(account, "（退職・異動した職員）");

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => Request.Query["handler"] == part;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostWatchAsync(CancellationToken ct) => await AfterAsync(await change.WatchAsync(Id, Input, ct), "記録しました。", ct);

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) => await AfterAsync(await change.EndAsync(Id, Input, ct), "終了しました。", ct);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => await AfterAsync(await change.ReopenAsync(Id, Input, ct), "再開しました。", ct);

    public async Task<IActionResult> OnPostCaseAsync(CancellationToken ct) => await AfterAsync(await change.TakeAsCaseAsync(Id, ct), "支援ケースを開きました。", ct);

    public async Task<IActionResult> OnPostConsultationAsync(CancellationToken ct)
    {
        var outcome = await change.TakeAsConsultationAsync(Id, ct);
        return await AnswerAsync(outcome, () => LocalRedirect(Consultations.ConsultationLinks.Continue(outcome.Value)), () => LoadAsync(ct));
    }

    private async Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => await AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(LeadLinks.Detail(Id));
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.SeeLead, RootRef.Of(RootKind.Lead, Id), ct);
        if (!may.IsDone || await db.Leads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id, ct) is not { } lead) return Absent();
        (Lead, Access) = (lead, may.Value);
        MayWrite = AccessPolicy.Allows(Work.Actor, Access, Permission.WriteLead);
        Source = ward.Profile.CodeList(CodeLists.VisitorRelation).NameOf(lead.Source);
        if (lead.PersonId is { } person) PersonName = (await db.Persons.AsNoTracking().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct))?.Display;
        Id<Account>[] writers = [lead.OwnerId, .. lead.Steps.Select(s => s.By), .. lead.Steps.Select(s => s.OwnerId)];
        Names = await db.Accounts.AsNoTracking().Where(a => writers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        Owners = await db.WorkersOf(Work.Actor.Organisation, Today).ToChoicesAsync(ct, lead.OwnerId);
        Files = await db.Attachments.AsNoTracking().Where(a => a.RootId == Id.Value && a.RootKind == RootKind.Lead).OrderBy(a => a.AddedAt).ToListAsync(ct);
        return Page();
    }
}
