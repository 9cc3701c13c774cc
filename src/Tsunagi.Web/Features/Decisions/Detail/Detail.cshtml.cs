using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>一つの決裁: what is proposed, who did what on the line, and my part in it.</summary>
[Permit(Permission.SeeDecision)]
public sealed class DetailModel(AppDb db, TakeDecision take, DraftDecision draft, DecisionMatters matters, NameBook names) : TsunagiPage
{
    public sealed class Form
    {
        public string? Words { get; set; }
        public string? Proposal { get; set; }
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<Decision> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Decision Decision { get; private set; } = null!;
    public IReadOnlyList<DecisionVerb> Verbs { get; private set; } = [];
    public bool IsAuthor { get; private set; }
    public bool MayRedraft { get; private set; }

    /// <summary>What it is about, as far as the viewer may see it.</summary>
    public DecisionMatter? Matter { get; private set; }

    public string NameOf(Id<Domain.Organisations.Organisation> organisation) => names.Of(organisation);
    public string NameOf(Id<Account> account) => names.Of(account);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostTakeAsync(DecisionVerb verb, CancellationToken ct) => await AfterAsync(await take.RunAsync(Id, verb, Input.Words, ct), verb switch
    {
        DecisionVerb.Check => "確認しました。",
        DecisionVerb.Decide => "決裁しました。",
        DecisionVerb.DecideAsDeputy => "代決しました。本来の決裁者の後閲を待ちます。",
        DecisionVerb.View => "後閲しました。",
        DecisionVerb.SendBack => "差し戻しました。",
    }, ct);

    public async Task<IActionResult> OnPostRedraftAsync(CancellationToken ct) => await AfterAsync(await draft.RedraftAsync(Id, Input.Proposal, ct), "あらためて起案しました。", ct);
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => await AfterAsync(await draft.WithdrawAsync(Id, Input.Reason, ct), "起案を取り下げました。", ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(DecisionLinks.Detail(Id));
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct) is not { } decision) return Absent();
        var may = await Work.MayAsync(db, Permission.SeeDecision, decision.Root, decision.CaseId, ct);
        if (!may.IsDone) return Absent();
        await names.ForAsync(decision.Steps.Select(s => (Id<Account>?)s.By.Account), [], ct);
        (Decision, IsAuthor) = (decision, decision.AuthorId == Work.Actor.Account);
        MayRedraft = decision.State == DecisionState.SentBack && AccessPolicy.Allows(Work.Actor, may.Value, Permission.DraftDecision);
        if (AccessPolicy.Allows(Work.Actor, may.Value, Permission.TakeDecision)) Verbs = DecisionTurn.VerbsOf(decision, Work.Actor);
        Matter = (await matters.OfAsync([decision], ct)).GetValueOrDefault(decision.RecordId);
        return Page();
    }
}
