using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consents;

/// <summary>一つの同意: the sentence, how it came about, and what can be done with it now.</summary>
[Permit(Permission.SeeConsents)]
public sealed class DetailModel(AppDb db, AnswerConsent answer, ExplainConsent explain, PlanWard ward, NameBook names) : TsunagiPage
{
    public sealed class Simple
    {
        public string? Words { get; set; }
        public string? Reason { get; set; }
        public string? AskAgainOn { get; set; }
        public bool Guardianship { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<Consent> Id { get; set; }

    [BindProperty]
    public GiveInput Give { get; set; } = new() { Signature = SignatureKind.Signed };

    [BindProperty]
    public TellInput Tell { get; set; } = new();

    [BindProperty]
    public Simple Input { get; set; } = new();

    public Consent Consent { get; private set; } = null!;
    public ConsentStanding Standing { get; private set; }
    public string Sentence { get; private set; } = "";
    public string Subject { get; private set; } = "";
    /// <summary>What the record says of the person: a birth date leaves no age to be asked, a death no answer.</summary>
    public ConsentSubject OnRecord { get; private set; } = null!;
    public bool MayWrite { get; private set; }

    /// <summary>Whether the reader may open the case itself, and not its consents alone.</summary>
    public bool MayOpenCase { get; private set; }
    public bool MayCorrect { get; private set; }
    public IReadOnlyList<SelectListItem> Givers { get; } = [.. Enum.GetValues<ConsentGiver>().Select(g => new SelectListItem(PlanWords.Of(g), g.ToString()))];
    public IReadOnlyList<SelectListItem> Forms { get; } = [.. Enum.GetValues<ConsentForm>().Select(g => new SelectListItem(PlanWords.Of(g), g.ToString()))];
    public IReadOnlyList<SelectListItem> Signatures { get; } = [.. Enum.GetValues<SignatureKind>().Select(g => new SelectListItem(PlanWords.Of(g), g.ToString()))];
    public IReadOnlyList<SelectListItem> Standings { get; } = [.. Enum.GetValues<RepresentativeStanding>().Select(g => new SelectListItem(PlanWords.Of(g), g.ToString()))];
    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public string NameOf(Id<Account> account) => names.Of(account);

    /// <summary>Whether there is anything to see of a representative.</summary>
    public bool IsRepresented => Give.Giver != ConsentGiver.Self || Give.CannotJudge || Give.Standing != RepresentativeStanding.Clear
        || !string.IsNullOrWhiteSpace(Give.GiverName + Give.Authority)
        || ModelState.HasRefused(nameof(Give), nameof(GiveInput.Giver), nameof(GiveInput.GiverName), nameof(GiveInput.Standing), nameof(GiveInput.Authority));

    /// <summary>Whether this form was just refused: two of them ask for a reason.</summary>
    public bool IsRefused(string handler) => ModelState.ErrorCount > 0 && Request.Query["handler"] == handler;

    /// <summary>Whether there is anything to see of an interpreter.</summary>
    public bool IsInterpreted => Give.InterpreterIsChild || !string.IsNullOrWhiteSpace(Give.InterpreterName)
        || ModelState.HasRefused(nameof(Give), nameof(GiveInput.InterpreterName), nameof(GiveInput.InterpreterIsChild));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await LoadAsync(ct);
        // Only after the answer: while it is being written down, a day to ask again is nobody's wish yet.
        if (Consent is { State: ConsentState.Declined or ConsentState.AskAgain } declined)
            Input.AskAgainOn = (declined.AskAgainOn ?? Today.AddDays(ward.Deadlines.AskConsentAgainDays)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return page;
    }

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken ct) =>
        await AfterAsync(await answer.GiveAsync(Id, Give, ct), "同意を記録しました。", ct, nameof(Give));

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        await AfterAsync(await answer.DeclineAsync(Id, Input.Words, Input.AskAgainOn, ct), "同意しないとの返事を記録しました。", ct);

    public async Task<IActionResult> OnPostAskAgainAsync(CancellationToken ct) =>
        await AfterAsync(await answer.AskAgainAsync(Id, Input.AskAgainOn, ct), "あらためて説明する日を決めました。", ct);

    public async Task<IActionResult> OnPostNobodyAsync(CancellationToken ct) =>
        await AfterAsync(await answer.NobodyAsync(Id, Input.Words, Input.Guardianship, ct), "「判断困難・代理人なし」としました。支援会議と後見申立を検討してください。", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        await AfterAsync(await answer.WithdrawAsync(Id, Input.Words, ct), "同意の撤回を記録しました。共有は、いま止まりました。", ct);

    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken ct) =>
        await AfterAsync(await answer.CorrectWithdrawalAsync(Id, Input.Reason, Input.Words, ct), "撤回の記録を訂正しました。共有は、いまから再開します。", ct);

    public async Task<IActionResult> OnPostAnnulAsync(CancellationToken ct) =>
        await AfterAsync(await answer.AnnulAsync(Id, Input.Reason, ct), "同意の記録を取り消しました。共有は、いま止まりました。個人情報保護担当に報告されます。", ct);

    public async Task<IActionResult> OnPostTellAsync(CancellationToken ct) =>
        await AfterAsync(await explain.TellAsync(Id, Tell, ct), "本人に伝えた機関を記録しました。", ct, nameof(Tell));

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct, string prefix = "Input") => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(ConsentLinks.Detail(Id));
    }, () => LoadAsync(ct), prefix);

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        if (await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } consent) return Absent();
        var may = await Work.MayAsync(Permission.SeeConsents, consent.Root, ct);
        if (!may.IsDone) return Absent();
        await names.ForAsync(consent.Steps.Select(s => (Id<Account>?)s.By.Account), [consent.SubjectId], ct);
        (Consent, Standing, MayWrite) = (consent, consent.StandingAt(Work.Now), AccessPolicy.Allows(Work.Actor, may.Value, Permission.KeepConsents));
        MayOpenCase = AccessPolicy.Allows(Work.Actor, may.Value, Permission.SeeCase);
        MayCorrect = AccessPolicy.Allows(Work.Actor, may.Value, Permission.CorrectConsents);
        OnRecord = await db.ConsentSubjectAsync(consent.SubjectId, ct);
        (Sentence, Subject) = (ConsentSentence.Of(consent.Describe(), names, ward), names.Called(consent.SubjectId));
        Categories = [.. consent.Scope.RecipientCategories.Select(c => new SelectListItem(ward.NameOf(CodeLists.RecipientCategory, c), c))];
        return Page();
    }
}
