using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>電話メモ: what was said, and what came of it.</summary>
[Permit(Permission.SeePhoneMemo)]
public sealed class PhoneMemoModel(ChangePhoneMemo change, NameBook names, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<PhoneMemo> Id { get; set; }

    public PhoneMemo Memo { get; private set; } = null!;
    public AccessDecision Access { get; private set; } = AccessDecision.Nothing;
    public bool MayWrite { get; private set; }

    /// <summary>Where the consultation it became is; null where the viewer may not open it.</summary>
    public string? ConsultationHref { get; private set; }

    public string By(Id<Account> account) => names.Of(account);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => await AfterAsync(await change.FinishAsync(Id, ct), "済みにしました。", PhoneMemoLinks.List, ct);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => await AfterAsync(await change.ReopenAsync(Id, ct), "未対応に戻しました。", PhoneMemoLinks.Detail(Id), ct);

    public async Task<IActionResult> OnPostConsultationAsync(CancellationToken ct)
    {
        var outcome = await change.TakeAsConsultationAsync(Id, ct);
        return await AnswerAsync(outcome, () => LocalRedirect(ConsultationLinks.Continue(outcome.Value)), () => LoadAsync(ct));
    }

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, string next, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(next);
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.SeePhoneMemo, RootRef.Of(RootKind.PhoneMemo, Id), ct);
        if (!may.IsDone || await db.PhoneMemos.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct) is not { } memo) return Absent();
        (Memo, Access) = (memo, may.Value);
        MayWrite = AccessPolicy.Allows(Work.Actor, Access, Permission.WritePhoneMemo);
        if (memo.ConsultationId is { } became && await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == became, ct) is { } consultation)
            ConsultationHref = consultation.State == ConsultationState.Draft ? ConsultationLinks.Continue(became) : ConsultationLinks.Detail(became);
        await names.ForAsync([memo.LeftBy, memo.ToAccount, memo.FinishedBy], [], ct);
        return Page();
    }
}
